import { HOUR, MINUTE } from '#shared/domain/duration.ts';

const DAY = 24 * HOUR;

export interface Passed {
  readonly unit: 'minute' | 'hour' | 'day';
  /** Whole units, rounded down; a clock that was set back makes it 0. */
  readonly count: number;
}

/** How long ago an instant was, in the largest unit of which one has passed. Both in UTC milliseconds. */
export function passed(at: number, now: number): Passed {
  const gone = Math.max(0, now - at);
  if (gone < HOUR) return { unit: 'minute', count: Math.floor(gone / MINUTE) };
  if (gone < DAY) return { unit: 'hour', count: Math.floor(gone / HOUR) };
  return { unit: 'day', count: Math.floor(gone / DAY) };
}

/** The same in words: "2 minutes ago", "yesterday". */
export function ago(at: number, now: number, locale: string): string {
  const { unit, count } = passed(at, now);
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-count, unit);
}
