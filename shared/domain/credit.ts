import type { Tax, Totals } from './invoice.ts';
import { percentOf, sumOf } from './money.ts';

/** What was billed by a line and what credit notes have taken back of it since; minor units. */
export interface Creditable {
  readonly net: number;
  readonly credited: number;
}

/** What a credit note may still take back of a line; in the line's own direction. */
export function leftOf({ net, credited }: Creditable): number {
  return net - credited;
}

/**
 * What is wrong with an amount, as a key of the `errors` catalogue: it goes in the line's direction, not further than
 * what is left of it, and takes something back, unless the line came to nothing itself. Null when nothing is.
 */
export function creditProblem(
  line: Creditable,
  amount: number,
): 'credit.direction' | 'credit.tooMuch' | 'credit.zero' | null {
  const left = leftOf(line);
  if (amount === 0) return line.net === 0 ? null : 'credit.zero';
  if (amount > 0 !== line.net > 0) return 'credit.direction';
  return Math.abs(amount) <= Math.abs(left) ? null : 'credit.tooMuch';
}

interface TaxedSum extends Tax {
  readonly net: number;
  readonly tax: number;
}

/**
 * Totals of a credit note, positive. The tax of all credit notes of an invoice together is rounded once per rate, as the
 * invoice's was: each takes what the sum so far comes to, less what those before it have taken. So what is credited in
 * parts is never a cent more or less than what was billed.
 */
export function creditTotals(
  lines: readonly { net: number; tax: Tax }[],
  before: readonly TaxedSum[],
  currency: string,
): Totals {
  const same = (one: Tax, other: Tax) => one.category === other.category && one.rate === other.rate;
  const kinds = lines
    .map(({ tax }) => tax)
    .filter((tax, index, all) => all.findIndex((other) => same(tax, other)) === index);
  const taxes = kinds.map(({ category, rate }) => {
    const own = lines.filter(({ tax }) => same(tax, { category, rate })).map((line) => line.net);
    const net = sumOf(own, currency);
    const earlier = before.find((sum) => same(sum, { category, rate })) ?? { net: 0, tax: 0 };
    const whole = percentOf(sumOf([earlier.net, net], currency), rate, currency);
    return { category, rate, net, tax: sumOf([whole, -earlier.tax], currency) };
  });
  taxes.sort((a, b) => a.category.localeCompare(b.category) || b.rate - a.rate);
  const add = (key: 'net' | 'tax') =>
    sumOf(
      taxes.map((total) => total[key]),
      currency,
    );
  return { net: add('net'), taxes, tax: add('tax'), gross: sumOf([add('net'), add('tax')], currency) };
}
