import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Checkable, checkInput } from '#shared/ipc/check.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Draft } from './draft.ts';

export type FieldTexts = Record<string, string>;

/**
 * What is wrong with an input before it is sent, as texts by field path; empty when nothing is. `method` comes from
 * the feature's own part of the contract, so that a form loads no other schemas.
 */
export function checkFields(t: TFunction, method: Checkable, input: unknown): FieldTexts {
  const checked = checkInput(method, input);
  return checked.ok ? {} : texts(t, checked.fields);
}

/** The texts for the fields that a refused call names; empty when it names none. */
export function refusedFields(t: TFunction, error: unknown): FieldTexts {
  return error instanceof AppError ? texts(t, error.details.fields ?? {}) : {};
}

/** Messages beside fields, by the field's path; empty when the error is about none. */
export function useFieldErrors(error: Error | null): FieldTexts {
  const { t } = useTranslation('errors');
  return refusedFields(t, error);
}

export interface FormErrors {
  /** Puts what is wrong beside its fields; false when nothing is. `Form` brings the keyboard to the first of them. */
  readonly show: (fields: FieldTexts) => boolean;
  /**
   * The same for an input before it is sent: what its method says, beside what the form could not even read (`own`,
   * where the input is not a number). All of it at once, so that a person mends it in one go.
   */
  readonly check: (method: Checkable, input: unknown, own?: FieldTexts) => boolean;
  /** The same for a call that was refused. */
  readonly refuse: (error: Error) => boolean;
}

/** Tells in a draft's fields what is wrong with it, whether found before it is sent or in the answer. */
export function useFormErrors(draft: Pick<Draft<object>, 'setErrors'>): FormErrors {
  const { t } = useTranslation('errors');
  const show = (fields: FieldTexts) => {
    draft.setErrors(fields);
    return Object.keys(fields).length > 0;
  };
  return {
    show,
    check: (method, input, own = {}) => show({ ...checkFields(t, method, input), ...own }),
    refuse: (error) => show(refusedFields(t, error)),
  };
}

function texts(t: TFunction, fields: Readonly<Record<string, string>>): FieldTexts {
  return Object.fromEntries(
    Object.entries(fields).map(([path, reason]) => [path, t(`errors:${reason}` as never) as string]),
  );
}
