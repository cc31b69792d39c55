import { inUnion } from './eu-countries.ts';
import type { Tax, TaxCategory } from './tax-category.ts';
import { regimeOf, standardRate } from './tax-regimes/index.ts';

export interface TaxParty {
  /** ISO 3166-1; empty when it is not known. */
  readonly country: string;
  readonly vatId: string;
}

/** Why a tax is proposed; keys of `billing:taxProposal`. */
export type ProposalReason =
  | 'sameCountry'
  | 'unionBusiness'
  | 'smallUnionBusiness'
  | 'unionConsumer'
  | 'abroad'
  | 'noTax'
  | 'small';

export interface TaxProposal {
  readonly tax: Tax;
  readonly reason: ProposalReason;
}

/**
 * Which tax services between two parties probably bear on a day (ISO date), by the general rule for services to
 * businesses (articles 44, 45 and 196 of Directive 2006/112/EC; outside the Union by the seller's country). Null
 * when a country is missing or unknown.
 *
 * A scheme for small businesses frees what is taxable at home (article 284 of the Directive; § 19 (1) UStG, art. 293 B
 * CGI). A service to a business in another member state is not: its place is there (article 44; § 3a (2) UStG), the
 * buyer owes the tax (article 196), the invoice says so with both VAT identifiers (article 226; § 14a (1) UStG), and
 * the seller needs one for that, small or not (article 214 (1) (e); § 27a (1) UStG, art. 286 ter CGI). Where only who is
 * registered exports free of tax, who is not charges none by that (Norway, India).
 *
 * It is shown and never applied by itself: who the buyer is and what exactly
 * was done can change the answer.
 */
export function proposeTax(
  seller: TaxParty & { readonly smallBusiness: boolean },
  buyer: TaxParty,
  day: string,
): TaxProposal | null {
  const regime = regimeOf(seller.country);
  if (!regime || buyer.country === '') return null;
  if (regime.rates.length === 0) return untaxed('none', 'noTax');
  const own: Tax = seller.smallBusiness
    ? { category: 'small_business', rate: 0 }
    : { category: 'standard', rate: standardRate(seller.country, day) ?? 0 };
  const ownReason = (reason: ProposalReason) =>
    ({ tax: own, reason: seller.smallBusiness ? 'small' : reason }) as const;
  if (seller.country === buyer.country) return ownReason('sameCountry');
  if (inUnion(seller.country) && inUnion(buyer.country)) {
    if (buyer.vatId.trim() === '') return ownReason('unionConsumer');
    return untaxed('reverse_charge', seller.smallBusiness ? 'smallUnionBusiness' : 'unionBusiness');
  }
  if (seller.smallBusiness && regime.abroad.category === 'export') return ownReason('abroad');
  return untaxed(regime.abroad.category, 'abroad');
}

function untaxed(category: TaxCategory, reason: ProposalReason): TaxProposal {
  return { tax: { category, rate: 0 }, reason };
}
