import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { editableAmount, parseAmount } from '#shared/domain/money-text.ts';
import { type LateWork, writeOffsContract } from '#shared/ipc/billing-write-offs.ts';
import { go } from '../../../lib/addresses.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { invoiceHref } from '../InvoicesTable.tsx';

interface BillLateDialogProps {
  readonly clientId: string;
  readonly late: LateWork;
  readonly onClose: () => void;
}

/** The words and the rate of the line that late work is billed on. */
export function BillLateDialog({ clientId, late, onClose }: BillLateDialogProps) {
  const { t } = useTranslation('billing');
  const { language, dates, hours } = useFormat();
  const bill = useWrite('billing.billLateWork');
  const { currency, entryIds, title, rate } = late;
  const draft = useDraft({
    text: title ?? '',
    rate: rate === null ? '' : editableAmount(rate, currency, language),
  });
  const errors = useMoneyErrors(draft);
  const field = (name: keyof typeof draft.values) => ({
    value: draft.values[name],
    error: draft.error(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  });
  const submit = () => {
    const amount = parseAmount(draft.values.rate, currency, language);
    const rate = amount.ok ? amount.value : Number.NaN;
    const input = { clientId, entryIds: [...entryIds], text: draft.values.text, rate };
    const own = amount.ok ? {} : { rate: t(`errors:${amount.reason}`) };
    if (errors.check(writeOffsContract['billing.billLateWork'], input, own)) return;
    bill.mutate(input, {
      onSuccess: ({ invoiceId }) => {
        onClose();
        go(invoiceHref({ clientId, id: invoiceId }));
      },
      onError: errors.refuse,
    });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={`${t('late.title')}, ${dates(late.from, late.to)}, ${hours(late.seconds)}`}
      lead={t('late.billLead')}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} submit={t('late.put')} busy={bill.isPending} />}
    >
      <TextInput label={t('table.description')} maxLength={500} data-autofocus {...field('text')} />
      <TextInput label={t('late.rate', { currency })} inputMode="decimal" {...field('rate')} />
    </Dialog>
  );
}
