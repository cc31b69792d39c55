import { setImmediate } from 'node:timers/promises';
import { safeCell } from '#shared/domain/csv-cell.ts';
import type { TaxTotal } from '#shared/domain/invoice.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { decimalText, scaledText } from '#shared/domain/money-text.ts';
import { periodDates } from '#shared/domain/period.ts';
import { type TaxCategory, taxCodes } from '#shared/domain/tax-category.ts';
import type { YearTable } from '#shared/ipc/billing-exports.ts';
import type { Words } from '../../ports/words.ts';
import type { Sql } from '../../store/open.ts';
import { csvFile } from './csv.ts';
import { createStandings } from './standing.ts';

interface IssuedRow {
  readonly kind: 'invoice' | 'credit_note';
  readonly number: string;
  readonly issueDate: string;
  readonly currency: string;
  readonly client: string;
  readonly country: string;
  readonly vatId: string;
}

interface PaidRow {
  readonly paidOn: string;
  readonly number: string;
  readonly client: string;
  readonly amount: number;
  readonly currency: string;
  readonly note: string;
}

interface SpentRow {
  readonly spentOn: string;
  readonly client: string;
  readonly text: string;
  readonly amount: number;
  readonly currency: string;
  readonly billable: 0 | 1;
  readonly writtenOff: 0 | 1;
  readonly number: string | null;
  readonly receipt: string | null;
  /** Both null: taxed as the invoice is. */
  readonly category: TaxCategory | null;
  readonly rate: number | null;
}

/** Invoices that are read before others may have their turn. */
const atOnce = 50;

/**
 * Makes the tables of a year for accountants. Amounts are plain decimals with a point, dates ISO, so that any program
 * reads them alike; what people wrote cannot run as a formula.
 */
export function createYearTables(sql: Sql, words: Words, today: () => string) {
  const ids = sql
    .prepare<[string, string], string>(
      `SELECT id FROM invoices WHERE state = 'issued' AND issue_date BETWEEN ? AND ?
       ORDER BY issue_date, series_id, counter`,
    )
    .pluck();
  // As the document says it: what is changed about a client later is not what was issued.
  const issued = sql.prepare<[string], IssuedRow>(
    `SELECT i.kind, i.number, i.issue_date AS issueDate, i.currency,
       coalesce(json_extract(i.snapshot, '$.buyer.name'), c.name) AS client,
       coalesce(json_extract(i.snapshot, '$.buyer.postal.country'), '') AS country,
       coalesce(json_extract(i.snapshot, '$.buyer.vatId'), '') AS vatId
     FROM invoices i JOIN clients c ON c.id = i.client_id WHERE i.id = ?`,
  );
  const taxes = sql.prepare<[string], TaxTotal>(
    `SELECT category, rate, net_minor AS net, tax_minor AS tax FROM invoice_taxes WHERE invoice_id = ?
     ORDER BY category, rate DESC`,
  );
  const paid = sql.prepare<[string, string], PaidRow>(
    `SELECT p.paid_on AS paidOn, i.number, c.name AS client, p.amount_minor AS amount, i.currency, p.note
     FROM payments p JOIN invoices i ON i.id = p.invoice_id JOIN clients c ON c.id = p.client_id
     WHERE p.paid_on BETWEEN ? AND ? ORDER BY p.paid_on, p.created_at, p.id`,
  );
  const spent = sql.prepare<[string, string], SpentRow>(
    `SELECT x.spent_on AS spentOn, c.name AS client, x.text, x.amount_minor AS amount, x.currency, x.billable,
       EXISTS (SELECT 1 FROM write_offs w WHERE w.expense_id = x.id) AS writtenOff,
       i.number, f.name AS receipt, coalesce(l.tax_category, x.tax_category) AS category,
       coalesce(l.tax_rate, x.tax_rate) AS rate
     FROM expenses x JOIN clients c ON c.id = x.client_id LEFT JOIN billing_files f ON f.id = x.receipt_id
     LEFT JOIN invoice_line_sources s ON s.kind = 'expense' AND s.ref = x.id AND s.released_by IS NULL
     LEFT JOIN invoice_lines l ON l.id = s.line_id LEFT JOIN invoices i ON i.id = l.invoice_id
     WHERE x.spent_on BETWEEN ? AND ? ORDER BY x.spent_on, x.created_at, x.id`,
  );
  const standing = createStandings(sql);
  const heading = (column: string) => words.text(`money:csv.${column}`);

  function invoiceRows(id: string): string[][] {
    const row = issued.get(id);
    if (!row) return [];
    const sign = row.kind === 'credit_note' ? -1 : 1;
    const stands = standing(id, today());
    const paidOn = stands?.standing.status === 'paid' ? (stands.settledOn ?? '') : '';
    const amount = (minor: number) => decimalText(sign * minor, row.currency);
    return taxes
      .all(id)
      .map(({ category, rate, net, tax }) => [
        safeCell(row.number),
        words.text(`billing:${row.kind === 'credit_note' ? 'creditNote' : 'invoice'}`),
        row.issueDate,
        safeCell(row.client),
        safeCell(row.country),
        safeCell(row.vatId),
        words.text(`money:category.${category}`),
        taxCodes[category],
        scaledText(rate, taxRateScale),
        amount(net),
        amount(tax),
        amount(net + tax),
        row.currency,
        paidOn,
      ]);
  }

  /** What the client is charged with: as it is on the invoice, else of its own; nothing where the invoice decides. */
  function taxCells({ category, rate }: Pick<SpentRow, 'category' | 'rate'>): string[] {
    if (category === null || rate === null) return ['', '', ''];
    return [words.text(`money:category.${category}`), taxCodes[category], scaledText(rate, taxRateScale)];
  }

  const make: Readonly<Record<YearTable, (from: string, to: string) => Promise<Uint8Array>>> = {
    async accountants(from, to) {
      const rows: string[][] = [];
      for (const [index, id] of ids.all(from, to).entries()) {
        rows.push(...invoiceRows(id));
        if (index % atOnce === atOnce - 1) await setImmediate();
      }
      return csvFile(accountantColumns.map(heading), rows);
    },
    async payments(from, to) {
      const rows = paid
        .all(from, to)
        .map(({ paidOn, number, client, amount, currency, note }) => [
          ...[paidOn, safeCell(number), safeCell(client), decimalText(amount, currency), currency],
          safeCell(note),
        ]);
      return csvFile(['paidOn', 'number', 'client', 'amount', 'currency', 'note'].map(heading), rows);
    },
    async expenses(from, to) {
      const rows = spent
        .all(from, to)
        .map(({ spentOn, client, text, amount, currency, billable, writtenOff, number, receipt, ...tax }) => [
          ...[spentOn, safeCell(client), safeCell(text), decimalText(amount, currency), currency],
          ...taxCells(tax),
          ...[
            heading(writtenOff === 1 ? 'writtenOff' : billable === 1 ? 'yes' : 'no'),
            safeCell(number ?? ''),
            safeCell(receipt ?? ''),
          ],
        ]);
      const columns = [
        ...['spentOn', 'client', 'text', 'amount', 'currency', 'category', 'code', 'rate'],
        ...['charged', 'invoice', 'receipt'],
      ];
      return csvFile(columns.map(heading), rows);
    },
  };

  return {
    /** The bytes of a CSV file. @param year `YYYY`. */
    csv(year: string, table: YearTable): Promise<Uint8Array> {
      const { from, to } = periodDates(year);
      return make[table](from, to);
    },
    /** Its name, without a folder. */
    name: (year: string, table: YearTable) => `${words.text(`money:tables.${table}`)} ${year}.csv`,
  };
}

const accountantColumns = [
  'number',
  'kind',
  'issued',
  'client',
  'country',
  'vatId',
  'category',
  'code',
  'rate',
  'net',
  'tax',
  'gross',
  'currency',
  'paidOn',
];

export type YearTables = ReturnType<typeof createYearTables>;
