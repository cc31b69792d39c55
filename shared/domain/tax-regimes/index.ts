import type { Tax } from '../tax-category.ts';
import { germany } from './de.ts';
import { estonia } from './ee.ts';
import { spain } from './es.ts';
import { france } from './fr.ts';
import { unitedKingdom } from './gb.ts';
import { india } from './in.ts';
import { norway } from './no.ts';
import type { RegimeText, TaxRegime } from './regime.ts';
import { unitedStates } from './us.ts';

const regimes: readonly TaxRegime[] = [
  germany,
  estonia,
  spain,
  france,
  unitedKingdom,
  india,
  norway,
  unitedStates,
];

export const regimeCountries: readonly string[] = regimes.map((regime) => regime.country);

/** What is known of a country (ISO 3166-1); undefined where nothing is, and the person fills it in alone. */
export function regimeOf(country: string): TaxRegime | undefined {
  return regimes.find((regime) => regime.country === country);
}

/** The country's own rate that holds on a day (ISO date), in thousandths of a percent; null where there is none. */
export function standardRate(country: string, day: string): number | null {
  const rates = regimeOf(country)?.rates ?? [];
  return rates.find(({ kind, since }) => kind === 'standard' && since <= day)?.rate ?? null;
}

/**
 * The rate that a person probably charges on a day (ISO date), in thousandths of a percent: the one of their own
 * details, or else the usual one of their country; null where neither is known.
 */
export function usualRate(
  { tax, country }: { readonly tax: Tax; readonly country: string },
  day: string,
): number | null {
  return tax.category === 'standard' && tax.rate > 0 ? tax.rate : standardRate(country, day);
}

/**
 * The words for an invoice in a language: the country's own, as its law knows them, followed by their translation
 * when the invoice is in another language: that of the country's law or practice, or else `usual` in the language of the
 * invoice, or else English.
 */
export function inLanguage(text: RegimeText, own: string, language: string, usual?: string): string {
  if (language === own) return text.own;
  const translated = text.translations[language] ?? usual ?? text.translations.en;
  return translated === undefined ? text.own : `${text.own} – ${translated}`;
}
