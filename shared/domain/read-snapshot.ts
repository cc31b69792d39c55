import { noAccount } from './bank-account.ts';
import { type RoundingTerms, unrounded } from './billed-rounding.ts';
import type { BuyerParty, InvoiceSnapshot, SellerParty, SnapshotLine } from './invoice-snapshot.ts';
import type { DocumentLogo } from './logo.ts';
import { noPostal } from './postal.ts';

/** What the first version had; parts of it came later than others. */
type FirstVersion = Omit<InvoiceSnapshot, 'version' | 'rounding' | 'seller' | 'buyer' | 'lines'> & {
  readonly version: 1;
  readonly rounding?: RoundingTerms;
  readonly seller: SellerParty;
  readonly buyer: BuyerParty;
  readonly lines: readonly (Omit<SnapshotLine, 'rawSeconds'> & { readonly rawSeconds?: number | null })[];
};

/** The second version as it was before there were logos. */
type WithoutLogo = Omit<InvoiceSnapshot, 'look'> & {
  readonly look: Omit<InvoiceSnapshot['look'], 'logo'> & { readonly logo?: DocumentLogo | null };
};

const noEndpoint = { scheme: '', id: '' };

/**
 * A snapshot as it was stored; one of the first version in the shape of today. Those from before hours could be rounded
 * billed what was tracked, and all of that version are invoices on A4 without structured addresses.
 */
export function readSnapshot(text: string): InvoiceSnapshot {
  const stored = JSON.parse(text) as WithoutLogo | FirstVersion;
  if (stored.version === 2) {
    const { paper, accent, logo = null } = stored.look;
    return { ...stored, look: { paper, accent, logo } };
  }
  const { seller, buyer } = stored;
  return {
    ...stored,
    version: 2,
    kind: 'invoice',
    corrects: null,
    orderReference: '',
    taxReasons: stored.taxNote === '' ? [] : [{ category: 'small_business', text: stored.taxNote }],
    display: null,
    look: { paper: 'a4', accent: '', logo: null },
    seller: { ...seller, postal: noPostal, registration: '', endpoint: noEndpoint, account: noAccount },
    buyer: { ...buyer, postal: noPostal, endpoint: noEndpoint, reference: '' },
    rounding: stored.rounding ?? unrounded,
    lines: stored.lines.map((line) => ({
      ...line,
      rawSeconds: line.rawSeconds ?? line.seconds,
      percent: null,
      detail: null,
      sources: [],
      correctsLineId: null,
      entries: line.entries.map((entry) => ({ ...entry, rawSeconds: entry.rawSeconds ?? entry.seconds })),
    })),
  };
}
