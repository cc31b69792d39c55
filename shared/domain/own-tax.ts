import type { Tax } from './tax-category.ts';

/** What a person's own details say of tax, as it is kept with an invoice. */
export function ownTaxText({ category, rate }: Tax): string {
  return `${category}:${rate}`;
}

/**
 * Whether an invoice was made while one's own details said of tax what they say now.
 * @param kept what was kept with the invoice; null for one from before that was kept. Whether it names the scheme for
 * small businesses then tells.
 */
export function madeUnder(own: Tax, kept: string | null, taxed: Tax): boolean {
  if (kept !== null) return kept === ownTaxText(own);
  return (own.category === 'small_business') === (taxed.category === 'small_business');
}
