import { useTranslation } from 'react-i18next';
import { FieldRow } from '../../../ui/Field.tsx';
import type { FormDraft } from './AgreementDialog.tsx';
import { TypedField } from './TypedField.tsx';

/** From how much work a day counts as half and as whole, and what goes beyond it. */
export function DayRateFields({ draft }: { readonly draft: FormDraft }) {
  const { t } = useTranslation('billing');
  const field = (name: 'halfFrom' | 'fullFrom' | 'overAfter' | 'overRate', path: string) => ({
    draft,
    name,
    path: `terms.${path}`,
    label: t(`dayFields.${name}`),
  });
  return (
    <>
      <FieldRow>
        <TypedField {...field('halfFrom', 'halfFrom')} description={t('dayFields.halfFromText')} />
        <TypedField {...field('fullFrom', 'fullFrom')} description={t('dayFields.fullFromText')} />
      </FieldRow>
      <FieldRow>
        <TypedField {...field('overAfter', 'over.after')} description={t('dayFields.overText')} />
        <TypedField
          {...field('overRate', 'over.rate')}
          description={t('dayFields.overRateText')}
          inputMode="decimal"
        />
      </FieldRow>
    </>
  );
}
