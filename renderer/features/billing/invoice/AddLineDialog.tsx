import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { quantityScale } from '#shared/domain/invoice.ts';
import { parseAmount, parseScaled } from '#shared/domain/money-text.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { useFieldErrors } from '../errors.ts';
import { useFormat } from '../format.ts';

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
  const refused = useFieldErrors(add.error);
  const [form, setForm] = useState({ text: '', quantity: '1', unit: '' });
  const [problems, setProblems] = useState<{ quantity?: string; unit?: string }>({});
  const field = (name: 'text' | 'quantity' | 'unit') => ({
    value: form[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
  });
  const submit = () => {
    const quantity = parseScaled(form.quantity, quantityScale, language);
    const unit = parseAmount(form.unit, invoice.currency, language);
    setProblems({
      ...(quantity.ok ? {} : { quantity: t(`errors:${quantity.reason}`) }),
      ...(unit.ok ? {} : { unit: t(`errors:${unit.reason}`) }),
    });
    if (!quantity.ok || !unit.ok) return;
    const line = { invoiceId: invoice.id, text: form.text, quantity: quantity.value, unit: unit.value };
    add.mutate(line, { onSuccess: onClose });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('addLine')}
      lead={t('addLineDialog.lead')}
      onSubmit={submit}
      actions={
        <>
          <Button size="lg" onClick={onClose}>
            {t('common:cancel')}
          </Button>
          <Button size="lg" variant="primary" type="submit" busy={add.isPending}>
            {t('addLine')}
          </Button>
        </>
      }
    >
      <TextInput
        label={t('table.description')}
        maxLength={500}
        data-autofocus
        {...field('text')}
        error={refused.text}
      />
      <FieldRow>
        <TextInput
          label={t('table.quantity')}
          inputMode="decimal"
          {...field('quantity')}
          error={problems.quantity ?? refused.quantity}
        />
        <TextInput
          label={t('addLineDialog.price', { currency: invoice.currency })}
          inputMode="decimal"
          {...field('unit')}
          error={problems.unit ?? refused.unit}
        />
      </FieldRow>
    </Dialog>
  );
}
