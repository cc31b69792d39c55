import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { editableAmount, parseAmount } from '#shared/domain/money-text.ts';
import type { LateWork } from '#shared/ipc/billing-write-offs.ts';
import { go } from '../../../lib/addresses.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useFormErrors } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useSayError } from '../errors.ts';
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
  const sayError = useSayError();
  const bill = useWrite('billing.billLateWork');
  const { currency, entryIds, title, rate } = late;
  const draft = useDraft({
    text: title ?? '',
    rate: rate === null ? '' : editableAmount(rate, currency, language),
  });
  const errors = useFormErrors(draft);
  const field = (name: keyof typeof draft.values) => ({
    value: draft.values[name],
    error: draft.error(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  });
  const submit = () => {
    const amount = parseAmount(draft.values.rate, currency, language);
    errors.show(amount.ok ? {} : { rate: t(`errors:${amount.reason}`) });
    if (!amount.ok) return;
    bill.mutate(
      { clientId, entryIds: [...entryIds], text: draft.values.text, rate: amount.value },
      {
        onSuccess: ({ invoiceId }) => {
          onClose();
          go(invoiceHref({ clientId, id: invoiceId }));
        },
        onError: (error) => {
          errors.refuse(error);
          if (!('details' in error)) sayError(error);
        },
      },
    );
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
