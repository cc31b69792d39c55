import { startOfDay } from '#shared/domain/dates.ts';
import { addDays, weekday } from '#shared/domain/due-day.ts';

export type CalendarMode = 'week' | 'month';

/** What the screen shows: whole weeks around a date, and the instants (UTC ms) that they span in the person's zone. */
export interface Period {
  readonly mode: CalendarMode;
  readonly dates: readonly string[];
  readonly from: number;
  readonly to: number;
}

/** The week that holds `date` (ISO), or all weeks that its month touches. @param weekStart ISO weekday, Monday is 1. */
export function periodOf(date: string, mode: CalendarMode, weekStart: number, zone: string): Period {
  const first = weekOf(mode === 'week' ? date : `${date.slice(0, 7)}-01`, weekStart);
  const dates = Array.from({ length: 7 }, (_, index) => addDays(first, index));
  while (mode === 'month' && nextDay(dates).startsWith(date.slice(0, 7))) {
    const next = nextDay(dates);
    for (let index = 0; index < 7; index += 1) dates.push(addDays(next, index));
  }
  return { mode, dates, from: startOfDay(first, zone), to: startOfDay(nextDay(dates), zone) };
}

/** The date so many weeks or months on; a month that is too short gives its last day. */
export function step(date: string, mode: CalendarMode, steps: number): string {
  if (mode === 'week') return addDays(date, 7 * steps);
  const months = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + steps;
  const year = String(Math.floor(months / 12)).padStart(4, '0');
  const month = String((months % 12) + 1).padStart(2, '0');
  const day = Math.min(Number(date.slice(8, 10)), daysIn(Number(year), Number(month)));
  return `${year}-${month}-${String(day).padStart(2, '0')}`;
}

function weekOf(date: string, weekStart: number): string {
  return addDays(date, -((weekday(date) - weekStart + 7) % 7));
}

const nextDay = (dates: readonly string[]) => addDays(dates.at(-1) ?? '', 1);

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
