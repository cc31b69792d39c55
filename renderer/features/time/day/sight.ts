import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { DayView } from '#shared/ipc/time.ts';

/** What is kept above and below what is in sight, so that the arrows always have somewhere to go. */
const margin = 0.25 * HOUR;
const step = HOUR / 4;
/** Between the top of the window and what a day opens on. */
const breath = 5 * MINUTE;

/** What is drawn of a day of which `height` milliseconds are in sight from `top` on, in steps of a quarter of an hour. */
export function sightFrom(top: number, height: number): Span {
  return {
    from: Math.floor((top - margin) / step) * step,
    to: Math.ceil((top + height + margin) / step) * step,
  };
}

/**
 * The instant at the top of the window when a day opens: a little before its work begins, and of today so that now is
 * in sight.
 * @param first where the day's first entry begins; null when it has none.
 * @param height milliseconds of the day that are in sight.
 */
export function opensAt(day: DayView, first: number | null, now: number, height: number): number {
  const event = day.events.find((item) => !item.allDay)?.start ?? null;
  const usual = day.from + 8.5 * HOUR;
  const start = Math.min(first ?? usual, event ?? usual, usual) - HOUR / 2;
  const isToday = now >= day.from && now < day.to;
  const top = isToday ? Math.max(start, now - (height - 2 * HOUR)) : start;
  return Math.max(day.from, Math.min(top - breath, day.to - height));
}
