import { nationalCurrency } from '#shared/domain/country-currency.ts';
import { useRead } from '../../lib/queries.ts';

/** Puts what is in the currency of one's own country first, and leaves the rest in its order. */
export function useOwnFirst(): <Item extends { readonly currency: string }>(
  items: readonly Item[],
) => Item[] {
  const { data: profile } = useRead('billing.profile');
  const own = profile ? nationalCurrency(profile.country) : null;
  return (items) => items.toSorted((a, b) => Number(b.currency === own) - Number(a.currency === own));
}
