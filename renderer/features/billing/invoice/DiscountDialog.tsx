import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { taxRateScale } from '#shared/domain/money.ts';
import { parseAmount, parseScaled } from '#shared/domain/money-text.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { expensesContract } from '#shared/ipc/billing-expenses.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';

const kinds = ['percent', 'amount'] as const;

/** Less to pay: so many percent of the other lines, or an amount. */
export function DiscountDialog({
  invoice,
  onClose,
}: {
  readonly invoice: InvoiceView;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const { id: invoiceId, currency } = invoice;
  const add = useWrite('billing.addDiscount');
  const [kind, setKind] = useState<(typeof kinds)[number]>('percent');
  const draft = useDraft({ text: '', value: '' });
  const errors = useMoneyErrors(draft);
  const submit = () => {
    const { text, value } = draft.values;
    const read =
      kind === 'percent'
        ? parseScaled(value.replace('%', ''), taxRateScale, language)
        : parseAmount(value, currency, language);
    const less = read.ok ? read.value : Number.NaN;
    const percent = kind === 'percent' ? less : null;
    const amount = kind === 'amount' ? less : null;
    const input = { invoiceId, text, percent, amount };
    const own = read.ok ? {} : { [kind]: t(`errors:${read.reason}`) };
    if (errors.check(expensesContract['billing.addDiscount'], input, own)) return;
    add.mutate(input, { onSuccess: onClose, onError: errors.refuse });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('addDiscount')}
      lead={t('discount.lead')}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} submit={t('expenses.put')} busy={add.isPending} />}
    >
      <TextInput
        label={t('table.description')}
        placeholder={t('sums.discount')}
        description={t('discount.words')}
        maxLength={500}
        autoComplete="off"
        value={draft.values.text}
        error={draft.error('text')}
        onChange={(event) => draft.set('text', event.currentTarget.value)}
      />
      <Field label={t('discount.kind')}>
        <div>
          <Segmented
            label={t('discount.kind')}
            value={kind}
            onChange={setKind}
            options={kinds.map((value) => ({ value, label: t(`discount.${value}`) }))}
          />
        </div>
      </Field>
      <TextInput
        label={kind === 'percent' ? t('discount.percent') : t('account.amount', { currency })}
        inputMode="decimal"
        autoComplete="off"
        data-autofocus
        value={draft.values.value}
        error={draft.error(kind)}
        onChange={(event) => draft.set('value', event.currentTarget.value)}
      />
    </Dialog>
  );
}
