import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Tax, type TaxCategory, taxCategories } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { formatScaled, parseScaled } from '#shared/domain/money-text.ts';
import type { Draft } from '../../lib/draft.ts';
import { FieldRow } from '../../ui/Field.tsx';

/** As it stands in a form. */
export interface TaxChoice {
  /** Null as the rest of the invoice. */
  readonly taxCategory: TaxCategory | null;
  /** As it is typed; counts where tax is charged. */
  readonly taxRate: string;
}

/** What a form begins with. */
export function taxChoice(tax: Tax | null, language: string): TaxChoice {
  return {
    taxCategory: tax?.category ?? null,
    taxRate: tax ? formatScaled(tax.rate, taxRateScale, language) : '',
  };
}

/** What a line or an expense is charged with: as the invoice, or a tax of its own. */
export function LineTaxField({
  draft,
}: {
  readonly draft: Pick<Draft<TaxChoice>, 'values' | 'set' | 'error'>;
}) {
  const { taxCategory, taxRate } = draft.values;
  const { t } = useTranslation('billing');
  return (
    <FieldRow>
      <Select
        label={t('tax.label')}
        data={[
          { value: 'asInvoice', label: t('expenses.asInvoice') },
          ...taxCategories.map((value) => ({ value, label: t(`tax.${value}`) })),
        ]}
        value={taxCategory ?? 'asInvoice'}
        allowDeselect={false}
        onChange={(value) => draft.set('taxCategory', taxCategories.find((known) => known === value) ?? null)}
      />
      {taxCategory === 'standard' && (
        <TextInput
          label={t('tax.rate')}
          inputMode="decimal"
          value={taxRate}
          error={draft.error('taxRate')}
          onChange={(event) => draft.set('taxRate', event.currentTarget.value)}
        />
      )}
    </FieldRow>
  );
}

/** The tax as typed; `wrong` for a rate that is none. */
export function readTax(
  { taxCategory: category, taxRate }: TaxChoice,
  language: string,
): Tax | null | 'wrong' {
  if (category === null) return null;
  if (category !== 'standard') return { category, rate: 0 };
  const read = parseScaled(taxRate.replace('%', ''), taxRateScale, language);
  return read.ok && read.value > 0 && read.value <= 100_000 ? { category, rate: read.value } : 'wrong';
}
