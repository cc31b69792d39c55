import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useHere } from '../../lib/here.ts';

/**
 * What is due becomes overdue and one cycle the next without anything being written: with a new day everything on screen
 * is read anew, and the rest when it is shown again.
 */
export function useNewDay(): void {
  const queries = useQueryClient();
  const { today } = useHere();
  const read = useRef(today);
  useEffect(() => {
    if (read.current === today) return;
    read.current = today;
    void queries.invalidateQueries();
  }, [queries, today]);
}
