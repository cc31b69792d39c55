import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { agreementKinds } from '#shared/domain/agreement-terms.ts';
import { currencyCodes } from '#shared/domain/currencies.ts';
import { type AgreementView, agreementsContract } from '#shared/ipc/billing-agreements.ts';
import { type Draft, useDraft } from '../../../lib/draft.ts';
import { useWrite } from '../../../lib/queries.ts';
import { useSay } from '../../../lib/say.ts';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Field, FieldRow } from '../../../ui/Field.tsx';
import { FormActions } from '../../../ui/FormActions.tsx';
import { DateField } from '../../../ui/fields/DateField.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { useMoneyErrors } from '../errors.ts';
import { useFormat } from '../format.ts';
import { type AgreementForm, formOf, readForm } from './agreement-form.ts';
import { DayRateFields } from './DayRateFields.tsx';
import { KindRateFields } from './KindRateFields.tsx';
import { RetainerFields } from './RetainerFields.tsx';
import { WorkKindChoice } from './WorkKindChoice.tsx';

export interface AgreementDialogProps {
  readonly clientId: string;
  /** Null for a new one. */
  readonly agreement: AgreementView | null;
  /** The version to correct; null for new terms. */
  readonly termsId: string | null;
  /** What new terms begin with: ISO date and currency. */
  readonly proposed: { readonly validFrom: string | null; readonly currency: string };
  readonly onClose: () => void;
}

export type FormDraft = Draft<AgreementForm>;

/** What is agreed with a client, by kind, and the day from which it holds. */
export function AgreementDialog({ clientId, agreement, termsId, proposed, onClose }: AgreementDialogProps) {
  const { t } = useTranslation('billing');
  const { language } = useFormat();
  const save = useWrite('billing.saveAgreement');
  const draft = useDraft(formOf(agreement, termsId, proposed, language));
  const errors = useMoneyErrors(draft);
  const say = useSay();
  const { values } = draft;

  /** What is sent; null, and said beside the fields, when something is wrong with it. */
  const read = () => {
    const ids = { clientId, agreementId: agreement?.id ?? null, termsId };
    const { input, fields } = readForm(values, ids, language);
    const own = Object.entries(fields).map(([path, key]) => [path, t(`errors:${key}` as never)]);
    const wrong = errors.check(agreementsContract['billing.saveAgreement'], input, Object.fromEntries(own));
    return wrong ? null : input;
  };
  const done = () => {
    onClose();
    say.undoable(t('agreementSaved'));
  };
  const submit = () => {
    const input = read();
    if (input) save.mutate(input, { onSuccess: done, onError: errors.refuse });
  };
  const mode = agreement === null ? 'add' : termsId === null ? 'change' : 'correct';
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t(`agreementDialog.${mode}`)}
      lead={t(`agreementDialog.${mode}Lead`)}
      width={620}
      onSubmit={submit}
      onCheck={read}
      actions={<FormActions onCancel={onClose} busy={save.isPending} />}
    >
      {agreement === null && (
        <Field label={t('agreementDialog.kind')}>
          <div>
            <Segmented
              label={t('agreementDialog.kind')}
              value={values.kind}
              onChange={(kind) => draft.set('kind', kind)}
              options={agreementKinds.map((value) => ({ value, label: t(`agreementKind.${value}`) }))}
            />
          </div>
        </Field>
      )}
      <FieldRow>
        <TextInput
          label={t(`agreementDialog.rate.${values.kind}`)}
          value={values.rate}
          inputMode="decimal"
          autoComplete="off"
          data-autofocus
          error={draft.error('rate')}
          onChange={(event) => draft.set('rate', event.currentTarget.value)}
        />
        <Select
          label={t('currency')}
          data={currencyCodes as string[]}
          value={values.currency}
          searchable
          allowDeselect={false}
          error={draft.error('currency')}
          onChange={(value) => value && draft.set('currency', value)}
        />
        <DateField
          label={t('table.validFrom')}
          value={values.validFrom}
          required
          error={draft.error('validFrom')}
          onChange={(value) => draft.set('validFrom', value)}
        />
      </FieldRow>
      {values.kind === 'retainer' && <RetainerFields draft={draft} />}
      {values.kind === 'day_rate' && <DayRateFields draft={draft} />}
      <WorkKindChoice draft={draft} />
      {values.kind === 'hourly' && <KindRateFields draft={draft} />}
      <TextInput
        label={t('agreementDialog.title')}
        description={t('agreementDialog.titleText')}
        value={values.title}
        autoComplete="off"
        error={draft.error('title')}
        onChange={(event) => draft.set('title', event.currentTarget.value)}
      />
    </Dialog>
  );
}
