import type { TFunction } from 'i18next';
import { dateIn, formatClock, formatClockRange, formatDate, zoneCity } from '#shared/domain/clock-format.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { datesOf, isLong } from './place.ts';

/** Translates texts of this feature. */
export type Words = TFunction<'calendar'>;

/** When it happens in a zone: `Wed 25 Nov, 13:30–14:15`; over midnight both days, whole days without times. */
export function whenOf(item: OccurrenceView, zone: string, locale: string): string {
  const { first, last } = datesOf(item, zone);
  const day = (date: string) => formatDate(date, locale);
  if (item.allDay) return first === last ? day(first) : `${day(first)} – ${day(last)}`;
  if (dateIn(item.start, zone) === dateIn(item.end, zone)) {
    return `${day(first)}, ${timesOf(item, zone)}`;
  }
  const endDay = day(dateIn(item.end, zone));
  return `${day(first)}, ${formatClock(item.start, zone)} – ${endDay}, ${formatClock(item.end, zone)}`;
}

/** `13:30–14:15`, or `13:30` for what has no length. */
export function timesOf(item: OccurrenceView, zone: string): string {
  return item.end > item.start ? formatClockRange(item.start, item.end, zone) : formatClock(item.start, zone);
}

/** Both clocks read the same when it starts. */
export function sameTime(item: OccurrenceView, zone: string, other: string): boolean {
  return (
    formatClock(item.start, zone) === formatClock(item.start, other) &&
    dateIn(item.start, zone) === dateIn(item.start, other)
  );
}

/** All that a sighted person sees of a block, as one sentence for a screen reader. */
export function labelOf(
  item: OccurrenceView,
  zone: string,
  clientZone: string,
  locale: string,
  entered: boolean,
  t: Words,
): string {
  const there =
    isLong(item) || sameTime(item, zone, clientZone)
      ? null
      : t('event.timeThere', { time: timesOf(item, clientZone), city: zoneCity(clientZone) });
  return [
    item.title || t('event.untitled'),
    whenOf(item, zone, locale),
    item.allDay && t('event.allDay'),
    there,
    item.tentative && t('event.tentative'),
    entered && t('event.entered'),
  ]
    .filter(Boolean)
    .join(', ');
}
