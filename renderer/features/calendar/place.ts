import { dateIn, formatClock } from '#shared/domain/clock-format.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { MINUTE } from '#shared/domain/duration.ts';
import { layOut } from '#shared/domain/lanes.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';

/** Minutes on a day's clock; the axis of a week, on which every day has the same hours. */
export const dayMinutes = 24 * 60;
/** The smallest block, in minutes of the axis: one line of text. */
const least = 28;

export interface Placed {
  readonly item: OccurrenceView;
  /** Minutes of wall clock from midnight. */
  readonly top: number;
  readonly height: number;
  readonly lane: number;
  readonly lanes: number;
}

export interface Bar {
  readonly item: OccurrenceView;
  /** First day and number of days within the shown dates. */
  readonly first: number;
  readonly days: number;
  /** Counted from the top. */
  readonly row: number;
}

/** Minutes from midnight on the clock of a zone. @param at UTC milliseconds. */
export function wallMinutes(at: number, zone: string): number {
  const [hours = 0, minutes = 0] = formatClock(at, zone).split(':').map(Number);
  return hours * 60 + minutes;
}

/** What stands above the hours: whole days, and what lasts a day or longer. */
export function isLong(item: OccurrenceView): boolean {
  return item.allDay || item.end - item.start >= dayMinutes * MINUTE;
}

/** First and last date (ISO) that an item touches in a zone. */
export function datesOf(
  item: OccurrenceView,
  zone: string,
): { readonly first: string; readonly last: string } {
  if (item.startDate !== null && item.endDate !== null) {
    return { first: item.startDate, last: addDays(item.endDate, -1) };
  }
  const first = dateIn(item.start, zone);
  return { first, last: item.end > item.start ? dateIn(item.end - 1, zone) : first };
}

/**
 * The timed items of one date, placed by its wall clock: where the clocks go back, the doubled hour holds both, and an
 * end that would come before its start follows from the length instead.
 */
export function placeDay(items: readonly OccurrenceView[], date: string, zone: string): Placed[] {
  const places = items.flatMap((item) => {
    if (isLong(item)) return [];
    const { first, last } = datesOf(item, zone);
    if (date < first || date > last) return [];
    const from = date === first ? wallMinutes(item.start, zone) : 0;
    const until = date === last ? wallMinutes(item.end, zone) || dayMinutes : dayMinutes;
    const to = until > from ? until : from + (item.end - item.start) / MINUTE;
    const height = Math.max(least, Math.min(to, dayMinutes) - from);
    return [{ item, top: Math.min(from, dayMinutes - height), height }];
  });
  const lanes = layOut(places.map(({ top, height }) => ({ from: top, to: top + height })));
  return places.map((place, index) => ({ ...place, ...(lanes[index] ?? { lane: 0, lanes: 1 }) }));
}

/** The long items as bars over the shown dates, packed from the top. */
export function placeBars(items: readonly OccurrenceView[], dates: readonly string[], zone: string): Bar[] {
  const bars = items.filter(isLong).flatMap((item) => {
    const { first, last } = datesOf(item, zone);
    const from = dates.findIndex((date) => date >= first);
    const to = dates.findLastIndex((date) => date <= last);
    return from === -1 || to < from ? [] : [{ item, first: from, days: to - from + 1 }];
  });
  const rows = layOut(bars.map(({ first, days }) => ({ from: first, to: first + days })));
  return bars.map((bar, index) => ({ ...bar, row: rows[index]?.lane ?? 0 }));
}

/** Everything that touches a date, whole days first. */
export function itemsOn(items: readonly OccurrenceView[], date: string, zone: string): OccurrenceView[] {
  const touching = items.filter((item) => {
    const { first, last } = datesOf(item, zone);
    return date >= first && date <= last;
  });
  return touching.sort((a, b) => Number(isLong(b)) - Number(isLong(a)) || a.start - b.start);
}
