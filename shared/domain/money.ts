import {
  type DineroCurrency,
  dinero,
  halfAwayFromZero,
  multiply,
  toSnapshot,
  transformScale,
} from 'dinero.js/bigint';
import { exponentOf } from './currencies.ts';

/** Whole minor units (cents) of one ISO 4217 currency. */
export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** Tax rates are thousandths of a percent: 19 % is 19000, 9.975 % is 9975. */
export const taxRateScale = 3;

/** The largest amount that is taken: far above any invoice, far below where integers stop being exact. */
export const largestAmount = 10_000_000_000_000;

/** The exact sum, in minor units of `currency`. */
export function sumOf(amounts: readonly number[], currency: string): number {
  // Refuses a currency that is not known, as every amount in it would be.
  money(0, currency);
  return exactNumber(amounts.reduce((total, amount) => total + BigInt(amount), 0n));
}

/** The amounts added by currency, never across currencies; in order of code. */
export function totalsByCurrency(amounts: readonly Money[]): Money[] {
  const byCode = new Map<string, number[]>();
  for (const { currency, amount } of amounts) {
    const own = byCode.get(currency);
    if (own) own.push(amount);
    else byCode.set(currency, [amount]);
  }
  return [...byCode]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([currency, own]) => ({ currency, amount: sumOf(own, currency) }));
}

/** `rate` thousandths of a percent of a net amount, rounded once, half away from zero. */
export function percentOf(net: number, rate: number, currency: string): number {
  const exact = multiply(money(net, currency), { amount: BigInt(rate), scale: BigInt(taxRateScale + 2) });
  return toMinor(transformScale(exact, BigInt(exponentOf(currency)), halfAwayFromZero));
}

/** `amount × numerator / denominator` in minor units, rounded once, half away from zero; both parts are integers. */
export function fractionOf(amount: number, numerator: number, denominator: number, currency: string): number {
  money(0, currency);
  return exactNumber(divideHalfAway(BigInt(amount) * BigInt(numerator), BigInt(denominator)));
}

function divideHalfAway(numerator: bigint, denominator: bigint): bigint {
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

function money(amount: number, currency: string) {
  const definition: DineroCurrency<bigint, string> = {
    code: currency,
    base: 10n,
    exponent: BigInt(exponentOf(currency)),
  } as DineroCurrency<bigint, string>;
  return dinero({ amount: BigInt(amount), currency: definition });
}

function toMinor(value: ReturnType<typeof money>): number {
  return exactNumber(toSnapshot(value).amount);
}

function exactNumber(amount: bigint): number {
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) throw new RangeError('amount out of range');
  return number;
}
