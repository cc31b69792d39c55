import { unrounded } from './billed-rounding.ts';
import { nationalCurrency } from './country-currency.ts';
import { addDays } from './dates.ts';
import type { DocumentLanguage } from './document-language.ts';
import { type Tax, timeNet, totalsOf } from './invoice.ts';
import type { DocumentLook, DocumentTexts, InvoiceSnapshot, TaxReason } from './invoice-snapshot.ts';
import { noPostal } from './postal.ts';
import { type SellerDetails, sellerOf } from './seller.ts';

/** Kinds of work that a sample of an invoice bills; keys of `common:workKind`. */
export const sampleWork = ['scheduling', 'email', 'travel'] as const;

const seconds = [20_400, 11_425, 8100];
const perHour = 4500;

/** What a sample says in one language besides the person's own details. */
export interface SampleWords {
  readonly language: DocumentLanguage;
  /** ISO date. */
  readonly today: string;
  readonly texts: DocumentTexts;
  /** What marks it as no real invoice. */
  readonly sample: string;
  readonly buyer: string;
  /** The names of `sampleWork`. */
  readonly work: readonly string[];
  /** Of all tax categories that give one. */
  readonly taxReasons: readonly TaxReason[];
}

export interface SampleTerms {
  readonly details: SellerDetails;
  readonly look: DocumentLook;
  readonly tax: Tax;
  /** Of a small business, in the person's own words. */
  readonly taxNote: string;
  readonly paymentDays: number;
}

/** An invoice that was never made, to see what a person's details look like on paper: without a number, and marked. */
export function sampleInvoice(words: SampleWords, terms: SampleTerms): InvoiceSnapshot {
  const { language, today, texts } = words;
  const { details, look, tax, taxNote, paymentDays } = terms;
  const currency = nationalCurrency(details.country) ?? 'EUR';
  const lines = words.work.map((text, index) => {
    const worked = seconds[index] ?? 3600;
    return {
      ...{ id: `${index}`, kind: 'time' as const, text, seconds: worked, rawSeconds: worked, quantity: null },
      ...{ unit: perHour, percent: null, net: timeNet(worked, perHour, currency), tax },
      ...{ entries: [], sources: [], detail: null, correctsLineId: null },
    };
  });
  const small = tax.category === 'small_business';
  return {
    version: 2,
    kind: 'invoice',
    corrects: null,
    number: null,
    language,
    currency,
    issueDate: today,
    dueDate: addDays(today, paymentDays),
    periodFrom: `${today.slice(0, 7)}-01`,
    periodTo: today,
    seller: sellerOf(details, language),
    buyer: {
      ...{ name: words.buyer, contact: '', address: '', postal: noPostal, email: '', vatId: '' },
      ...{ endpoint: { scheme: '', id: '' }, reference: '' },
    },
    rounding: unrounded,
    lines,
    totals: totalsOf(lines, currency),
    note: '',
    orderReference: '',
    taxNote: small ? taxNote : '',
    taxReasons: words.taxReasons.filter(({ category }) => category === tax.category && !(small && taxNote)),
    display: null,
    look,
    texts: { ...texts, draft: words.sample },
  };
}
