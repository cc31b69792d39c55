import { Temporal } from 'temporal-polyfill';
import type { Span } from './spans.ts';

/** The span of a date (ISO) in a zone: 24 hours, or 23, 25 or whatever the clocks make of it. */
export function dayBounds(date: string, zone: string): Span {
  const day = Temporal.PlainDate.from(date);
  return { from: startOf(day, zone), to: startOf(day.add({ days: 1 }), zone) };
}

/** The seven dates of the week that holds `date`; `weekStart` counts from Monday = 1 (ISO 8601). */
export function weekDates(date: string, weekStart: number): string[] {
  const day = Temporal.PlainDate.from(date);
  const first = day.subtract({ days: (day.dayOfWeek - weekStart + 7) % 7 });
  return Array.from({ length: 7 }, (_, index) => first.add({ days: index }).toString());
}

/** `date` moved by whole days. */
export function addDays(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

function startOf(day: Temporal.PlainDate, zone: string): number {
  return day.toZonedDateTime(zone).epochMilliseconds;
}
