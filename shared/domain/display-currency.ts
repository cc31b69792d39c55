import { nationalCurrency } from './country-currency.ts';
import { exponentOf } from './currencies.ts';
import type { Totals } from './invoice.ts';
import type { DisplayCurrency } from './invoice-snapshot.ts';
import { scaledText } from './money-text.ts';

/** Rates of exchange have at most so many decimals. */
export const exchangeScale = 8;

/** A rate of exchange of one day, as the person found it. */
export interface ExchangeRate {
  readonly currency: string;
  /** A decimal text: so many of this currency for one of the invoice's. */
  readonly rate: string;
  /** ISO date. */
  readonly date: string;
  readonly source: string;
}

/** A rate counted in `10^-exchangeScale` as the decimal text that is kept: `11.7`. */
export function rateText(rate: number): string {
  return scaledText(rate, exchangeScale).replace(/\.?0+$/, '');
}

/** Whether a text is a rate as it is kept, and more than nothing. */
export function isRate(text: string): boolean {
  return /^\d{1,6}(\.\d{1,8})?$/.test(text) && /[1-9]/.test(text);
}

/**
 * Minor units of `from` in those of `to`, rounded once, half away from zero; exact before that. Beyond safe integers,
 * where no rate that anybody pays by leads, only near: what is issued is held against that.
 */
export function exchanged(
  amount: number,
  from: string,
  { currency: to, rate }: Pick<ExchangeRate, 'currency' | 'rate'>,
): number {
  const [whole = '0', decimals = ''] = rate.split('.');
  const scaled = BigInt(whole + decimals.padEnd(exchangeScale, '0'));
  const top = BigInt(Math.abs(amount)) * scaled * 10n ** BigInt(exponentOf(to));
  const bottom = 10n ** BigInt(exchangeScale + exponentOf(from));
  const rounded = Number((2n * top + bottom) / (2n * bottom));
  return amount < 0 && rounded !== 0 ? -rounded : rounded;
}

/**
 * What an invoice says in another currency: its total, and where that currency is the one that taxes are paid in where
 * the seller is, also its tax (Directive 2006/112/EC, article 230).
 */
export function displayOf(
  rate: ExchangeRate,
  { gross, tax }: Totals,
  { currency, sellerCountry }: { readonly currency: string; readonly sellerCountry: string },
): DisplayCurrency {
  const national = nationalCurrency(sellerCountry) === rate.currency && tax !== 0;
  return {
    ...rate,
    gross: exchanged(gross, currency, rate),
    tax: national ? exchanged(tax, currency, rate) : null,
  };
}
