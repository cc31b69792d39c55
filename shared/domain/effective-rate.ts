import { daysBetween } from './dates.ts';
import { fractionOf, type Money } from './money.ts';

/** What an hour of work brought: an amount in minor units over whole seconds, rounded once; null without time. */
export function effectiveRate({ amount, currency }: Money, seconds: number): Money | null {
  return seconds > 0 ? { amount: fractionOf(amount, 3600, seconds, currency), currency } : null;
}

/** First and last day, ISO dates. */
interface Days {
  readonly start: string;
  readonly end: string;
}

/**
 * The part of a cycle's fee that days `from` to `until` (ISO dates, both included) have earned: every day of a cycle
 * earns the same. Minor units, rounded once.
 */
export function earnedFee({ amount, currency }: Money, cycle: Days, from: string, until: string): number {
  const first = cycle.start > from ? cycle.start : from;
  const last = cycle.end < until ? cycle.end : until;
  if (last < first) return 0;
  return fractionOf(amount, daysBetween(first, last) + 1, daysBetween(cycle.start, cycle.end) + 1, currency);
}
