import { useCallback } from 'react';
import type { Draft } from '../../lib/draft.ts';
import { type FormErrors, useFormErrors } from '../../lib/form-errors.ts';
import { useToast } from '../../ui/feedback/Feedback.tsx';

/** Says at the foot of the window what went wrong. */
export function useSayError(): (error: Error) => void {
  const { show } = useToast();
  return useCallback((error: Error) => void show({ text: error.message, tone: 'error' }), [show]);
}

/** The errors of a form: beside its fields, and at the foot of the window what is about none of them. */
export function useMoneyErrors(draft: Pick<Draft<object>, 'setErrors'>): FormErrors {
  const errors = useFormErrors(draft);
  const sayError = useSayError();
  const refuse = (error: Error) => {
    const beside = errors.refuse(error);
    if (!beside) sayError(error);
    return beside;
  };
  return { ...errors, refuse };
}
