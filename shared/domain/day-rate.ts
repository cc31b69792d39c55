import type { DayRateTerms } from './agreement-terms.ts';
import { quantityNet, quantityScale, timeNet } from './invoice.ts';
import { sumOf } from './money.ts';

const one = 10 ** quantityScale;

/** What a day of work counts as under a day rate. */
export interface DayWorth {
  /** Thousandths of a day: 0, 500 or 1000. */
  readonly days: number;
  /** Seconds beyond the full day, where they are charged; else 0. */
  readonly overSeconds: number;
  /** Minor units of the day, of the time beyond it, and of both. */
  readonly dayNet: number;
  readonly overNet: number;
  readonly net: number;
}

/**
 * What the seconds of one day come to at a rate per day: nothing, half or whole, and then by the hour for what goes
 * beyond, if that was agreed. Each part is rounded once, half away from zero.
 */
export function dayWorth(seconds: number, rate: number, terms: DayRateTerms, currency: string): DayWorth {
  const reaches = (minutes: number) => seconds >= minutes * 60;
  const days = reaches(terms.fullFrom) ? one : reaches(terms.halfFrom) ? one / 2 : 0;
  const overSeconds = terms.over ? Math.max(0, seconds - terms.over.after * 60) : 0;
  const dayNet = quantityNet(days, rate, currency);
  const overNet = terms.over ? timeNet(overSeconds, terms.over.rate, currency) : 0;
  return { days, overSeconds, dayNet, overNet, net: sumOf([dayNet, overNet], currency) };
}
