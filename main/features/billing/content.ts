import { billedSeconds, dateFinder, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { quantityNet, timeNet, totalsOf } from '#shared/domain/invoice.ts';
import {
  type DocumentTexts,
  documentTextKeys,
  type InvoiceSnapshot,
  readSnapshot,
  type SnapshotEntry,
  type SnapshotLine,
} from '#shared/domain/invoice-snapshot.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { InvoiceRecord, InvoiceRows, RawEntry } from './invoice-rows.ts';
import type { Parties } from './parties.ts';

export interface Content {
  /** The invoice's row; throws `not_found`. */
  record(invoiceId: string): InvoiceRecord;
  /** What an issued invoice says for ever, or what a draft would say now with the given number. */
  snapshot(record: InvoiceRecord, number: string | null): InvoiceSnapshot;
}

/** Reads what an invoice says; amounts are in minor units of the invoice's currency. */
export function createContent(
  rows: InvoiceRows,
  parties: Parties,
  rounding: (clientId: string) => RoundingTerms,
  words: DocumentWords,
): Content {
  function linesOf(record: InvoiceRecord, terms: RoundingTerms): SnapshotLine[] {
    const entries = billed(rows.entriesByLine(record.id), terms);
    return rows.lines(record.id).map((line) => {
      const own = entries.get(line.id) ?? [];
      const total = (key: 'seconds' | 'rawSeconds') =>
        line.kind === 'time' ? own.reduce((sum, entry) => sum + entry[key], 0) : null;
      const seconds = total('seconds');
      const net =
        seconds === null
          ? quantityNet(line.quantity ?? 0, line.unit, record.currency)
          : timeNet(seconds, line.unit, record.currency);
      const { id, kind, text, quantity, unit, taxCategory, taxRate } = line;
      const tax = { category: taxCategory, rate: taxRate };
      const rawSeconds = total('rawSeconds');
      return { id, kind, text, seconds, rawSeconds, quantity, unit, net, tax, entries: own };
    });
  }

  return {
    record(invoiceId) {
      const found = rows.invoice(invoiceId);
      if (!found) throw new AppError('not_found');
      return found;
    },
    snapshot(record, number) {
      if (record.snapshot !== null) return readSnapshot(record.snapshot);
      const terms = rounding(record.clientId);
      const lines = linesOf(record, terms);
      const smallBusiness = lines.some((line) => line.tax.category === 'small_business');
      return {
        version: 1,
        kind: 'invoice',
        number,
        language: record.language,
        currency: record.currency,
        issueDate: record.issueDate,
        dueDate: record.dueDate,
        periodFrom: record.periodFrom,
        periodTo: record.periodTo,
        seller: parties.seller(),
        buyer: parties.buyer(record.clientId),
        rounding: terms,
        lines,
        totals: totalsOf(lines, record.currency),
        note: record.note,
        taxNote: smallBusiness ? parties.profile().taxNote : '',
        texts: textsIn(words, record.language),
      };
    },
  };
}

/** Entries by line with what is billed of each; the whole invoice together, as days go over several lines. */
function billed(
  byLine: ReadonlyMap<string, readonly RawEntry[]>,
  terms: RoundingTerms,
): Map<string, SnapshotEntry[]> {
  const dateOf = dateFinder();
  const all = [...byLine].flatMap(([lineId, entries]) =>
    entries.map((entry) => {
      return { lineId, entry, date: dateOf(entry.startedAt, entry.zone), entryId: entry.id, ...entry };
    }),
  );
  const seconds = billedSeconds(all, terms);
  const lines = new Map<string, SnapshotEntry[]>([...byLine.keys()].map((lineId) => [lineId, []]));
  for (const [index, { lineId, entry }] of all.entries()) {
    lines.get(lineId)?.push({ ...entry, seconds: seconds[index] ?? 0 });
  }
  return lines;
}

function textsIn(words: DocumentWords, language: string): DocumentTexts {
  const pairs = documentTextKeys.map((key) => [key, words.text(language, `billing:document.${key}`)]);
  return Object.fromEntries(pairs) as DocumentTexts;
}
