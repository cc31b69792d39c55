import type { Tax } from '#shared/domain/tax-category.ts';
import type { ExpenseRow } from './expense-rows.ts';
import type { InvoiceRecord, LineRecord } from './invoice-rows.ts';

/** What a line of a draft bears: a tax of its own, or that of its invoice. */
export function lineTax(
  own: Tax | null,
  { taxCategory, taxRate }: Pick<InvoiceRecord, 'taxCategory' | 'taxRate'>,
): Pick<LineRecord, 'taxCategory' | 'taxRate' | 'ownTax'> {
  if (own === null) return { taxCategory, taxRate, ownTax: 0 };
  return { taxCategory: own.category, taxRate: own.rate, ownTax: 1 };
}

/** The tax that was chosen for an expense; null as the rest of its invoice. */
export function expenseTax({ taxCategory: category, taxRate: rate }: ExpenseRow): Tax | null {
  return category === null || rate === null ? null : { category, rate };
}
