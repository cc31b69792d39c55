import { billedSeconds, type RoundingTerms } from '#shared/domain/billed-rounding.ts';
import { creditTotals } from '#shared/domain/credit.ts';
import { isCurrency } from '#shared/domain/currencies.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { displayOf } from '#shared/domain/display-currency.ts';
import { type Totals, totalsOf } from '#shared/domain/invoice.ts';
import {
  type Corrected,
  type DisplayCurrency,
  type DocumentTexts,
  documentTextKeys,
  type InvoiceSnapshot,
  type LineDetail,
  type SnapshotEntry,
  type SnapshotLine,
} from '#shared/domain/invoice-snapshot.ts';
import { discountNet, lineNet } from '#shared/domain/line-net.ts';
import { readSnapshot } from '#shared/domain/read-snapshot.ts';
import { servicePeriod } from '#shared/domain/service-period.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { DocumentWords } from '../../ports/document-words.ts';
import type { TaxWords } from './einvoice/tax-words.ts';
import type { InvoiceRecord, InvoiceRows, LineRecord, RawEntry } from './invoice-rows.ts';
import type { Logos } from './logos.ts';
import type { Parties } from './parties.ts';

export interface Content {
  /** The invoice's row; throws `not_found`. */
  record(invoiceId: string): InvoiceRecord;
  /** What a draft bills and what it comes to, without what else it would say; throws `invalid_input` for an unknown currency. */
  worth(record: InvoiceRecord): Worth;
  /** What an issued invoice says for ever, or what a draft would say now with the given number. */
  snapshot(record: InvoiceRecord, number: string | null): InvoiceSnapshot;
}

export type Worth = Pick<InvoiceSnapshot, 'lines' | 'totals'>;

/** Reads what an invoice says; amounts are in minor units of the invoice's currency. */
export function createContent(
  rows: InvoiceRows,
  parties: Parties,
  logos: Logos,
  rounding: (clientId: string) => RoundingTerms,
  words: DocumentWords,
  taxWords: TaxWords,
): Content {
  const dateOf = dateFinder();

  function linesOf(record: InvoiceRecord, terms: RoundingTerms): SnapshotLine[] {
    const entries = billed(rows.entriesByLine(record.id), terms, dateOf);
    const sources = rows.sourcesByLine(record.id);
    const lines = rows.lines(record.id).map((line): SnapshotLine => {
      const own = entries.get(line.id) ?? [];
      const { id, kind, text, quantity, unit, percent, taxCategory, taxRate, correctsLineId } = line;
      const tax = { category: taxCategory, rate: taxRate };
      const detail = line.detail === null ? null : (JSON.parse(line.detail) as LineDetail);
      const sum = (key: 'seconds' | 'rawSeconds') => own.reduce((total, entry) => total + entry[key], 0);
      const works = own.length > 0 || kind === 'time' || kind === 'hours';
      const rawSeconds = works ? sum('rawSeconds') : null;
      const facts = { id, kind, text, quantity, unit, percent, tax, detail, correctsLineId };
      const from = { entries: own, sources: sources.get(id) ?? [] };
      if (line.net !== null) return { ...facts, ...from, ...told(line), net: line.net };
      // What goes beyond is told by the line; late work counts as it is.
      const beyond = kind === 'hours' && detail !== null;
      const seconds = beyond ? Number(detail.overSeconds ?? 0) : works ? sum('seconds') : null;
      return { ...facts, ...from, seconds, rawSeconds, net: lineNet({ ...facts, seconds }, record.currency) };
    });
    return lines.map((line) =>
      line.percent === null || line.correctsLineId !== null
        ? line
        : { ...line, net: discountNet(line, lines, record.currency) },
    );
  }

  function totalsFor(record: InvoiceRecord, lines: readonly SnapshotLine[]): Totals {
    if (record.correctsId === null) return totalsOf(lines, record.currency);
    return creditTotals(lines, rows.creditedTaxes(record.correctsId), record.currency);
  }

  function correctedBy(record: InvoiceRecord): Corrected | null {
    const corrected = record.correctsId === null ? undefined : rows.invoice(record.correctsId);
    if (!corrected?.number) return null;
    const { id: invoiceId, number, issueDate } = corrected;
    return { invoiceId, number, issueDate, givesBack: record.givesBack === 1 };
  }

  /** Of a credit note what the invoice said; else when the work was done, or where no line says it, what was asked for. */
  function periodOf(record: InvoiceRecord, lines: readonly SnapshotLine[]) {
    const corrected = record.correctsId === null ? undefined : rows.invoice(record.correctsId)?.snapshot;
    if (corrected) {
      const { periodFrom, periodTo } = readSnapshot(corrected);
      return { periodFrom, periodTo };
    }
    const { from, to } = servicePeriod(lines) ?? { from: record.periodFrom, to: record.periodTo };
    return { periodFrom: from, periodTo: to };
  }

  function worth(record: InvoiceRecord): Worth {
    if (!isCurrency(record.currency))
      throw new AppError('invalid_input', { reason: 'invoice.unknownCurrency' });
    const lines = linesOf(record, rounding(record.clientId));
    return { lines, totals: totalsFor(record, lines) };
  }

  return {
    worth,
    record(invoiceId) {
      const found = rows.invoice(invoiceId);
      if (!found) throw new AppError('not_found');
      return found;
    },
    snapshot(record, number) {
      if (record.snapshot !== null) {
        const stored = readSnapshot(record.snapshot);
        // What was issued before documents knew a word has never printed it.
        return { ...stored, texts: { ...textsIn(words, stored.language), ...stored.texts } };
      }
      const { lines, totals } = worth(record);
      const smallBusiness = lines.some((line) => line.tax.category === 'small_business');
      const { taxNote, accent, paper, logoId } = parties.profile();
      const seller = parties.seller(record.language);
      return {
        version: 2,
        kind: record.kind,
        corrects: correctedBy(record),
        number,
        language: record.language,
        currency: record.currency,
        issueDate: record.issueDate,
        dueDate: record.dueDate,
        ...periodOf(record, lines),
        seller,
        buyer: parties.buyer(record.clientId, record.language),
        rounding: rounding(record.clientId),
        lines,
        totals,
        note: record.note,
        orderReference: record.orderReference,
        taxNote: smallBusiness ? taxNote : '',
        taxReasons: taxWords.reasons(
          lines.map((line) => line.tax.category),
          record.language,
        ),
        display: displayed(record, totals, seller.postal.country),
        look: { paper, accent, logo: logos.facts(logoId) },
        texts: textsIn(words, record.language),
      };
    },
  };
}

/** The total in another currency, if the person chose one. */
function displayed(record: InvoiceRecord, totals: Totals, sellerCountry: string): DisplayCurrency | null {
  const { currency, displayCurrency, displayRate: rate, displayDate: date, displaySource: source } = record;
  if (displayCurrency === null || rate === null || date === null) return null;
  return displayOf({ currency: displayCurrency, rate, date, source }, totals, { currency, sellerCountry });
}

/** A credit note says what the line that it takes back said. */
function told({ seconds }: LineRecord) {
  return { seconds, rawSeconds: seconds };
}

/** Entries by line with what is billed of each; the whole invoice together, as days go over several lines. */
function billed(
  byLine: ReadonlyMap<string, readonly RawEntry[]>,
  terms: RoundingTerms,
  dateOf: ReturnType<typeof dateFinder>,
): Map<string, SnapshotEntry[]> {
  // Only days are rounded together; all else is rounded by itself, whatever its date.
  const byDay = terms.rounding !== 'none' && terms.per === 'day';
  const all = [...byLine.values()].flat().map((entry) => {
    const { id: entryId, startedAt, zone, rawSeconds } = entry;
    return { entryId, startedAt, rawSeconds, date: byDay ? dateOf(startedAt, zone) : '' };
  });
  const seconds = billedSeconds(all, terms);
  const billedOf = new Map(all.map(({ entryId }, index) => [entryId, seconds[index] ?? 0]));
  return new Map(
    [...byLine].map(([lineId, entries]) => [
      lineId,
      entries.map((entry) => ({ ...entry, seconds: billedOf.get(entry.id) ?? 0 })),
    ]),
  );
}

/** What the template prints, in the language of the document. */
export function textsIn(words: DocumentWords, language: string): DocumentTexts {
  const pairs = documentTextKeys.map((key) => [key, words.text(language, `billing:document.${key}`)]);
  return Object.fromEntries(pairs) as DocumentTexts;
}
