import type { z } from 'zod';

/** A method of the contract, as far as its input goes. */
export interface Checkable {
  readonly input: z.ZodType;
}

export type Checked =
  | { readonly ok: true; readonly data: unknown }
  /** Each wrong field's path (`contacts.0.email`) with a key of the `errors` catalogue. */
  | { readonly ok: false; readonly fields: Readonly<Record<string, string>> };

/** Checks a call's input: the main process before it acts, a form before it sends. */
export function checkInput(method: Checkable, input: unknown): Checked {
  const result = method.input.safeParse(input, { error: reasonFor });
  if (result.success) return { ok: true, data: result.data };
  const fields: Record<string, string> = {};
  for (const issue of result.error.issues) fields[issue.path.join('.')] ??= issue.message;
  return { ok: false, fields };
}

/** For rules that bring no reason of their own, so that every field's error has a text. */
function reasonFor(issue: { readonly code?: string | undefined; readonly input?: unknown }): string {
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null))
    return 'field.required';
  if (issue.code === 'too_big') return 'field.tooLong';
  return issue.code === 'unrecognized_keys' ? 'field.unknown' : 'field.invalid';
}
