import { useTranslation } from 'react-i18next';
import { Field, FieldRow } from '../../../ui/Field.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import type { FormDraft } from './AgreementDialog.tsx';
import { TypedField } from './TypedField.tsx';

/** A retainer's hours, its cycle, and what becomes of hours that are left or go over. */
export function RetainerFields({ draft }: { readonly draft: FormDraft }) {
  const { t } = useTranslation('billing');
  const field = (name: 'hours' | 'cycleDay' | 'carryCap' | 'carryCycles' | 'overageRate', path: string) => ({
    draft,
    name,
    path: `terms.${path}`,
    label: t(`retainerFields.${name}`),
  });
  return (
    <>
      <FieldRow>
        <TypedField {...field('hours', 'seconds')} />
        <TypedField {...field('cycleDay', 'cycleDay')} inputMode="numeric" />
        <TypedField {...field('overageRate', 'overageRate')} inputMode="decimal" />
      </FieldRow>
      <FieldRow>
        <TypedField {...field('carryCap', 'carryCap')} description={t('retainerFields.carryCapText')} />
        <TypedField
          {...field('carryCycles', 'carryCycles')}
          description={t('retainerFields.carryCyclesText')}
          inputMode="numeric"
        />
      </FieldRow>
      <Field label={t('retainerFields.fee')}>
        <div>
          <Segmented
            label={t('retainerFields.fee')}
            value={draft.values.fee}
            onChange={(fee) => draft.set('fee', fee)}
            options={(['advance', 'after'] as const).map((value) => ({
              value,
              label: t(`retainerFields.fees.${value}`),
            }))}
          />
        </div>
      </Field>
      <Field label={t('retainerFields.stub')} description={t('retainerFields.stubText')}>
        <div>
          <Segmented
            label={t('retainerFields.stub')}
            value={draft.values.stub}
            onChange={(stub) => draft.set('stub', stub)}
            options={(['full', 'prorated'] as const).map((value) => ({
              value,
              label: t(`retainerFields.stubs.${value}`),
            }))}
          />
        </div>
      </Field>
    </>
  );
}
