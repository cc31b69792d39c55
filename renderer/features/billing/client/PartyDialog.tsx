import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { isLeitwegId } from '#shared/domain/leitweg-id.ts';
import { parseScaled } from '#shared/domain/money-text.ts';
import { billingContract, type PartyView } from '#shared/ipc/billing.ts';
import { useDraft } from '../../../lib/draft.ts';
import { useRead, useWrite } from '../../../lib/queries.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { useVatIdHint } from '../einvoice/vat-id-hint.ts';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { PlaceFields, storedPlace, typedPlace } from '../PlaceFields.tsx';

const words = [
  'legalName',
  'contact',
  'vatId',
  'email',
  'buyerReference',
  'endpointScheme',
  'endpoint',
] as const;

/** Edits the name, address and terms that invoices to this client carry. */
export function PartyDialog({ party, onClose }: { readonly party: PartyView; readonly onClose: () => void }) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const save = useWrite('billing.saveParty');
  const draft = useDraft({
    ...party,
    ...typedPlace(party),
    paymentDays: party.paymentDays === null ? '' : `${party.paymentDays}`,
  });
  const errors = useMoneyErrors(draft);
  const { data: terms } = useRead('billing.einvoiceTerms', { clientId: party.clientId });
  const reference = draft.values.buyerReference.trim();
  const otherReference =
    terms?.formats.includes('xrechnung') === true && reference !== '' && !isLeitwegId(reference);
  const vatIdHint = useVatIdHint(draft.values.vatId, draft.values.country);
  const field = (name: (typeof words)[number] | 'paymentDays') => ({
    value: draft.values[name],
    error: draft.error(name),
    autoComplete: 'off',
    onChange: (event: { currentTarget: { value: string } }) => draft.set(name, event.currentTarget.value),
  });
  const submit = () => {
    const { paymentDays, lines, postcode, city, region, country, ...rest } = draft.values;
    const place = storedPlace({ lines, postcode, city, region, country });
    const days = paymentDays.trim() === '' ? null : parseScaled(paymentDays, 0, language);
    const input = {
      ...rest,
      ...place,
      paymentDays: days === null ? null : days.ok ? days.value : Number.NaN,
    };
    const own = days?.ok === false ? { paymentDays: t('errors:field.days') } : {};
    if (errors.check(billingContract['billing.saveParty'], input, own)) return;
    save.mutate(input, { onSuccess: onClose, onError: errors.refuse });
  };
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('party.title')}
      lead={t('party.lead')}
      width={520}
      onSubmit={submit}
      actions={<FormActions onCancel={onClose} busy={save.isPending} />}
    >
      <TextInput label={t('party.legalName')} data-autofocus {...field('legalName')} />
      <TextInput label={t('party.contact')} {...field('contact')} />
      <PlaceFields value={draft.values} onChange={draft.set} error={draft.error} />
      <FieldRow>
        <TextInput label={t('party.vatId')} description={vatIdHint} {...field('vatId')} />
        <TextInput label={t('party.email')} type="email" {...field('email')} />
      </FieldRow>
      <FieldRow>
        <TextInput
          label={t('party.days')}
          description={t('party.daysText')}
          inputMode="numeric"
          {...field('paymentDays')}
        />
        <TextInput
          label={t('party.reference')}
          description={t(otherReference ? 'party.referenceHint' : 'party.referenceText')}
          {...field('buyerReference')}
        />
      </FieldRow>
      <FieldRow>
        <TextInput
          label={t('place.endpointScheme')}
          description={t('place.endpointText')}
          {...field('endpointScheme')}
        />
        <TextInput label={t('place.endpoint')} description={t('party.endpointText')} {...field('endpoint')} />
      </FieldRow>
    </Dialog>
  );
}
