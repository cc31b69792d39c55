import { addDays, daysBetween, weekday } from './due-day.ts';
import { bucketOf } from './report.ts';

/** Stretches of dates that people ask for by name. */
export const rangePresets = [
  'thisWeek',
  'lastWeek',
  'twoWeeks',
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'thisYear',
] as const;
export type RangePreset = (typeof rangePresets)[number];

/** Calendar dates (ISO), both included. */
export interface DateRange {
  readonly from: string;
  readonly to: string;
}

/** The dates a name means on `today` (ISO); weeks begin on `weekStart`, Monday = 1. */
export function presetRange(preset: RangePreset, today: string, weekStart: number): DateRange {
  const week = addDays(today, -((weekday(today) - weekStart + 7) % 7));
  const month = bucketOf(today, 'month', weekStart);
  switch (preset) {
    case 'thisWeek':
      return { from: week, to: addDays(week, 6) };
    case 'lastWeek':
      return { from: addDays(week, -7), to: addDays(week, -1) };
    case 'twoWeeks':
      return { from: addDays(today, -13), to: today };
    case 'thisMonth':
      return { from: month, to: addDays(monthsOn(month, 1), -1) };
    case 'lastMonth':
      return { from: monthsOn(month, -1), to: addDays(month, -1) };
    case 'thisQuarter': {
      const first = `${today.slice(0, 5)}${two(Math.floor((Number(today.slice(5, 7)) - 1) / 3) * 3 + 1)}-01`;
      return { from: first, to: addDays(monthsOn(first, 3), -1) };
    }
    case 'thisYear':
      return { from: `${today.slice(0, 4)}-01-01`, to: `${today.slice(0, 4)}-12-31` };
  }
}

/** The name of a range on `today`; null for one of the person's own. */
export function presetOf(range: DateRange, today: string, weekStart: number): RangePreset | null {
  return (
    rangePresets.find((preset) => {
      const { from, to } = presetRange(preset, today, weekStart);
      return from === range.from && to === range.to;
    }) ?? null
  );
}

/** The range before (-1) or after (1): whole months stay months, everything else moves by its own length. */
export function stepRange({ from, to }: DateRange, step: 1 | -1): DateRange {
  const months = wholeMonths(from, to);
  if (months > 0) {
    const first = monthsOn(from, step * months);
    return { from: first, to: addDays(monthsOn(first, months), -1) };
  }
  const days = (daysBetween(from, to) + 1) * step;
  return { from: addDays(from, days), to: addDays(to, days) };
}

/** How many calendar months the range is exactly; 0 when it is none. */
function wholeMonths(from: string, to: string): number {
  if (!from.endsWith('-01')) return 0;
  const after = addDays(to, 1);
  return after.endsWith('-01') ? monthIndex(after) - monthIndex(from) : 0;
}

function monthIndex(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1;
}

/** The first of a month so many months after the first of another. */
function monthsOn(first: string, months: number): string {
  const index = monthIndex(first) + months;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${two((index % 12) + 1)}-01`;
}

const two = (value: number) => String(value).padStart(2, '0');
