import { stringify } from 'csv-stringify/sync';
import { quotedCells, safeCell } from '#shared/domain/csv-cell.ts';
import { quantityScale } from '#shared/domain/invoice.ts';
import type { InvoiceSnapshot, SnapshotLine } from '#shared/domain/invoice-snapshot.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { decimalText, scaledText } from '#shared/domain/money-text.ts';
import type { InvoiceSums } from './overview.ts';

/** Gives a column's heading. */
type Heading = (column: string) => string;

const hourDecimals = 4;

/** One row for each line, below zero on a credit note. Amounts are plain decimals with a point, dates ISO, so that any program reads them alike. */
export function invoiceCsv(snapshot: InvoiceSnapshot, heading: Heading): Uint8Array {
  const { kind, currency, number, issueDate, dueDate, buyer, lines } = snapshot;
  const sign = kind === 'credit_note' ? -1 : 1;
  const columns = [
    'number',
    'kind',
    'issued',
    'due',
    'client',
    'line',
    'quantity',
    'unit',
    'price',
    'net',
    'taxRate',
    'currency',
  ];
  const rows = lines.map((line) => [
    safeCell(number ?? ''),
    heading(kind),
    issueDate,
    dueDate,
    safeCell(buyer.name),
    safeCell(line.text),
    quantityOf(line, sign),
    heading(unitOf(line)),
    // A share has no price of its own: it is one piece of what it comes to.
    decimalText(line.percent === null ? line.unit : line.net, currency),
    decimalText(sign * line.net, currency),
    scaledText(line.tax.rate, taxRateScale),
    currency,
  ]);
  return csvFile(columns.map(heading), rows);
}

const listColumns = [
  ...['number', 'kind', 'state', 'client', 'issued', 'due'],
  ...['net', 'tax', 'gross', 'paid', 'open', 'currency'],
];

/** One row for each invoice, slice by slice; `net` and `tax` of drafts are as they would be now. */
export function invoicesCsv(heading: Heading) {
  return {
    head: () => csvFile(listColumns.map(heading), []),
    rows: (invoices: readonly InvoiceSums[]) =>
      csvLines(
        invoices.map((invoice) => [
          safeCell(invoice.number ?? ''),
          heading(invoice.kind),
          heading(`states.${invoice.standing.status}`),
          safeCell(invoice.buyerName),
          invoice.issueDate,
          invoice.dueDate,
          decimalText(invoice.net, invoice.currency),
          decimalText(invoice.tax, invoice.currency),
          decimalText(invoice.gross, invoice.currency),
          decimalText(invoice.paid, invoice.currency),
          decimalText(invoice.standing.open, invoice.currency),
          invoice.currency,
        ]),
        false,
      ),
  };
}

function unitOf({ kind, quantity, seconds }: SnapshotLine): 'day' | 'hour' | 'piece' {
  if (kind === 'day') return 'day';
  return quantity !== null || seconds === null ? 'piece' : 'hour';
}

function quantityOf({ percent, quantity, seconds }: SnapshotLine, sign: 1 | -1): string {
  if (percent !== null) return scaledText(sign * 10 ** quantityScale, quantityScale);
  if (quantity !== null || seconds === null) return scaledText(sign * (quantity ?? 0), quantityScale);
  const parts = BigInt(seconds) * 10n ** BigInt(hourDecimals);
  return scaledText(sign * Number((2n * parts + 3600n) / 7200n), hourDecimals);
}

/** A file of rows below their headings; text of people must be made safe before (`safeCell`). */
export function csvFile(heading: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  // With the mark of UTF-8, without which spreadsheets misread names.
  return csvLines([heading, ...rows], true);
}

function csvLines(rows: readonly (readonly string[])[], bom: boolean): Uint8Array {
  return Buffer.from(
    stringify([...rows], { bom, record_delimiter: 'windows', quoted_match: quotedCells }),
    'utf8',
  );
}
