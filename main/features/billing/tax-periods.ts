import { type PaidInvoice, type PaidTax, type TaxPart, taxesAsPaid } from '#shared/domain/cash-tax.ts';
import { periodDates } from '#shared/domain/period.ts';
import type { TaxCategory } from '#shared/domain/tax-category.ts';
import { type TaxRow, taxRows } from '#shared/domain/tax-periods.ts';
import type { TaxBasis } from '#shared/ipc/billing-reports.ts';
import type { Sql } from '../../store/open.ts';

interface PartRow {
  readonly invoiceId: string;
  readonly on: string;
  readonly category: TaxCategory;
  readonly rate: number;
  readonly net: number;
  readonly tax: number;
}

/**
 * Reads the taxes of a year by month, currency and rate: of what was issued in it, or of what came in. What is issued says
 * the tax of its snapshot, so the sums are the snapshots' to the minor unit.
 */
export function createTaxPeriods(sql: Sql): (year: string, basis: TaxBasis) => TaxRow[] {
  const issued = sql.prepare<[string, string], TaxRow>(
    `SELECT substr(i.issue_date, 1, 7) AS period, i.currency, t.category, t.rate,
       sum(CASE i.kind WHEN 'credit_note' THEN -t.net_minor ELSE t.net_minor END) AS net,
       sum(CASE i.kind WHEN 'credit_note' THEN -t.tax_minor ELSE t.tax_minor END) AS tax
     FROM invoices i CROSS JOIN invoice_taxes t ON t.invoice_id = i.id
     WHERE i.state = 'issued' AND i.issue_date BETWEEN ? AND ? GROUP BY 1, 2, 3, 4`,
  );
  // Everything of the invoices for which money came or went in the year: shares go by all that came before.
  const touched = 'SELECT invoice_id FROM payments WHERE paid_on BETWEEN ? AND ?';
  const payments = sql.prepare<
    [string, string, string],
    { invoiceId: string; currency: string; on: string; amount: number }
  >(
    `SELECT p.invoice_id AS invoiceId, i.currency, p.paid_on AS "on", sum(p.amount_minor) AS amount
     FROM payments p JOIN invoices i ON i.id = p.invoice_id
     WHERE p.invoice_id IN (${touched}) AND p.paid_on <= ? GROUP BY 1, 3 ORDER BY 1, 3`,
  );
  const taxes = sql.prepare<[string, string], PartRow>(
    `SELECT t.invoice_id AS invoiceId, '' AS "on", t.category, t.rate, t.net_minor AS net, t.tax_minor AS tax
     FROM invoice_taxes t WHERE t.invoice_id IN (${touched})`,
  );
  const credits = sql.prepare<[string, string], PartRow>(
    `SELECT n.corrects_id AS invoiceId, n.issue_date AS "on", t.category, t.rate, t.net_minor AS net,
       t.tax_minor AS tax
     FROM invoices n JOIN invoice_taxes t ON t.invoice_id = n.id
     WHERE n.state = 'issued' AND n.corrects_id IN (${touched})`,
  );

  function paid(from: string, to: string): TaxRow[] {
    const asked = grouped(taxes.all(from, to));
    const credited = grouped(credits.all(from, to));
    const came = payments.all(from, to, to);
    const byInvoice = new Map<string, { currency: string; payments: { on: string; amount: number }[] }>();
    for (const { invoiceId, currency, on, amount } of came) {
      const known = byInvoice.get(invoiceId);
      if (known) known.payments.push({ on, amount });
      else byInvoice.set(invoiceId, { currency, payments: [{ on, amount }] });
    }
    return [...byInvoice].flatMap(([invoiceId, { currency, payments: own }]) => {
      const invoice: PaidInvoice = {
        taxes: asked.get(invoiceId) ?? [],
        credits: (credited.get(invoiceId) ?? []).map((part) => ({ on: part.on, taxes: [part] })),
        payments: own,
      };
      return taxesAsPaid(invoice)
        .filter(({ on }) => on >= from)
        .map((part) => rowOf(part, currency));
    });
  }

  return (year, basis) => {
    const { from, to } = periodDates(year);
    return taxRows(basis === 'issued' ? issued.all(from, to) : paid(from, to), 'month');
  };
}

function rowOf({ on, category, rate, net, tax }: PaidTax, currency: string): TaxRow {
  return { period: on.slice(0, 7), currency, category, rate, net, tax };
}

function grouped(rows: readonly PartRow[]): Map<string, (TaxPart & { readonly on: string })[]> {
  const byInvoice = new Map<string, (TaxPart & { readonly on: string })[]>();
  for (const { invoiceId, ...part } of rows) {
    const list = byInvoice.get(invoiceId);
    if (list) list.push(part);
    else byInvoice.set(invoiceId, [part]);
  }
  return byInvoice;
}
