import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roundingSpans, roundings } from '#shared/domain/billed-rounding.ts';
import { parseScaled } from '#shared/domain/money-text.ts';
import { type TimeTermsView, timeTermsContract } from '#shared/ipc/time-terms.ts';
import type { DraftErrors } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { readHours, writeHours } from './hours.ts';

interface TermsDialogProps {
  readonly terms: TimeTermsView;
  readonly onClose: () => void;
}

/** Edits the hours agreed for a week and how hours are rounded when they are billed. */
export function TermsDialog({ terms, onClose }: TermsDialogProps) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const save = useWrite('timeTerms.save');
  const [weekly, setWeekly] = useState(writeHours(terms.weeklyMinutes));
  const [rounding, setRounding] = useState(terms.rounding);
  const [unit, setUnit] = useState(String(terms.roundingMinutes));
  const [per, setPer] = useState(terms.roundingPer);
  const [wrong, setErrors] = useState<DraftErrors>({});
  const errors = useMoneyErrors({ setErrors });

  const submit = () => {
    const weeklyMinutes = weekly.trim() === '' ? null : readHours(weekly, language);
    const minutes = parseScaled(unit, 0, language);
    const input = {
      clientId: terms.clientId,
      rounding,
      roundingMinutes: minutes.ok ? minutes.value : Number.NaN,
      roundingPer: per,
      weeklyMinutes,
    };
    const unread = weekly.trim() !== '' && weeklyMinutes === null;
    const own = unread ? { weeklyMinutes: t('errors:timeTerms.weekly') } : {};
    if (errors.check(timeTermsContract['timeTerms.save'], input, own)) return;
    save.mutate(input, { onSuccess: onClose, onError: errors.refuse });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('terms.title')}
      lead={t('terms.lead')}
      width={520}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} busy={save.isPending} />}
    >
      <TextInput
        label={t('terms.weekly')}
        description={t('terms.weeklyText')}
        value={weekly}
        autoComplete="off"
        data-autofocus
        error={wrong.weeklyMinutes}
        onChange={(event) => setWeekly(event.currentTarget.value)}
      />
      <Select
        label={t('terms.rounding')}
        data={roundings.map((value) => ({ value, label: t(`rounding.${value}`) }))}
        value={rounding}
        allowDeselect={false}
        error={wrong.rounding}
        onChange={(value) => value && setRounding(value)}
      />
      {rounding !== 'none' && (
        <FieldRow>
          <TextInput
            label={t('terms.unit')}
            value={unit}
            inputMode="numeric"
            autoComplete="off"
            error={wrong.roundingMinutes}
            onChange={(event) => setUnit(event.currentTarget.value)}
          />
          <Select
            label={t('terms.per')}
            data={roundingSpans.map((value) => ({ value, label: t(`roundingPer.${value}`) }))}
            value={per}
            allowDeselect={false}
            error={wrong.roundingPer}
            onChange={(value) => value && setPer(value)}
          />
        </FieldRow>
      )}
      {rounding !== 'none' && per === 'day' && <p>{t('terms.perText')}</p>}
    </Dialog>
  );
}
