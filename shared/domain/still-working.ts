import { addDays } from './dates.ts';
import { HOUR } from './duration.ts';
import { dateOf, resolveLocal } from './local-time.ts';
import { length, type Span } from './spans.ts';

export interface LongRun {
  /** Milliseconds that the timer has run. */
  readonly ran: number;
  /** It began on an earlier date of the person's zone. */
  readonly overMidnight: boolean;
  /** The set length; 0 never asks about it. */
  readonly longHours: number;
  readonly askedMidnight: boolean;
  readonly askedLength: boolean;
}

/** Whether a running timer may have been forgotten; each reason is asked about once. */
export function whatToAsk(run: LongRun): 'midnight' | 'length' | null {
  if (run.overMidnight && !run.askedMidnight) return 'midnight';
  return run.longHours > 0 && run.ran >= run.longHours * HOUR && !run.askedLength ? 'length' : null;
}

/**
 * Whether a gap is so long that its timer was most likely forgotten: an hour or more over midnight in a zone, or the set
 * length in hours; 0 leaves only the nights.
 */
export function looksForgotten(gap: Span, zone: string, longHours: number): boolean {
  const overMidnight = dateOf(gap.from, zone) < dateOf(gap.to, zone);
  return (overMidnight && length(gap) >= HOUR) || (longHours > 0 && length(gap) >= longHours * HOUR);
}

/**
 * The last instant of a span, both ends included, at which the clocks of a zone show `time` (`HH:MM`); null when they
 * never do. For "I stopped at …" about a timer that ran on. UTC milliseconds.
 */
export function lastShowing(time: string, span: Span, zone: string): number | null {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const first = dateOf(span.from, zone);
  for (let date = dateOf(span.to, zone); date >= first; date = addDays(date, -1)) {
    const found = resolveLocal(date, time, zone);
    const instants =
      found.kind === 'one' ? [found.at] : found.kind === 'two' ? [found.later, found.earlier] : [];
    const fits = instants.find((at) => at >= span.from && at <= span.to);
    if (fits !== undefined) return fits;
  }
  return null;
}
