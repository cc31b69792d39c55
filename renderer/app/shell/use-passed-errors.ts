import { useQueryClient } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useToast } from '../../ui/feedback/Feedback.tsx';

/** Lets go of what was refused some time ago when the person goes elsewhere, or does something that goes well. */
export function usePassedErrors(): void {
  const { passed } = useToast();
  const queries = useQueryClient();
  const place = useLocation({ select: ({ href }) => href });
  // biome-ignore lint/correctness/useExhaustiveDependencies: for each place that is come to
  useEffect(passed, [place]);
  useEffect(
    () =>
      queries.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'success') passed();
      }),
    [queries, passed],
  );
}
