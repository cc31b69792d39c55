import * as iso from 'dinero.js/currencies';

// dinero describes the ariary and the ouguiya by their fifths; ISO 4217 and every bank write two decimals.
const asHundredths = new Set(['MGA', 'MRU']);

const exponents: ReadonlyMap<string, number> = new Map(
  Object.values(iso)
    .map(({ code, exponent }) => [code, asHundredths.has(code) ? 2 : exponent] as const)
    .filter(([, exponent]) => exponent === 0 || exponent === 2 || exponent === 3),
);

/** ISO 4217 codes with 0, 2 or 3 decimals, in alphabetical order. */
export const currencyCodes: readonly string[] = [...exponents.keys()].sort();

export function isCurrency(code: string): boolean {
  return exponents.has(code);
}

/** Decimals of the currency's minor unit (ISO 4217). Throws RangeError for an unknown code. */
export function exponentOf(currency: string): number {
  const exponent = exponents.get(currency);
  if (exponent === undefined) throw new RangeError(`unknown currency ${currency}`);
  return exponent;
}
