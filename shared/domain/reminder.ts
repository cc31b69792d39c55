import { Temporal } from 'temporal-polyfill';

/** One reminder that has come due. `at` is the moment it was meant for, UTC milliseconds. */
export interface DueReminder {
  readonly id: string;
  readonly at: number;
}

/** What to show now: reminders of this minute one by one, those that were slept through together. */
export interface Delivery<R extends DueReminder> {
  readonly single: readonly R[];
  readonly together: readonly R[];
}

/** Later than this counts as missed, milliseconds. */
export const missedAfter = 2 * 60_000;
/** Missed reminders older than this are not told any more, milliseconds. */
export const forgottenAfter = 7 * 24 * 3_600_000;
/** More than this many at once are told together. */
const mostSingle = 3;

/** @param due everything not yet told whose moment is not after `now` (UTC milliseconds). */
export function deliver<R extends DueReminder>(due: readonly R[], now: number): Delivery<R> {
  const current = due.filter(({ at }) => at > now - forgottenAfter).toSorted((a, b) => a.at - b.at);
  const fresh = current.filter(({ at }) => at > now - missedAfter);
  const missed = current.filter(({ at }) => at <= now - missedAfter);
  if (fresh.length > mostSingle) return { single: [], together: current };
  if (missed.length === 1) return { single: [...missed, ...fresh], together: [] };
  return { single: fresh, together: missed };
}

export interface MorningPlan {
  /** The list is to be told now; its day, ISO. */
  readonly day: string | null;
  /** When it is next to be told, UTC milliseconds; null when it is off. */
  readonly next: number | null;
}

/**
 * When the morning list comes: at `time` on the clocks of `zone`, once a day; a morning slept through is made
 * up for later the same day. A time that the clocks skip that day counts as the moment after the gap.
 * @param told ISO day of the last list, or null.
 */
export function morningPlan(
  time: string | null,
  told: string | null,
  now: number,
  zone: string,
): MorningPlan {
  if (time === null) return { day: null, next: null };
  const today = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).toPlainDate();
  const on = (day: Temporal.PlainDate) =>
    day.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(time) }).epochMilliseconds;
  const toldToday = told !== null && told >= today.toString();
  if (!toldToday && on(today) <= now) return { day: today.toString(), next: on(today.add({ days: 1 })) };
  return { day: null, next: toldToday ? on(today.add({ days: 1 })) : on(today) };
}

/** The longest wait before looking again: a clock that somebody sets is noticed within it, milliseconds. */
const longestWait = 60_000;
const idleWait = 15 * 60_000;

/** How long to wait until the next moment (UTC milliseconds, null when there is none in sight). */
export function waitFor(next: number | null, now: number): number {
  if (next === null) return idleWait;
  const left = Math.max(0, next - now);
  return left > idleWait ? idleWait : Math.min(left, longestWait);
}
