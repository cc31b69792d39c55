import { Select, Textarea, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type TaxCategory, taxCategories } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled } from '#shared/domain/money-text.ts';
import { standardRate } from '#shared/domain/tax-regimes/index.ts';
import { taxReason } from '#shared/domain/tax-texts.ts';
import { billingContract } from '#shared/ipc/billing.ts';
import type { DraftErrors } from '../../../lib/draft.ts';
import { useHere } from '../../../lib/here.ts';
import { useWrite } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { FieldRow } from '../../../ui/Field.tsx';
import { Form } from '../../../ui/Form.tsx';
import { useToast } from '../../../ui/feedback/Feedback.tsx';
import { LeaveGuard } from '../../../ui/LeaveGuard.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { useVatIdHint } from '../einvoice/vat-id-hint.ts';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { PlaceFields } from '../PlaceFields.tsx';
import classes from './Details.module.css';
import { LogoField } from './LogoField.tsx';
import { LookFields } from './LookFields.tsx';
import type { ProfileFormState } from './profile-form.ts';

const texts = [
  'name',
  'trade',
  'email',
  'phone',
  'vatId',
  'taxNumber',
  'registration',
  'endpointScheme',
  'endpoint',
  'paymentDetails',
  'accountHolder',
  'iban',
  'bic',
  'bank',
  'taxNote',
  'accent',
] as const;

/** Name, address, payment and tax of the person who bills. */
export function ProfileForm({ state }: { readonly state: ProfileFormState }) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const { show } = useToast();
  const { today } = useHere();
  const { form, dirty, rate, days, set, change, keep, typed } = state;
  const save = useWrite('billing.saveProfile');
  const [wrong, setErrors] = useState<DraftErrors>({});
  const errors = useMoneyErrors({ setErrors });
  const field = (name: (typeof texts)[number] | 'rate' | 'days') => ({
    value: form[name],
    autoComplete: 'off',
    error: wrong[name],
    onChange: (event: { currentTarget: { value: string } }) => set(name, event.currentTarget.value),
  });
  const vatIdHint = useVatIdHint(form.vatId, form.country);
  /** Of the country that is chosen; empty where nobody knows it. */
  const proposedRate = () => {
    const usual = standardRate(form.country, today);
    return usual === null ? '' : formatScaled(usual, taxRateScale, language);
  };
  const chooseCategory = (category: TaxCategory) =>
    change({
      category,
      rate: category === 'standard' && !(rate.ok && rate.value > 0) ? proposedRate() : form.rate,
      taxNote:
        category === 'small_business' && form.taxNote === ''
          ? taxReason(category, form.country, language).text || t('details.smallBusinessNote')
          : form.taxNote,
    });

  const submit = () => {
    const standard = form.category === 'standard';
    const words = Object.fromEntries(texts.map((name) => [name, form[name]])) as Record<
      (typeof texts)[number],
      string
    >;
    const { address, street, postcode, city, region, country, paper, logoId } = typed;
    const place = { address, street, postcode, city, region, country };
    const tax = { category: form.category, rate: !standard ? 0 : rate.ok ? rate.value : Number.NaN };
    const paymentDays = days.ok ? days.value : Number.NaN;
    const input = { ...words, ...place, paper, logoId, paymentDays, tax };
    const own = {
      ...(standard && !rate.ok ? { 'tax.rate': t('errors:field.percent') } : {}),
      ...(days.ok ? {} : { paymentDays: t('errors:field.days') }),
    };
    if (errors.check(billingContract['billing.saveProfile'], input, own)) return;
    save.mutate(input, {
      onSuccess: () => {
        keep();
        show({ text: t('details.saved'), tone: 'success' });
      },
      onError: errors.refuse,
    });
  };

  return (
    <Panel title={t('details.title')}>
      <LeaveGuard active={dirty} />
      <Form className={classes.form} onSubmit={submit}>
        <p className={classes.lead}>{t('details.lead')}</p>
        <FieldRow>
          <TextInput label={t('details.name')} {...field('name')} />
          <TextInput label={t('details.trade')} {...field('trade')} />
        </FieldRow>
        <PlaceFields value={form} onChange={set} error={(path) => wrong[path]} />
        <FieldRow>
          <TextInput label={t('details.email')} type="email" {...field('email')} />
          <TextInput label={t('details.phone')} {...field('phone')} />
        </FieldRow>
        <FieldRow>
          <TextInput label={t('details.iban')} {...field('iban')} />
          <TextInput label={t('details.bic')} {...field('bic')} />
        </FieldRow>
        <FieldRow>
          <TextInput label={t('details.accountHolder')} placeholder={form.name} {...field('accountHolder')} />
          <TextInput label={t('details.bank')} {...field('bank')} />
        </FieldRow>
        <Textarea
          label={t('details.payment')}
          description={t('details.paymentText')}
          autosize
          minRows={2}
          maxRows={6}
          {...field('paymentDetails')}
        />
        <FieldRow>
          <TextInput label={t('details.vatId')} description={vatIdHint} {...field('vatId')} />
          <TextInput label={t('details.taxNumber')} {...field('taxNumber')} />
          <TextInput label={t('details.registration')} {...field('registration')} />
        </FieldRow>
        <FieldRow>
          <TextInput
            label={t('place.endpointScheme')}
            description={t('place.endpointText')}
            {...field('endpointScheme')}
          />
          <TextInput
            label={t('place.endpoint')}
            description={t('details.endpointText')}
            {...field('endpoint')}
          />
        </FieldRow>
        <FieldRow>
          <Select
            label={t('tax.label')}
            data={taxCategories.map((value) => ({ value, label: t(`tax.${value}`) }))}
            value={form.category}
            allowDeselect={false}
            onChange={(value) => value && chooseCategory(value as TaxCategory)}
          />
          {form.category === 'standard' && (
            <TextInput
              label={t('tax.rate')}
              inputMode="decimal"
              {...field('rate')}
              error={wrong['tax.rate']}
            />
          )}
          <TextInput
            label={t('details.days')}
            inputMode="numeric"
            {...field('days')}
            error={wrong.paymentDays}
          />
        </FieldRow>
        {form.category === 'small_business' && (
          <Textarea
            label={t('details.taxNote')}
            description={t('details.taxNoteText')}
            autosize
            minRows={2}
            {...field('taxNote')}
          />
        )}
        <LogoField value={form.logoId} onChange={(logoId) => change({ logoId })} error={wrong.logoId} />
        <LookFields
          paper={form.paper}
          onPaper={(paper) => change({ paper })}
          accent={form.accent}
          onAccent={(accent) => set('accent', accent)}
          error={wrong.accent}
        />
        <div className={classes.actions}>
          <Button type="submit" size="lg" variant="primary" busy={save.isPending}>
            {t('common:save')}
          </Button>
        </div>
      </Form>
    </Panel>
  );
}
