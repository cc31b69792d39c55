import type { Draft } from '../../lib/draft.ts';
import { type FormErrors, useFormErrors } from '../../lib/form-errors.ts';
import { useSay } from '../../lib/say.ts';

/** Says at the foot of the window what went wrong. */
export function useSayError(): (error: Error) => void {
  return useSay().refused;
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
