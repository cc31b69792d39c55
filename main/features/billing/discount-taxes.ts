import type { IdSource } from '../../ports/id-source.ts';
import type { Sql } from '../../store/open.ts';
import type { InvoiceRows, LineRecord } from './invoice-rows.ts';

type LineTax = Pick<LineRecord, 'taxCategory' | 'taxRate'>;

const sameTax = (one: LineTax, other: LineTax) =>
  one.taxCategory === other.taxCategory && one.taxRate === other.taxRate;

/** What the lines bear, each tax once, in their order; `own` where there is none yet. */
export function taxesOf(lines: readonly LineRecord[], own: LineTax): LineTax[] {
  const taxes = lines
    .filter(({ kind }) => kind !== 'discount')
    .map(({ taxCategory, taxRate }) => ({ taxCategory, taxRate }))
    .filter((line, index, all) => all.findIndex((other) => sameTax(line, other)) === index);
  return taxes.length === 0 ? [own] : taxes;
}

/**
 * Lets discounts in percent follow the taxes of the lines that they are taken off: each has one line for each tax that
 * there is, and none for one that there is no more. Inside the caller's transaction.
 */
export function createDiscountTaxes(sql: Sql, rows: InvoiceRows, ids: IdSource): (invoiceId: string) => void {
  const remove = sql.prepare('DELETE FROM invoice_lines WHERE id = ?');
  return (invoiceId) => {
    const lines = rows.lines(invoiceId);
    const shares = lines.filter(({ percent }) => percent !== null);
    const [first] = shares;
    if (!first || lines.every(({ kind }) => kind === 'discount')) return;
    const taxes = taxesOf(lines, first);
    const same = (one: LineRecord, other: LineRecord) =>
      one.percent === other.percent && one.text === other.text;
    const groups = shares.filter((line, index) => shares.findIndex((other) => same(line, other)) === index);
    for (const group of groups) {
      const own = shares.filter((line) => same(line, group));
      for (const { taxCategory, taxRate } of taxes)
        if (!own.some((line) => sameTax(line, { taxCategory, taxRate })))
          rows.insertLine({ ...group, id: ids.next(), taxCategory, taxRate });
      for (const line of own) if (!taxes.some((tax) => sameTax(tax, line))) remove.run(line.id);
    }
  };
}
