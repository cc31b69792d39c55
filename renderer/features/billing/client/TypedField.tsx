import { TextInput } from '@mantine/core';
import type { FormDraft } from './AgreementDialog.tsx';
import type { AgreementForm } from './agreement-form.ts';

type TextKey = {
  [Key in keyof AgreementForm]: AgreementForm[Key] extends string ? Key : never;
}[keyof AgreementForm];

export interface TypedFieldProps {
  readonly draft: FormDraft;
  readonly name: Exclude<TextKey, 'kind' | 'fee' | 'stub'>;
  /** Where the input has it, for what is wrong with it. */
  readonly path: string;
  readonly label: string;
  readonly description?: string;
  readonly inputMode?: 'decimal' | 'numeric';
}

/** A field of terms that is typed: an amount, hours, a number. */
export function TypedField({ draft, name, path, label, description, inputMode }: TypedFieldProps) {
  return (
    <TextInput
      label={label}
      description={description}
      value={draft.values[name]}
      autoComplete="off"
      {...(inputMode ? { inputMode } : {})}
      error={draft.error(path)}
      onChange={(event) => {
        draft.set(name, event.currentTarget.value);
        if (draft.errors[path]) draft.setErrors({ ...draft.errors, [path]: '' });
      }}
    />
  );
}
