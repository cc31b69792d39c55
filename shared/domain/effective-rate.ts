import { fractionOf, type Money } from './money.ts';

/** What an hour of work brought: an amount in minor units over whole seconds, rounded once; null without time. */
export function effectiveRate({ amount, currency }: Money, seconds: number): Money | null {
  return seconds > 0 ? { amount: fractionOf(amount, 3600, seconds, currency), currency } : null;
}
