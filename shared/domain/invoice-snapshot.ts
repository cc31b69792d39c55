import type { BankAccount } from './bank-account.ts';
import type { RoundingTerms } from './billed-rounding.ts';
import type { ExchangeRate } from './display-currency.ts';
import type { LineKind, SourceKind, Tax, TaxCategory, Totals } from './invoice.ts';
import type { DocumentLogo } from './logo.ts';
import type { PostalAddress } from './postal.ts';

/** Where e-invoices reach somebody: an EAS scheme and the address in it; both empty when there is none. */
export interface Endpoint {
  readonly scheme: string;
  readonly id: string;
}

export interface SellerParty {
  readonly name: string;
  readonly trade: string;
  /** As it is printed. */
  readonly address: string;
  readonly postal: PostalAddress;
  readonly email: string;
  readonly phone: string;
  readonly vatId: string;
  readonly taxNumber: string;
  /** In a register of companies. */
  readonly registration: string;
  readonly endpoint: Endpoint;
  /** As it is printed. */
  readonly paymentDetails: string;
  readonly account: BankAccount;
}

export interface BuyerParty {
  readonly name: string;
  readonly contact: string;
  /** As it is printed. */
  readonly address: string;
  readonly postal: PostalAddress;
  readonly email: string;
  readonly vatId: string;
  readonly endpoint: Endpoint;
  /** What the buyer asked to be quoted, such as a Leitweg-ID. */
  readonly reference: string;
}

export interface SnapshotEntry {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly zone: string;
  /** Whole seconds as billed, and as tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
}

export interface SnapshotLine {
  readonly id: string;
  readonly kind: LineKind;
  readonly text: string;
  /** Lines with work behind them: whole seconds as billed, and as tracked. */
  readonly seconds: number | null;
  readonly rawSeconds: number | null;
  /** Thousandths; null for what is billed by the hour, and for a discount of so many percent. */
  readonly quantity: number | null;
  /** Minor units per hour or per piece. */
  readonly unit: number;
  /** A discount's share of the other lines of its tax, thousandths of a percent. */
  readonly percent: number | null;
  readonly net: number;
  readonly tax: Tax;
  readonly entries: readonly SnapshotEntry[];
  readonly sources: readonly SnapshotSource[];
  /** What else the line says of where it comes from, such as the cycle of a retainer. */
  readonly detail: LineDetail | null;
  /** Of a credit note: the line that it takes back. */
  readonly correctsLineId: string | null;
}

export interface SnapshotSource {
  readonly kind: SourceKind;
  readonly ref: string;
}

/** By the first day of the cycle that hours are left over from; seconds. */
export type CarriedByStart = Readonly<Record<string, number>>;
export type LineDetail = Readonly<Record<string, string | number | CarriedByStart>>;

/** The words that the template prints, in the invoice's language; keys of `billing:document`. */
export const documentTextKeys = [
  'invoice',
  'creditNote',
  'correctsInvoice',
  'draft',
  'billedTo',
  'number',
  'setOnIssue',
  'issued',
  'due',
  'quantity',
  'rate',
  'amount',
  'subtotal',
  'tax',
  'taxNotCharged',
  'total',
  'payTo',
  'reference',
  'invoiceNumber',
  'vatId',
  'taxNumber',
  'hour',
  'minute',
  'second',
  'day',
  'days',
  'order',
  'buyerReference',
  'registration',
  'taxExempt',
  'taxReverseCharge',
  'taxIntraEu',
  'taxExport',
  'taxOn',
  'inCurrency',
  'taxInCurrency',
  'pageOf',
  'scanToPay',
  'logoOf',
] as const;

export type DocumentTexts = Readonly<Record<(typeof documentTextKeys)[number], string>>;

/** Everything an invoice says, frozen when it is issued; the document is printed from this and nothing else. */
export interface InvoiceSnapshot {
  readonly version: 2;
  readonly kind: 'invoice' | 'credit_note';
  /** Of a credit note: what it corrects, and whether the work can be billed again. */
  readonly corrects: Corrected | null;
  /** Null while it is a draft. */
  readonly number: string | null;
  readonly language: string;
  readonly currency: string;
  /** ISO dates. */
  readonly issueDate: string;
  readonly dueDate: string;
  readonly periodFrom: string;
  readonly periodTo: string;
  readonly seller: SellerParty;
  readonly buyer: BuyerParty;
  /** How tracked hours became billed ones. */
  readonly rounding: RoundingTerms;
  readonly lines: readonly SnapshotLine[];
  readonly totals: Totals;
  readonly note: string;
  /** The buyer's order that this belongs to. */
  readonly orderReference: string;
  readonly taxNote: string;
  /** Why no tax is charged, for each category that has to say so. */
  readonly taxReasons: readonly TaxReason[];
  readonly display: DisplayCurrency | null;
  readonly look: DocumentLook;
  readonly texts: DocumentTexts;
}

export interface Corrected {
  readonly invoiceId: string;
  readonly number: string;
  readonly issueDate: string;
  readonly givesBack: boolean;
}

export interface TaxReason {
  readonly category: TaxCategory;
  readonly text: string;
}

/** The total in another currency, for information, at the rate of a day. */
export interface DisplayCurrency extends ExchangeRate {
  /** Minor units of the other currency. */
  readonly gross: number;
  /** Where that is the currency of the seller's taxes; else null. */
  readonly tax: number | null;
}

export interface DocumentLook {
  readonly paper: 'a4' | 'letter';
  /** `#rrggbb`, or empty for the app's own. */
  readonly accent: string;
  readonly logo: DocumentLogo | null;
}
