import { TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useWorkKinds } from '../../../lib/work-kinds.ts';
import { Button } from '../../../ui/Button.tsx';
import type { FormDraft } from './AgreementDialog.tsx';
import classes from './Agreements.module.css';

/** Rates of their own for some kinds of work; the others cost the agreement's rate. */
export function KindRateFields({ draft }: { readonly draft: FormDraft }) {
  const { t } = useTranslation('billing');
  const { options } = useWorkKinds();
  const { kindRates, workKinds } = draft.values;
  const [open, setOpen] = useState(Object.keys(kindRates).length > 0);
  const offered = options(null).filter(({ value }) => workKinds.length === 0 || workKinds.includes(value));
  if (!open) {
    return (
      <div className={classes.flushStart}>
        <Button
          size="sm"
          variant="quiet"
          icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
          onClick={() => setOpen(true)}
        >
          {t('agreementDialog.kindRates')}
        </Button>
      </div>
    );
  }
  return (
    <fieldset className={classes.rates}>
      <legend>{t('agreementDialog.kindRatesText')}</legend>
      {offered.map(({ value, label }) => (
        <TextInput
          key={value}
          label={label}
          value={kindRates[value] ?? ''}
          inputMode="decimal"
          autoComplete="off"
          error={draft.error(`terms.kindRates.${value}`)}
          onChange={(event) => draft.set('kindRates', { ...kindRates, [value]: event.currentTarget.value })}
        />
      ))}
    </fieldset>
  );
}
