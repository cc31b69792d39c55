import { doubledTime } from '#shared/domain/doubled-time.ts';
import type { SnapshotLine } from '#shared/domain/invoice-snapshot.ts';
import { madeUnder } from '#shared/domain/own-tax.ts';
import { snapshotProblems } from '#shared/domain/snapshot-problems.ts';
import type { InvoiceView } from '#shared/ipc/billing.ts';
import type { Content } from './content.ts';
import type { EInvoices } from './einvoice/service.ts';
import type { ExpenseRows } from './expense-rows.ts';
import type { Parties } from './parties.ts';
import type { Series } from './series.ts';

/** An invoice as its editor shows it. */
export function invoiceView(
  content: Content,
  series: Series,
  einvoices: EInvoices,
  parties: Parties,
  expenses: ExpenseRows,
  invoiceId: string,
): InvoiceView {
  const record = content.record(invoiceId);
  const snapshot = content.snapshot(record, record.number);
  const { lines, totals } = snapshot;
  const tax = { category: record.taxCategory, rate: record.taxRate };
  const own = parties.profile().tax;
  const open = record.state === 'draft' && record.kind === 'invoice';
  const differs = own.category !== tax.category || own.rate !== tax.rate;
  const next = record.number === null ? series.next(record) : null;
  return {
    id: record.id,
    clientId: record.clientId,
    clientName: record.clientName,
    kind: record.kind,
    corrects: snapshot.corrects,
    state: record.state,
    number: record.number ?? next?.number ?? '',
    laterNumber: next ? series.later(next, record.issueDate) : null,
    currency: record.currency,
    language: record.language,
    issueDate: record.issueDate,
    dueDate: record.dueDate,
    periodFrom: snapshot.periodFrom,
    periodTo: snapshot.periodTo,
    grouping: record.grouping,
    tax,
    ownTaxSince: open && differs && !madeUnder(own, record.ownTax, tax) ? own : null,
    note: record.note,
    display: snapshot.display,
    lines: lines.map(({ entries, ...line }) => {
      const { id, kind, text, seconds, rawSeconds, quantity, unit, percent, net } = line;
      const said = { id, kind, text, seconds, rawSeconds, quantity, unit, percent, net };
      return { ...said, tax: line.tax, entries: entries.length };
    }),
    totals,
    workSeconds: lines.reduce((sum, line) => sum + (line.quantity === null ? (line.seconds ?? 0) : 0), 0),
    rawSeconds: lines.reduce((sum, line) => sum + (line.rawSeconds ?? 0), 0),
    rounding: snapshot.rounding,
    leftOut: open ? expenses.freeElsewhere(record.clientId, record.currency, record.periodTo) : [],
    doubled: open ? doubledOn(lines) : { seconds: 0, places: [] },
    entryCount: lines.reduce((sum, line) => sum + line.entries.length, 0),
    problems: next
      ? [
          ...new Set([
            ...snapshotProblems(snapshot),
            ...einvoices.problems(record.clientId, snapshot),
            ...next.problems,
          ]),
        ]
      : [],
    savedAt: record.updatedAt,
    issuedAt: record.issuedAt,
    document:
      record.sha256 === null || record.size === null ? null : { sha256: record.sha256, size: record.size },
  };
}

/** So many are named. */
const named = 3;

function doubledOn(lines: readonly SnapshotLine[]): InvoiceView['doubled'] {
  const found = doubledTime(lines.flatMap(({ entries }) => entries));
  const facts = ({ startedAt, endedAt, zone }: SnapshotLine['entries'][number]) => ({
    startedAt,
    endedAt,
    zone,
  });
  return {
    seconds: found.reduce((sum, { seconds }) => sum + seconds, 0),
    places: found
      .slice(0, named)
      .map(({ first, second }) => ({ first: facts(first), second: facts(second) })),
  };
}
