import { stringify } from 'csv-stringify/sync';
import { safeCell } from '#shared/domain/csv-cell.ts';
import { quantityScale } from '#shared/domain/invoice.ts';
import type { InvoiceSnapshot, SnapshotLine } from '#shared/domain/invoice-snapshot.ts';
import { taxRateScale } from '#shared/domain/money.ts';
import { decimalText, scaledText } from '#shared/domain/money-text.ts';
import type { InvoiceSums } from './overview.ts';

/** Gives a column's heading. */
type Heading = (column: string) => string;

const hourDecimals = 4;

/** One row for each line. Amounts are plain decimals with a point, dates ISO, so that any program reads them alike. */
export function invoiceCsv(snapshot: InvoiceSnapshot, heading: Heading): Uint8Array {
  const { currency, number, issueDate, dueDate, buyer, lines } = snapshot;
  const columns = [
    'number',
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
    issueDate,
    dueDate,
    safeCell(buyer.name),
    safeCell(line.text),
    quantityOf(line),
    heading(unitOf(line)),
    decimalText(line.unit, currency),
    decimalText(line.net, currency),
    scaledText(line.tax.rate, taxRateScale),
    currency,
  ]);
  return csvFile(columns.map(heading), rows);
}

const listColumns = ['number', 'state', 'client', 'issued', 'due', 'net', 'tax', 'gross', 'currency'];

/** One row for each invoice, slice by slice; `net` and `tax` of drafts are as they would be now. */
export function invoicesCsv(heading: Heading) {
  return {
    head: () => csvFile(listColumns.map(heading), []),
    rows: (invoices: readonly InvoiceSums[]) =>
      csvLines(
        invoices.map((invoice) => [
          safeCell(invoice.number ?? ''),
          heading(invoice.state),
          safeCell(invoice.clientName),
          invoice.issueDate,
          invoice.dueDate,
          decimalText(invoice.net, invoice.currency),
          decimalText(invoice.tax, invoice.currency),
          decimalText(invoice.gross, invoice.currency),
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

function quantityOf(line: SnapshotLine): string {
  if (line.quantity !== null || line.seconds === null) return scaledText(line.quantity ?? 0, quantityScale);
  const parts = BigInt(line.seconds) * 10n ** BigInt(hourDecimals);
  return scaledText(Number((2n * parts + 3600n) / 7200n), hourDecimals);
}

/** A file of rows below their headings; text of people must be made safe before (`safeCell`). */
export function csvFile(heading: readonly string[], rows: readonly (readonly string[])[]): Uint8Array {
  // With the mark of UTF-8, without which spreadsheets misread names.
  return csvLines([heading, ...rows], true);
}

function csvLines(rows: readonly (readonly string[])[], bom: boolean): Uint8Array {
  return Buffer.from(stringify([...rows], { bom, record_delimiter: 'windows' }), 'utf8');
}
