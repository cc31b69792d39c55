import { type RoundingTerms, unrounded } from './billed-rounding.ts';
import type { Tax, Totals } from './invoice.ts';

export interface SellerParty {
  readonly name: string;
  readonly trade: string;
  readonly address: string;
  readonly email: string;
  readonly phone: string;
  readonly vatId: string;
  readonly taxNumber: string;
  readonly paymentDetails: string;
}

export interface BuyerParty {
  readonly name: string;
  readonly contact: string;
  readonly address: string;
  readonly email: string;
  readonly vatId: string;
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
  readonly kind: 'time' | 'free';
  readonly text: string;
  /** Time lines: whole seconds as billed, and as tracked. */
  readonly seconds: number | null;
  readonly rawSeconds: number | null;
  /** Free lines: thousandths. */
  readonly quantity: number | null;
  /** Minor units per hour or per piece. */
  readonly unit: number;
  readonly net: number;
  readonly tax: Tax;
  readonly entries: readonly SnapshotEntry[];
}

/** The words that the template prints, in the invoice's language; keys of `billing:document`. */
export const documentTextKeys = [
  'invoice',
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
] as const;

export type DocumentTexts = Readonly<Record<(typeof documentTextKeys)[number], string>>;

/** Everything an invoice says, frozen when it is issued; the document is printed from this and nothing else. */
export interface InvoiceSnapshot {
  readonly version: 1;
  readonly kind: 'invoice';
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
  readonly taxNote: string;
  readonly texts: DocumentTexts;
}

/** A snapshot as it was stored. Those from before hours could be rounded say nothing of it: they billed what was tracked. */
export function readSnapshot(text: string): InvoiceSnapshot {
  const stored = JSON.parse(text) as InvoiceSnapshot;
  return {
    ...stored,
    rounding: stored.rounding ?? unrounded,
    lines: stored.lines.map((line) => ({
      ...line,
      rawSeconds: line.rawSeconds ?? line.seconds,
      entries: line.entries.map((entry) => ({ ...entry, rawSeconds: entry.rawSeconds ?? entry.seconds })),
    })),
  };
}

/** What is still missing before this may be issued; keys of `billing:problem`. Empty when it may. */
export function snapshotProblems(snapshot: InvoiceSnapshot): string[] {
  const { seller, buyer, lines, totals, taxNote } = snapshot;
  const charges = lines.some((line) => line.tax.category === 'standard' && line.tax.rate > 0);
  const smallBusiness = lines.some((line) => line.tax.category === 'small_business');
  const checks: readonly [missing: boolean, problem: string][] = [
    [lines.length === 0, 'noLines'],
    [lines.some((line) => line.kind === 'time' && line.rawSeconds === 0), 'emptyLine'],
    [totals.gross < 0, 'negative'],
    [blank(seller.name), 'ownName'],
    [blank(seller.address), 'ownAddress'],
    [blank(seller.paymentDetails), 'ownPayment'],
    [charges && blank(seller.vatId) && blank(seller.taxNumber), 'ownTaxNumber'],
    [smallBusiness && blank(taxNote), 'ownTaxNote'],
    [blank(buyer.name), 'clientName'],
    [blank(buyer.address), 'clientAddress'],
  ];
  return checks.filter(([missing]) => missing).map(([, problem]) => problem);
}

function blank(text: string): boolean {
  return text.trim() === '';
}
