import { Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { parseScaled } from '#shared/domain/money-text.ts';
import type { PartyView } from '#shared/ipc/billing.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { useFieldErrors } from '../errors.ts';
import { useFormat } from '../format.ts';

/** Edits the name, address and terms that invoices to this client carry. */
export function PartyDialog({ party, onClose }: { readonly party: PartyView; readonly onClose: () => void }) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const save = useWrite('billing.saveParty');
  const errors = useFieldErrors(save.error);
  const [form, setForm] = useState({
    ...party,
    days: party.paymentDays === null ? '' : `${party.paymentDays}`,
  });
  const [problem, setProblem] = useState<string | null>(null);
  const field = (name: 'legalName' | 'contact' | 'address' | 'vatId' | 'email' | 'days') => ({
    value: form[name],
    error: errors[name],
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => {
      const { value } = event.currentTarget;
      setForm((before) => ({ ...before, [name]: value }));
    },
  });
  const submit = () => {
    const { days, ...rest } = form;
    const read = days.trim() === '' ? null : parseScaled(days, 0, language);
    setProblem(read?.ok === false ? t('errors:field.days') : null);
    if (read?.ok === false) return;
    save.mutate({ ...rest, paymentDays: read ? read.value : null }, { onSuccess: onClose });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('party.title')}
      lead={t('party.lead')}
      width={520}
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
      <TextInput label={t('party.legalName')} data-autofocus {...field('legalName')} />
      <TextInput label={t('party.contact')} {...field('contact')} />
      <Textarea label={t('party.address')} autosize minRows={3} maxRows={8} {...field('address')} />
      <FieldRow>
        <TextInput label={t('party.vatId')} {...field('vatId')} />
        <TextInput label={t('party.email')} type="email" {...field('email')} />
      </FieldRow>
      <TextInput
        label={t('party.days')}
        description={t('party.daysText')}
        inputMode="numeric"
        {...field('days')}
        error={problem ?? errors.paymentDays}
      />
    </Dialog>
  );
}
