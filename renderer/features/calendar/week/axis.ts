import { formatClock } from '#shared/domain/clock-format.ts';
import { startOfDay } from '#shared/domain/dates.ts';
import { HOUR } from '#shared/domain/duration.ts';
import { hourMarks } from '../../../ui/timeline/scale.ts';
import { wallMinutes } from '../place.ts';

/** rem for one hour of the axis; larger text gets more room. */
export const remPerHour = 3.25;

/** Distance from midnight in rem. @param minutes of wall clock. */
export const remOf = (minutes: number) => (minutes / 60) * remPerHour;

/** How many lines of a title, 15 px each, fit with 21 px of edges and times in so many minutes: one to three. */
export const titleLines = (minutes: number) =>
  Math.min(3, Math.max(1, Math.floor((remOf(minutes) - 1.3125) / 0.9375)));

export interface AxisMark {
  /** 0 to 23 on the person's clock. */
  readonly hour: number;
  readonly here: string;
  /** The client's clock at that moment; null for an hour that this day does not have. */
  readonly there: string | null;
}

/** The hours of a date on the person's clock, and what the client's clock says at each. */
export function axisOf(date: string, zone: string, clientZone: string): AxisMark[] {
  const from = startOfDay(date, zone);
  const marks = hourMarks(from, from + 25 * HOUR, zone);
  return Array.from({ length: 24 }, (_, hour) => {
    const here = `${String(hour).padStart(2, '0')}:00`;
    const mark = marks.find(({ label }) => label === here);
    return { hour, here, there: mark ? formatClock(mark.at, clientZone) : null };
  });
}

/** How far the client's clock is ahead at noon of a date, in minutes between -720 and 719. */
function ahead(date: string, zone: string, clientZone: string): number {
  const noon = startOfDay(date, zone) + 12 * HOUR;
  const minutes = wallMinutes(noon, clientZone) - wallMinutes(noon, zone);
  return ((((minutes + 720) % 1_440) + 1_440) % 1_440) - 720;
}

/** Whether both clocks show the same on every one of these dates, so that one axis is enough. */
export function sameClock(dates: readonly string[], zone: string, clientZone: string): boolean {
  return dates.every((date) => ahead(date, zone, clientZone) === 0);
}

export interface ClockChange {
  /** From this date on the axis does not hold, or held not before it. */
  readonly date: string;
  /** The client's clock when it is noon here on that date. */
  readonly there: string;
  readonly before: boolean;
}

/** Within the dates, the first after `axisDate` (or the last before it) on which the two clocks stand differently. */
export function clockChange(
  dates: readonly string[],
  axisDate: string,
  zone: string,
  clientZone: string,
): ClockChange | null {
  const usual = ahead(axisDate, zone, clientZone);
  const differs = (date: string) => ahead(date, zone, clientZone) !== usual;
  const later = dates.find((date) => date > axisDate && differs(date));
  const date = later ?? dates.findLast((each) => each < axisDate && differs(each));
  if (!date) return null;
  const noon = 12 * 60 + ahead(date, zone, clientZone);
  const wrapped = (noon + 1_440) % 1_440;
  const there = `${String(Math.floor(wrapped / 60)).padStart(2, '0')}:${String(wrapped % 60).padStart(2, '0')}`;
  return { date, there, before: later === undefined };
}
