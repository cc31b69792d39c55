import { Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import { currencyCodes } from '#shared/domain/currencies.ts';
import { editableAmount, parseAmount } from '#shared/domain/money-text.ts';
import type { AgreementView } from '#shared/ipc/billing-agreements.ts';
import { useFieldErrors } from '../../../lib/form-errors.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { useFormat } from '../format.ts';

export type Rate = Extract<AgreementView, { kind: 'hourly' }>['versions'][number];

export interface RateDialogProps {
  readonly clientId: string;
  readonly agreementId: string | null;
  readonly rate: Rate | null;
  /** ISO date a first rate should hold from, so that it covers work already done. */
  readonly proposedFrom: string | null;
  /** The currency of the newest rate; the client's own when there is none. */
  readonly currency: string | null;
  readonly onClose: () => void;
}

/** An hourly rate and the day from which it holds. */
export function RateDialog({
  clientId,
  agreementId,
  rate,
  proposedFrom,
  currency,
  onClose,
}: RateDialogProps) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const { data: info } = useRead('app.info');
  const { data: client } = useRead('clients.get', { clientId });
  const save = useWrite('billing.saveAgreement');
  const errors = useFieldErrors(save.error);
  const today = info ? dateIn(info.now, info.zone) : null;
  const [validFrom, setValidFrom] = useState<string | null>(rate?.validFrom ?? proposedFrom);
  const [chosen, setChosen] = useState<string | null>(rate?.currency ?? currency);
  const code = chosen ?? client?.currency ?? 'EUR';
  const [amount, setAmount] = useState(rate ? editableAmount(rate.rate, rate.currency, language) : '');
  const [problem, setProblem] = useState<string | null>(null);

  const submit = () => {
    const read = parseAmount(amount, code, language);
    setProblem(read.ok ? null : t(`errors:${read.reason}`));
    const from = validFrom ?? today;
    if (!read.ok || !from) return;
    save.mutate(
      {
        clientId,
        agreementId,
        termsId: rate?.id ?? null,
        kind: 'hourly',
        title: '',
        workKinds: null,
        validFrom: from,
        currency: code,
        rate: read.value,
        terms: { kindRates: rate?.terms.kindRates ?? {} },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(rate ? 'rateDialog.change' : 'rateDialog.add')}
      lead={t('rateDialog.lead')}
      onSubmit={submit}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" variant="primary" type="submit" busy={save.isPending}>
            {t('common:save')}
          </Button>
        </>
      }
    >
      <FieldRow>
        <TextInput
          label={t('rateDialog.amount')}
          value={amount}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          error={problem ?? errors.rate}
          onChange={(event) => setAmount(event.currentTarget.value)}
        />
        <Select
          label={t('currency')}
          data={currencyCodes as string[]}
          value={code}
          searchable
          allowDeselect={false}
          error={errors.currency}
          onChange={(value) => value && setChosen(value)}
        />
      </FieldRow>
      <DateField
        label={t('table.validFrom')}
        value={validFrom ?? today}
        required
        error={errors.validFrom}
        onChange={setValidFrom}
      />
    </Dialog>
  );
}
