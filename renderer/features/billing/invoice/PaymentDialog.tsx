import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { editableAmount, parseAmount } from '#shared/domain/money-text.ts';
import { type InvoiceAccount, type PaymentView, paymentsContract } from '#shared/ipc/billing-payments.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import classes from './Invoice.module.css';

export interface PaymentDialogProps {
  readonly invoiceId: string;
  readonly account: InvoiceAccount;
  /** ISO date. */
  readonly today: string;
  /** Null for a new one. */
  readonly payment: PaymentView | null;
  readonly onClose: () => void;
}

/** A payment that came in, or money that was paid back. */
export function PaymentDialog({ invoiceId, account, today, payment, onClose }: PaymentDialogProps) {
  const { t } = useTranslation('billing');
  const { language, date } = useFormat();
  const { currency, standing, issueDate } = account;
  const save = useWrite('billing.savePayment');
  const proposed = payment?.amount ?? (standing.open === 0 ? null : standing.open);
  const draft = useDraft({
    amount: proposed === null ? '' : editableAmount(proposed, currency, language),
    paidOn: payment?.paidOn ?? (today as string | null),
    note: payment?.note ?? '',
  });
  const errors = useMoneyErrors(draft);
  const early = draft.values.paidOn !== null && draft.values.paidOn < issueDate;
  /** What is sent; null, and said beside the fields, when something is wrong with it. */
  const read = () => {
    const { paidOn, note } = draft.values;
    const amount = parseAmount(draft.values.amount, currency, language);
    const input = {
      id: payment?.id ?? null,
      invoiceId,
      paidOn: paidOn ?? '',
      amount: amount.ok ? amount.value : Number.NaN,
      note,
    };
    const own = amount.ok ? {} : { amount: t(`errors:${amount.reason}`) };
    return errors.check(paymentsContract['billing.savePayment'], input, own) ? null : input;
  };
  const submit = () => {
    const input = read();
    if (input) save.mutate(input, { onSuccess: onClose, onError: errors.refuse });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(payment ? 'account.change' : 'account.add')}
      lead={t('account.lead')}
      onSubmit={submit}
      onCheck={read}
      actions={<FormActions onCancel={onClose} busy={save.isPending} />}
    >
      <FieldRow>
        <TextInput
          label={t('account.amount', { currency })}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          value={draft.values.amount}
          error={draft.error('amount')}
          onChange={(event) => draft.set('amount', event.currentTarget.value)}
        />
        <DateField
          label={t('account.paidOn')}
          required
          value={draft.values.paidOn}
          error={draft.error('paidOn')}
          onChange={(value) => draft.set('paidOn', value)}
        />
      </FieldRow>
      {early && (
        <p className={classes.hint} role="status">
          {t('account.inAdvance', { date: date(issueDate) })}
        </p>
      )}
      <TextInput
        label={t('account.note')}
        maxLength={500}
        autoComplete="off"
        value={draft.values.note}
        error={draft.error('note')}
        onChange={(event) => draft.set('note', event.currentTarget.value)}
      />
    </Dialog>
  );
}
