import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Tax, type TaxCategory, taxCategories } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { parseScaled } from '#shared/domain/money-text.ts';
import { FieldRow } from '../../ui/Field.tsx';

export interface LineTaxFieldProps {
  /** Null as the rest of the invoice. */
  readonly category: TaxCategory | null;
  /** As it is typed; counts where tax is charged. */
  readonly rate: string;
  readonly error: string | undefined;
  readonly onCategory: (category: TaxCategory | null) => void;
  readonly onRate: (rate: string) => void;
}

/** What a line or an expense is charged with: as the invoice, or a tax of its own. */
export function LineTaxField({ category, rate, error, onCategory, onRate }: LineTaxFieldProps) {
  const { t } = useTranslation('billing');
  return (
    <FieldRow>
      <Select
        label={t('tax.label')}
        data={[
          { value: 'asInvoice', label: t('expenses.asInvoice') },
          ...taxCategories.map((value) => ({ value, label: t(`tax.${value}`) })),
        ]}
        value={category ?? 'asInvoice'}
        allowDeselect={false}
        onChange={(value) => onCategory(taxCategories.find((known) => known === value) ?? null)}
      />
      {category === 'standard' && (
        <TextInput
          label={t('tax.rate')}
          inputMode="decimal"
          value={rate}
          error={error}
          onChange={(event) => onRate(event.currentTarget.value)}
        />
      )}
    </FieldRow>
  );
}

/** As it stands in a form. */
export interface TaxChoice {
  readonly taxCategory: TaxCategory | null;
  readonly taxRate: string;
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
