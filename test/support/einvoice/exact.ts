/** A decimal text as an integer of ten-thousandths of a ten-thousandth, so that products stay exact. */
const places = 8;
const one = 10n ** BigInt(places);

/** Throws when the text is no plain decimal. */
export function exact(text: string | null): bigint {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text ?? '');
  if (!match) throw new Error(`${text} is no decimal`);
  const [, sign, whole = '0', part = ''] = match;
  if (part.length > places) throw new Error(`${text} has too many decimals`);
  const value = BigInt(whole) * one + BigInt(part.padEnd(places, '0'));
  return sign === '-' ? -value : value;
}

/** `a × b ÷ c` as exact decimals, rounded half away from zero to so many decimals. */
export function product(a: bigint, b: bigint, c: bigint, decimals: number): bigint {
  const unit = 10n ** BigInt(places - decimals);
  const top = a * b;
  const bottom = c * unit;
  const negative = top < 0n !== bottom < 0n;
  const [high, low] = [top < 0n ? -top : top, bottom < 0n ? -bottom : bottom];
  const rounded = ((2n * high + low) / (2n * low)) * unit;
  return negative ? -rounded : rounded;
}

export const sum = (values: readonly bigint[]) => values.reduce((total, value) => total + value, 0n);

export const hundred = 100n * one;
