import { Temporal } from 'temporal-polyfill';
import { dateOfEpochDay, epochDay } from './clock-format.ts';

const [firstDay, lastDay] = [epochDay('0000-01-01'), epochDay('9999-12-31')];

/** The instant (UTC ms) at which a calendar date (ISO) begins in a zone. */
export function startOfDay(date: string, zone: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** The date so many days later; earlier for negative days. */
export function addDays(date: string, days: number): string {
  const number = numberOf(date) + days;
  if (number >= firstDay && number <= lastDay) return dateOfEpochDay(number);
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Whole days from one date (ISO) to another; negative when the second is earlier. */
export function daysBetween(from: string, to: string): number {
  const days = numberOf(to) - numberOf(from);
  if (Number.isFinite(days)) return days;
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** The number of a day written in the usual way; NaN for all else, which the calendar reads or refuses. */
function numberOf(date: string): number {
  const number = date.length === 10 ? epochDay(date) : Number.NaN;
  return Number.isFinite(number) && dateOfEpochDay(number) === date ? number : Number.NaN;
}
