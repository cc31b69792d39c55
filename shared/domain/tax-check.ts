import { inUnion } from './eu-countries.ts';
import type { Tax, TaxCategory } from './tax-category.ts';

export interface TaxedParties {
  /** ISO 3166-1; empty when it is not known. */
  readonly sellerCountry: string;
  /** The seller's VAT identifier (BT-31) and tax number (BT-32). */
  readonly sellerVatId: string;
  readonly sellerTaxNumber: string;
  /** The buyer's VAT identifier (BT-48). */
  readonly buyerVatId: string;
}

const bothIds: readonly TaxCategory[] = ['reverse_charge', 'intra_eu'];
const sellerVatId: readonly TaxCategory[] = ['reverse_charge', 'intra_eu', 'export'];
const anySellerId: readonly TaxCategory[] = ['standard', 'zero', 'exempt'];

/**
 * Where a tax number serves instead of a VAT identifier on an invoice that charges tax: § 14 (4) no. 2 UStG, and article
 * 6 (1) d of the Spanish Real Decreto 1619/2012, whose NIF is the identifier without its letters.
 */
const taxNumberServes: ReadonlySet<string> = new Set(['DE', 'ES']);

/** Article 226 (3) of Directive 2006/112/EC; in the United Kingdom, regulation 14 (1) (d) of SI 1995/2518. */
function wantsVatId(country: string): readonly TaxCategory[] {
  const always = (inUnion(country) || country === 'GB') && !taxNumberServes.has(country);
  return always ? [...sellerVatId, 'standard'] : sellerVatId;
}

/**
 * What about the tax on these lines cannot stand on one invoice, as keys of `billing:problem`; empty when all is
 * well. The rules are those of EN 16931: BR-S-02 to BR-S-05, BR-Z-05, BR-E-02 and -05, BR-AE-02 and -05, BR-IC-02,
 * BR-G-02, BR-O-11 to -14.
 */
export function taxProblems(lines: readonly { readonly tax: Tax }[], parties: TaxedParties): string[] {
  const used = new Set(lines.map((line) => line.tax.category));
  const has = (categories: readonly TaxCategory[]) => categories.some((category) => used.has(category));
  const missing = (id: string) => id.trim() === '';
  const checks: readonly [wrong: boolean, problem: string][] = [
    [lines.some(({ tax }) => tax.category !== 'standard' && tax.rate !== 0), 'rateWithoutTax'],
    [lines.some(({ tax }) => tax.category === 'standard' && tax.rate <= 0), 'taxWithoutRate'],
    [used.has('none') && used.size > 1, 'mixedWithNone'],
    [has(wantsVatId(parties.sellerCountry)) && missing(parties.sellerVatId), 'ownVatId'],
    [has(anySellerId) && missing(parties.sellerVatId) && missing(parties.sellerTaxNumber), 'ownTaxNumber'],
    [has(bothIds) && missing(parties.buyerVatId), 'clientVatId'],
  ];
  const found = checks.filter(([wrong]) => wrong).map(([, problem]) => problem);
  // The VAT identifier serves for both.
  return found.filter((problem) => problem !== 'ownTaxNumber' || !found.includes('ownVatId'));
}
