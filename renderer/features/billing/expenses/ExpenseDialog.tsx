import { Checkbox, Select, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { agreedCurrency } from '#shared/domain/agreement-match.ts';
import { dateIn } from '#shared/domain/clock-format.ts';
import { currencyCodes, isCurrency } from '#shared/domain/currencies.ts';
import { editableAmount, parseAmount } from '#shared/domain/money-text.ts';
import { type ExpenseView, expensesContract } from '#shared/ipc/billing-expenses.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { LineTaxField, readTax, taxChoice } from '../LineTaxField.tsx';
import { ReceiptField } from './ReceiptField.tsx';

export interface ExpenseDialogProps {
  readonly clientId: string;
  /** Null for a new one. */
  readonly expense: ExpenseView | null;
  /** Currency to begin with; the one agreed with the client, or else the client's own, unless given. */
  readonly currency?: string;
  /** To choose another client with; none where the person came from one. */
  readonly choice?: ReactNode;
  readonly onSaved?: (expenseId: string) => void;
  readonly onClose: () => void;
}

/** What was spent, for whom, with its receipt. */
export function ExpenseDialog(props: ExpenseDialogProps) {
  const { data: client } = useRead('clients.get', { clientId: props.clientId });
  const { data: info } = useRead('app.info');
  const { data: agreements } = useRead('billing.agreements', { clientId: props.clientId });
  // What was typed stays while another client is chosen.
  if (!info || (!client && !props.choice)) return null;
  const today = dateIn(info.now, info.zone);
  const agreed = agreements ? agreedCurrency(agreements, today) : null;
  const currency = props.expense?.currency ?? props.currency ?? agreed ?? client?.currency ?? '';
  return <ExpenseForm {...props} currency={currency} today={today} />;
}

function ExpenseForm({
  clientId,
  expense,
  currency: proposed,
  choice,
  today,
  onSaved,
  onClose,
}: ExpenseDialogProps & { readonly currency: string; readonly today: string }) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const save = useWrite('billing.saveExpense');
  const draft = useDraft({
    text: expense?.text ?? '',
    amount: expense ? editableAmount(expense.amount, proposed, language) : '',
    /** Null for that of the client. */
    currency: null as string | null,
    spentOn: (expense?.spentOn ?? today) as string | null,
    billable: expense?.billable ?? true,
    receipt: expense?.receipt ?? null,
    ...taxChoice(expense?.tax ?? null, language),
  });
  const errors = useMoneyErrors(draft);
  const code = draft.values.currency ?? proposed;
  const field = (name: 'text' | 'amount') => ({
    value: draft.values[name],
    error: draft.error(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  });
  /** What is sent; null, and said beside the fields, when something is wrong with it. */
  const input = () => {
    const { text, spentOn, billable, receipt } = draft.values;
    const amount = read(draft.values.amount, code, language);
    const tax = readTax(draft.values, language);
    const values = {
      ...{ id: expense?.id ?? null, clientId, text, spentOn: spentOn ?? '', billable, currency: code },
      amount: amount.ok ? amount.value : Number.NaN,
      tax: tax === 'wrong' ? null : tax,
      receiptId: receipt?.id ?? null,
    };
    const own = {
      ...(amount.ok ? {} : { [amount.field]: t(`errors:${amount.reason}`) }),
      ...(tax === 'wrong' ? { taxRate: t('errors:field.percent') } : {}),
    };
    return errors.check(expensesContract['billing.saveExpense'], values, own) ? null : values;
  };
  const submit = () => {
    const values = input();
    if (!values) return;
    save.mutate(values, {
      onSuccess: ({ expenseId }) => {
        onSaved?.(expenseId);
        onClose();
      },
      onError: errors.refuse,
    });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(expense ? 'expenses.change' : 'expenses.add')}
      lead={t('expenses.lead')}
      onSubmit={submit}
      onCheck={input}
      actions={<FormActions onCancel={onClose} busy={save.isPending} />}
    >
      {choice}
      <TextInput
        label={t('table.description')}
        maxLength={500}
        data-autofocus={choice ? undefined : true}
        {...field('text')}
      />
      <FieldRow>
        <TextInput label={t('expenses.amount')} inputMode="decimal" {...field('amount')} />
        <Select
          label={t('currency')}
          data={currencyCodes as string[]}
          value={code}
          searchable
          openOnFocus={false}
          allowDeselect={false}
          error={draft.error('currency')}
          onChange={(value) => value && draft.set('currency', value)}
        />
        <DateField
          label={t('expenses.spentOn')}
          required
          value={draft.values.spentOn}
          error={draft.error('spentOn')}
          onChange={(value) => draft.set('spentOn', value)}
        />
      </FieldRow>
      {draft.values.billable && <LineTaxField draft={draft} />}
      <ReceiptField value={draft.values.receipt} onChange={(receipt) => draft.set('receipt', receipt)} />
      <Checkbox
        label={t('expenses.billable')}
        checked={draft.values.billable}
        onChange={(event) => draft.set('billable', event.currentTarget.checked)}
      />
    </Dialog>
  );
}

type ReadAmount =
  | { readonly ok: true; readonly value: number }
  | {
      readonly ok: false;
      readonly field: 'amount' | 'currency';
      readonly reason: 'field.currency' | 'field.number' | 'field.decimals' | 'field.tooLarge';
    };

function read(text: string, currency: string, language: string): ReadAmount {
  if (!isCurrency(currency)) return { ok: false, field: 'currency', reason: 'field.currency' };
  const amount = parseAmount(text, currency, language);
  return amount.ok ? amount : { ok: false, field: 'amount', reason: amount.reason };
}
