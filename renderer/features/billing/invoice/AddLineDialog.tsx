import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { quantityScale } from '#shared/domain/invoice.ts';
import { parseAmount, parseScaled } from '#shared/domain/money-text.ts';
import { billingContract, type InvoiceView } from '#shared/ipc/billing.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { LineTaxField, readTax, taxChoice } from '../LineTaxField.tsx';

/** A line that is not time: words, how many, at what price. */
export function AddLineDialog({
  invoice,
  onClose,
}: {
  readonly invoice: InvoiceView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const add = useWrite('billing.addLine');
  const draft = useDraft({
    ...{ text: '', quantity: '1', unit: '' },
    ...taxChoice(null, language),
  });
  const errors = useMoneyErrors(draft);
  const field = (name: 'text' | 'quantity' | 'unit') => ({
    value: draft.values[name],
    error: draft.error(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  });
  const submit = () => {
    const quantity = parseScaled(draft.values.quantity, quantityScale, language);
    const unit = parseAmount(draft.values.unit, invoice.currency, language);
    const tax = readTax(draft.values, language);
    const line = {
      invoiceId: invoice.id,
      text: draft.values.text,
      quantity: quantity.ok ? quantity.value : Number.NaN,
      unit: unit.ok ? unit.value : Number.NaN,
      ...(tax === null || tax === 'wrong' ? {} : { tax }),
    };
    const own = {
      ...(quantity.ok ? {} : { quantity: t(`errors:${quantity.reason}`) }),
      ...(unit.ok ? {} : { unit: t(`errors:${unit.reason}`) }),
      ...(tax === 'wrong' ? { taxRate: t('errors:field.percentAbove') } : {}),
    };
    if (errors.check(billingContract['billing.addLine'], line, own)) return;
    add.mutate(line, { onSuccess: onClose, onError: errors.refuse });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('addLine')}
      lead={t('addLineDialog.lead')}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} submit={t('addLine')} busy={add.isPending} />}
    >
      <TextInput label={t('table.description')} maxLength={500} data-autofocus {...field('text')} />
      <FieldRow>
        <TextInput label={t('table.quantity')} inputMode="decimal" {...field('quantity')} />
        <TextInput
          label={t('addLineDialog.price', { currency: invoice.currency })}
          inputMode="decimal"
          {...field('unit')}
        />
      </FieldRow>
      <LineTaxField draft={draft} />
    </Dialog>
  );
}
