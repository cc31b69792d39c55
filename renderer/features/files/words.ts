import { dateIn, formatClock, formatDay } from '#shared/domain/clock-format.ts';

/** When something changed, as short as it can be told: today by the clock, this year by the day. */
export function changedText(at: number, today: string, zone: string, locale: string): string {
  const date = dateIn(at, zone);
  if (date === today) return formatClock(at, zone);
  return formatDay(at, zone, locale, date.slice(0, 4) === today.slice(0, 4) ? 'day' : 'dated');
}
