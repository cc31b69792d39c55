import type { IdSource } from '../../ports/id-source.ts';
import type { Store } from '../../store/store.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord } from './invoice-rows.ts';

export type LineTax = Pick<LineRecord, 'taxCategory' | 'taxRate'>;

/** What the lines bear that are no discounts, each tax once, in their order; `own` where there is none yet. */
export function taxesOf(lines: readonly LineRecord[], own: LineTax): LineTax[] {
  const taxes = new Map<string, LineTax>();
  for (const line of lines) {
    const { kind, taxCategory, taxRate } = line;
    if (kind !== 'discount') taxes.set(keyOf(line), { taxCategory, taxRate });
  }
  const { taxCategory, taxRate } = own;
  return taxes.size === 0 ? [{ taxCategory, taxRate }] : [...taxes.values()];
}

const keyOf = ({ taxCategory, taxRate }: LineTax) => `${taxCategory} ${taxRate}`;

/**
 * Keeps each discount of so many percent on a client's drafts in one line for each tax that the other lines bear,
 * whatever becomes of those: it is meant of all lines, and is never taken off twice. Of all clients for null.
 */
export function createDiscountFollowing(
  store: Store,
  rows: InvoiceRows,
  ids: IdSource,
): (clientId: string | null) => void {
  const { sql } = store;
  const drafts = sql
    .prepare<[{ only: string | null }], string>(
      `SELECT id FROM invoices i WHERE state = 'draft' AND kind = 'invoice' AND (:only IS NULL OR client_id = :only)
         AND EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = i.id AND l.percent IS NOT NULL)`,
    )
    .pluck();
  const remove = sql.prepare('DELETE FROM invoice_lines WHERE id = ?');
  const tax = sql.prepare(
    'UPDATE invoice_lines SET tax_category = @taxCategory, tax_rate = @taxRate WHERE id = @id',
  );

  /** The lines of one percentage: as many for each tax as there are for any, in the order they have there. */
  function spread(taxes: readonly LineTax[], shares: readonly LineRecord[]): boolean {
    const of = (tax: LineTax) => shares.filter((line) => keyOf(line) === keyOf(tax));
    const known = new Set(taxes.map(keyOf));
    const stray = shares.filter((line) => !known.has(keyOf(line)));
    const fullest = shares.map(of).reduce((most, lines) => (lines.length > most.length ? lines : most));
    let changed = stray.length > 0;
    for (const one of taxes)
      for (const line of fullest.slice(of(one).length)) {
        const spare = stray.shift();
        if (spare) tax.run({ ...one, id: spare.id });
        else rows.insertLine({ ...line, ...one, id: ids.next() });
        changed = true;
      }
    for (const { id } of stray) remove.run(id);
    return changed;
  }

  function follow({ id, ...own }: InvoiceRecord): boolean {
    const lines = rows.lines(id);
    const shares = lines.filter(({ percent }) => percent !== null);
    const taxes = taxesOf(lines, own);
    const percentages = new Set(shares.map(({ percent }) => percent));
    const changed = [...percentages].map((percent) =>
      spread(
        taxes,
        shares.filter((line) => line.percent === percent),
      ),
    );
    if (!changed.includes(true)) return false;
    rows.order(rows.lines(id).map((line) => line.id));
    return true;
  }

  return (only) => {
    const found = drafts.all({ only });
    if (found.length === 0) return;
    store.write((announce) => {
      for (const record of found.map((id) => rows.invoice(id)))
        if (record && follow(record)) announce('billing', record.clientId);
    });
  };
}
