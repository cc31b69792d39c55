import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { parseScaled } from '#shared/domain/money-text.ts';
import type { PartyView } from '#shared/ipc/billing.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useFormErrors } from '../../../lib/form-errors.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { useFormat } from '../format.ts';

/** Edits the name, address and terms that invoices to this client carry. */
export function PartyDialog({ party, onClose }: { readonly party: PartyView; readonly onClose: () => void }) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const save = useWrite('billing.saveParty');
  const draft = useDraft({ ...party, paymentDays: party.paymentDays === null ? '' : `${party.paymentDays}` });
  const errors = useFormErrors(draft);
  const field = (name: 'legalName' | 'contact' | 'address' | 'vatId' | 'email' | 'paymentDays') => ({
    value: draft.values[name],
    error: draft.error(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  });
  const submit = () => {
    const { paymentDays, ...rest } = draft.values;
    const days = paymentDays.trim() === '' ? null : parseScaled(paymentDays, 0, language);
    errors.show(days?.ok === false ? { paymentDays: t('errors:field.days') } : {});
    if (days?.ok === false) return;
    save.mutate(
      { ...rest, paymentDays: days ? days.value : null },
      { onSuccess: onClose, onError: errors.refuse },
    );
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
        {...field('paymentDays')}
      />
    </Dialog>
  );
}
