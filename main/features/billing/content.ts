import { quantityNet, timeNet, totalsOf } from '#shared/domain/invoice.ts';
import {
  type DocumentTexts,
  documentTextKeys,
  type InvoiceSnapshot,
  type SnapshotLine,
} from '#shared/domain/invoice-snapshot.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { InvoiceRecord, InvoiceRows } from './invoice-rows.ts';
import type { Parties } from './parties.ts';

export interface Content {
  /** The invoice's row; throws `not_found`. */
  record(invoiceId: string): InvoiceRecord;
  /** What an issued invoice says for ever, or what a draft would say now with the given number. */
  snapshot(record: InvoiceRecord, number: string | null): InvoiceSnapshot;
}

/** Reads what an invoice says; amounts are in minor units of the invoice's currency. */
export function createContent(rows: InvoiceRows, parties: Parties, words: DocumentWords): Content {
  function linesOf(record: InvoiceRecord): SnapshotLine[] {
    const entries = rows.entriesByLine(record.id);
    return rows.lines(record.id).map((line) => {
      const own = entries.get(line.id) ?? [];
      const seconds = line.kind === 'time' ? own.reduce((sum, entry) => sum + entry.seconds, 0) : null;
      const net =
        seconds === null
          ? quantityNet(line.quantity ?? 0, line.unit, record.currency)
          : timeNet(seconds, line.unit, record.currency);
      const { id, kind, text, quantity, unit, taxCategory, taxRate } = line;
      const tax = { category: taxCategory, rate: taxRate };
      return { id, kind, text, seconds, quantity, unit, net, tax, entries: own };
    });
  }

  return {
    record(invoiceId) {
      const found = rows.invoice(invoiceId);
      if (!found) throw new AppError('not_found');
      return found;
    },
    snapshot(record, number) {
      if (record.snapshot !== null) return JSON.parse(record.snapshot) as InvoiceSnapshot;
      const lines = linesOf(record);
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
        lines,
        totals: totalsOf(lines, record.currency),
        note: record.note,
        taxNote: smallBusiness ? parties.profile().taxNote : '',
        texts: textsIn(words, record.language),
      };
    },
  };
}

function textsIn(words: DocumentWords, language: string): DocumentTexts {
  const pairs = documentTextKeys.map((key) => [key, words.text(language, `billing:document.${key}`)]);
  return Object.fromEntries(pairs) as DocumentTexts;
}
