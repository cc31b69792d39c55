import { noAccount } from '#shared/domain/bank-account.ts';
import { unrounded } from '#shared/domain/billed-rounding.ts';
import type {
  BuyerParty,
  DocumentTexts,
  InvoiceSnapshot,
  SellerParty,
  SnapshotLine,
} from '#shared/domain/invoice-snapshot.ts';
import { documentTextKeys } from '#shared/domain/invoice-snapshot.ts';
import { noPostal } from '#shared/domain/postal.ts';

const noEndpoint = { scheme: '', id: '' };

/** Words that name their own key. */
export const keyTexts = Object.fromEntries(documentTextKeys.map((key) => [key, `[${key}]`])) as DocumentTexts;

export const sampleSeller: SellerParty = {
  name: 'Seller',
  trade: '',
  address: 'Street 1',
  postal: noPostal,
  email: '',
  phone: '',
  vatId: 'X1',
  taxNumber: '',
  registration: '',
  endpoint: noEndpoint,
  paymentDetails: 'Account',
  account: noAccount,
};

export const sampleBuyer: BuyerParty = {
  name: 'Buyer',
  contact: '',
  address: 'Road 2',
  postal: noPostal,
  email: '',
  vatId: '',
  endpoint: noEndpoint,
  reference: '',
};

/** A line of an invoice; one piece for 10.00 unless said otherwise. */
export function sampleLine(part: Partial<SnapshotLine>): SnapshotLine {
  return {
    id: '1',
    kind: 'free',
    text: 'Sample',
    seconds: null,
    rawSeconds: null,
    quantity: 1000,
    unit: 1000,
    percent: null,
    net: 1000,
    tax: { category: 'none', rate: 0 },
    entries: [],
    sources: [],
    detail: null,
    correctsLineId: null,
    ...part,
  };
}

/** What an invoice of November 2026 says; its totals are those that are given. */
export function sampleSnapshot(
  part: Partial<InvoiceSnapshot> & Pick<InvoiceSnapshot, 'lines' | 'totals'>,
): InvoiceSnapshot {
  return {
    version: 2,
    kind: 'invoice',
    corrects: null,
    number: '2026-001',
    language: 'de',
    currency: 'EUR',
    issueDate: '2026-11-25',
    dueDate: '2026-12-25',
    periodFrom: '2026-11-01',
    periodTo: '2026-11-25',
    seller: sampleSeller,
    buyer: sampleBuyer,
    rounding: unrounded,
    note: '',
    orderReference: '',
    taxNote: '',
    taxReasons: [],
    display: null,
    look: { paper: 'a4', accent: '', logo: null },
    texts: keyTexts,
    ...part,
  };
}
