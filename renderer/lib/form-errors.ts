import type { TFunction } from 'i18next';
import { type Checkable, checkInput } from '#shared/ipc/check.ts';
import { AppError } from '#shared/ipc/errors.ts';

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

function texts(t: TFunction, fields: Readonly<Record<string, string>>): FieldTexts {
  return Object.fromEntries(
    Object.entries(fields).map(([path, reason]) => [path, t(`errors:${reason}` as never) as string]),
  );
}
