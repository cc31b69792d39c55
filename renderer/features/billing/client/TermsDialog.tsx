import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { roundingSpans, roundings } from '#shared/domain/billed-rounding.ts';
import { parseScaled } from '#shared/domain/money-text.ts';
import type { TimeTermsView } from '#shared/ipc/time-terms.ts';
import { useFieldErrors } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
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
  const errors = useFieldErrors(save.error);
  const [weekly, setWeekly] = useState(writeHours(terms.weeklyMinutes));
  const [rounding, setRounding] = useState(terms.rounding);
  const [unit, setUnit] = useState(String(terms.roundingMinutes));
  const [per, setPer] = useState(terms.roundingPer);
  const [problems, setProblems] = useState<{ readonly weekly?: string; readonly unit?: string }>({});

  const submit = () => {
    const weeklyMinutes = weekly.trim() === '' ? null : readHours(weekly, language);
    const minutes = parseScaled(unit, 0, language);
    const bad = {
      ...(weekly.trim() !== '' && weeklyMinutes === null ? { weekly: t('errors:timeTerms.weekly') } : {}),
      ...(minutes.ok ? {} : { unit: t('errors:timeTerms.minutes') }),
    };
    setProblems(bad);
    if (Object.keys(bad).length > 0 || !minutes.ok) return;
    save.mutate(
      {
        clientId: terms.clientId,
        rounding,
        roundingMinutes: minutes.value,
        roundingPer: per,
        weeklyMinutes,
      },
      { onSuccess: onClose },
    );
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
        error={problems.weekly ?? errors.weeklyMinutes}
        onChange={(event) => setWeekly(event.currentTarget.value)}
      />
      <Select
        label={t('terms.rounding')}
        data={roundings.map((value) => ({ value, label: t(`rounding.${value}`) }))}
        value={rounding}
        allowDeselect={false}
        error={errors.rounding}
        onChange={(value) => value && setRounding(value)}
      />
      {rounding !== 'none' && (
        <FieldRow>
          <TextInput
            label={t('terms.unit')}
            value={unit}
            inputMode="numeric"
            autoComplete="off"
            error={problems.unit ?? errors.roundingMinutes}
            onChange={(event) => setUnit(event.currentTarget.value)}
          />
          <Select
            label={t('terms.per')}
            data={roundingSpans.map((value) => ({ value, label: t(`roundingPer.${value}`) }))}
            value={per}
            allowDeselect={false}
            error={errors.roundingPer}
            onChange={(value) => value && setPer(value)}
          />
        </FieldRow>
      )}
      {rounding !== 'none' && per === 'day' && <p>{t('terms.perText')}</p>}
    </Dialog>
  );
}
