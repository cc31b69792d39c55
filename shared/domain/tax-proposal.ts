import { inUnion } from './eu-countries.ts';
import type { Tax, TaxCategory } from './tax-category.ts';
import { regimeOf, standardRate } from './tax-regimes/index.ts';

export interface TaxParty {
  /** ISO 3166-1; empty when it is not known. */
  readonly country: string;
  readonly vatId: string;
}

/** Why a tax is proposed; keys of `billing:taxProposal`. */
export type ProposalReason = 'sameCountry' | 'unionBusiness' | 'unionConsumer' | 'abroad' | 'noTax' | 'small';

export interface TaxProposal {
  readonly tax: Tax;
  readonly reason: ProposalReason;
}

/**
 * Which tax services between two parties probably bear on a day (ISO date), by the general rule for services to
 * businesses (articles 44, 45 and 196 of Directive 2006/112/EC; outside the Union by the seller's country). Null
 * when a country is missing or unknown. It is shown and never applied by itself: who the buyer is and what exactly
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
    const businesses = seller.vatId.trim() !== '' && buyer.vatId.trim() !== '';
    return businesses ? untaxed('reverse_charge', 'unionBusiness') : ownReason('unionConsumer');
  }
  return untaxed(regime.abroad.category, 'abroad');
}

function untaxed(category: TaxCategory, reason: ProposalReason): TaxProposal {
  return { tax: { category, rate: 0 }, reason };
}
