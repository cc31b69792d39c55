import type { TFunction } from 'i18next';
import { dateIn, formatClock, formatDate } from '#shared/domain/clock-format.ts';
import { type Due, daysBetween, dueDay } from '#shared/domain/due-day.ts';

/** A due date on a card: `Today`, `Today 17:00`, `Thu 26`, `4 Dec`, `4 Dec 2027`, in the person's zone. */
export function dueShort(due: Due, now: number, zone: string, t: TFunction, locale: string): string {
  const today = dateIn(now, zone);
  const day = dueDay(due, zone);
  const away = daysBetween(today, day);
  if (away === 0) {
    const time = due.at === null ? '' : ` ${formatClock(due.at, zone)}`;
    return `${t('tasks:due.today')}${time}`;
  }
  if (Math.abs(away) < 7) return formatDate(day, locale, 'weekday');
  return formatDate(day, locale, day.slice(0, 4) === today.slice(0, 4) ? 'day' : 'dated');
}

/** A due date in full: `Thu 26 Nov, 17:00`, in the person's zone. */
export function dueLong(due: Due, zone: string, locale: string): string {
  const day = formatDate(dueDay(due, zone), locale, 'short');
  return due.at === null ? day : `${day}, ${formatClock(due.at, zone)}`;
}
