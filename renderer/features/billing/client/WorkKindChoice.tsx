import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { Field } from '../../../ui/Field.tsx';
import type { FormDraft } from './AgreementDialog.tsx';
import classes from './Agreements.module.css';

/** The kinds of work that an agreement is for; none means all that no other agreement names. */
export function WorkKindChoice({ draft }: { readonly draft: FormDraft }) {
  const { t } = useTranslation('billing');
  const { options } = useWorkKinds();
  const chosen = draft.values.workKinds;
  const error = draft.error('workKinds');
  const toggle = (id: string) =>
    draft.set('workKinds', chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <Field label={t('agreementDialog.kinds')} description={t('agreementDialog.kindsText')} error={error}>
      <fieldset className={classes.kinds}>
        <legend className="visually-hidden">{t('agreementDialog.kinds')}</legend>
        {options(null).map(({ value, label }) => (
          <Checkbox
            key={value}
            size="xs"
            label={label}
            aria-invalid={error !== undefined || undefined}
            checked={chosen.includes(value)}
            onChange={() => toggle(value)}
          />
        ))}
      </fieldset>
    </Field>
  );
}
