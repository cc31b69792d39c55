/** Which part of `03/04/2024` is the day. Dates that begin with the year, or have points, leave no question. */
export type DateOrder = 'day-month' | 'month-day';

/** What a column of dates says about itself. */
export interface DateEvidence {
  /** Dates whose order cannot be seen from the date alone. */
  open: number;
  dayFirst: number;
  monthFirst: number;
}

interface Parts {
  readonly year: number;
  /** In the order they stand in; `sure` when that is known to be day, month. */
  readonly first: number;
  readonly second: number;
  readonly sure: boolean;
}

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2\s?(\d{4}|\d{2})$/;

/** Days since 1970 of a date that exists, else null; proleptic Gregorian, counted in years that begin in March. */
function dayNumber(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return null;
  const y = month <= 2 ? year - 1 : year;
  const inYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + inYear - 719_468;
}

function daysIn(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function yearLast(text: string): Parts | null {
  const match = YEAR_LAST.exec(text);
  if (!match) return null;
  const year = Number(match[4]);
  return {
    year: match[4]?.length === 2 ? 2000 + year : year,
    first: Number(match[1]),
    second: Number(match[3]),
    // Where dates have points, the day comes first.
    sure: match[2] === '.',
  };
}

/** Adds what one date says about the order of its column. */
export function weigh(evidence: DateEvidence, text: string): void {
  const parts = yearLast(text);
  if (!parts || parts.sure) return;
  if (parts.first > 12 && parts.second <= 12) evidence.dayFirst += 1;
  else if (parts.second > 12 && parts.first <= 12) evidence.monthFirst += 1;
  // On 5/5 both orders are the same day.
  else if (parts.first !== parts.second) evidence.open += 1;
}

/** The order that the dates show; null when they leave it open and a person must say. */
export function orderOf({ open, dayFirst, monthFirst }: DateEvidence): DateOrder | null {
  if (dayFirst > 0 && monthFirst === 0) return 'day-month';
  if (monthFirst > 0 && dayFirst === 0) return 'month-day';
  return dayFirst === 0 && open === 0 ? 'day-month' : null;
}

/** Days since 1970 of a written date; null when it is none, or does not exist in that order. */
export function readDate(text: string, order: DateOrder): number | null {
  const match = YEAR_FIRST.exec(text);
  if (match) return dayNumber(Number(match[1]), Number(match[2]), Number(match[3]));
  const parts = yearLast(text);
  if (!parts) return null;
  return parts.sure || order === 'day-month'
    ? dayNumber(parts.year, parts.second, parts.first)
    : dayNumber(parts.year, parts.first, parts.second);
}
