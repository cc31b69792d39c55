import { Temporal } from 'temporal-polyfill';

/** A whole year (`YYYY`) or month (`YYYY-MM`) of the calendar. */
export type Period = string;

export function isMonth(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

export function isYear(text: string): boolean {
  return /^\d{4}$/.test(text);
}

/** The period so many months after a month, or years after a year. */
export function stepPeriod(period: Period, steps: number): Period {
  if (isYear(period)) return String(Number(period) + steps).padStart(4, '0');
  return Temporal.PlainYearMonth.from(period).add({ months: steps }).toString();
}

/** The period's first and last day, ISO dates. */
export function periodDates(period: Period): { readonly from: string; readonly to: string } {
  if (isYear(period)) return { from: `${period}-01-01`, to: `${period}-12-31` };
  const month = Temporal.PlainYearMonth.from(period);
  return { from: `${period}-01`, to: month.toPlainDate({ day: month.daysInMonth }).toString() };
}

/** The months from one to another (`YYYY-MM`), both included. */
export function monthsBetween(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = stepPeriod(month, 1)) months.push(month);
  return months;
}
