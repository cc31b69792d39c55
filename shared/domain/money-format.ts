import { exponentOf, isCurrency } from './currencies.ts';

const formatters = (() => {
  const known = new Map<string, Intl.NumberFormat>();
  return (locale: string, currency: string, digits: number): Intl.NumberFormat => {
    const key = `${locale}|${currency}`;
    const found = known.get(key);
    if (found) return found;
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
    known.set(key, made);
    return made;
  };
})();

const shortFormatter = (() => {
  const known = new Map<string, Intl.NumberFormat>();
  return (locale: string, currency: string): Intl.NumberFormat => {
    const key = `${locale}|${currency}`;
    const found = known.get(key);
    if (found) return found;
    const made = new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      notation: 'compact',
      minimumFractionDigits: 0,
      maximumFractionDigits: 1,
    });
    known.set(key, made);
    return made;
  };
})();

/**
 * An amount as a person reads it: `€1,990.50`, `1.990,50 €`.
 * @param minor whole minor units (cents); never a float.
 * @param currency ISO 4217 code.
 */
export function formatMoney(minor: number | bigint, currency: string, locale: string): string {
  const digits = isCurrency(currency) ? exponentOf(currency) : 2;
  const exact = toDecimal(BigInt(minor), digits) as Intl.StringNumericLiteral;
  return formatters(locale, currency, digits).format(exact);
}

/** `-1234` with two digits becomes `-12.34`, exactly. */
export function toDecimal(minor: bigint, digits: number): string {
  const sign = minor < 0n ? '-' : '';
  const text = (minor < 0n ? -minor : minor).toString().padStart(digits + 1, '0');
  return digits === 0 ? `${sign}${text}` : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/** An amount of whole units for a place too narrow for all its digits: `€4K`, `£500`. */
export function formatMoneyShort(minor: number, currency: string, locale: string): string {
  const whole = toDecimal(BigInt(minor), isCurrency(currency) ? exponentOf(currency) : 2);
  return shortFormatter(locale, currency).format(whole as Intl.StringNumericLiteral);
}
