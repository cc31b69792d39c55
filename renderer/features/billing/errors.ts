import { useCallback } from 'react';
import { useToast } from '../../ui/feedback/Feedback.tsx';

/** Says at the foot of the window what went wrong. */
export function useSayError(): (error: Error) => void {
  const { show } = useToast();
  return useCallback((error: Error) => void show({ text: error.message, tone: 'error' }), [show]);
}
