import { epochDay } from './clock-format.ts';
import { addDays, weekday } from './due-day.ts';

/** What time can be added up by. */
export const groupings = ['client', 'task', 'category', 'kind', 'day', 'week', 'month'] as const;
export type Grouping = (typeof groupings)[number];

const calendarGroupings = ['day', 'week', 'month'] as const;
export type CalendarGrouping = (typeof calendarGroupings)[number];

export function isCalendar(grouping: Grouping | null): grouping is CalendarGrouping {
  return (calendarGroupings as readonly (string | null)[]).includes(grouping);
}

/** The first date (ISO) of the day, week or month that holds `date`; `weekStart` counts from Monday = 1. */
export function bucketOf(date: string, grouping: CalendarGrouping, weekStart: number): string {
  if (grouping === 'month') return `${date.slice(0, 7)}-01`;
  if (grouping === 'week') return addDays(date, -((weekday(date) - weekStart + 7) % 7));
  return date;
}

/** The dates (ISO) from `from` to `to`, both included. */
export function datesBetween(from: string, to: string): string[] {
  const first = epochDay(from);
  return Array.from({ length: epochDay(to) - first + 1 }, (_, index) => addDays(from, index));
}

/** What an entry is asked for: an id, or none; for calendar groupings the date comes from the span itself. */
export type TallyKey = string | null;

export interface TallyRow {
  readonly key: TallyKey;
  /** Milliseconds. */
  readonly total: number;
  /** By the second grouping; empty without one. */
  readonly parts: readonly { readonly key: TallyKey; readonly total: number }[];
}

export interface TallyPlan {
  /** The instants at which the dates begin, and the end of the last (`dayBorders`). */
  readonly borders: readonly number[];
  /** What each date counts for; null where the key comes with the entry. */
  readonly first: readonly string[] | null;
  readonly second: readonly string[] | null;
  readonly nested: boolean;
  readonly now: number;
}

interface Sum {
  total: number;
  readonly parts: Map<TallyKey, number>;
}

/**
 * Adds up spans by one or two keys, exactly: a span that lies over borders is cut at them, and what lies outside is
 * left out. One pass, in any order; spans that come by their start are quickest.
 */
export class Tally {
  readonly #plan: TallyPlan;
  readonly #from: number;
  readonly #to: number;
  readonly #byDate: boolean;
  readonly #rows = new Map<TallyKey, Sum>();
  #day = 0;
  #total = 0;
  #billable = 0;
  #unsorted = 0;

  constructor(plan: TallyPlan) {
    this.#plan = plan;
    this.#from = plan.borders[0] ?? 0;
    this.#to = plan.borders.at(-1) ?? 0;
    this.#byDate = plan.first !== null || plan.second !== null;
  }

  /** `startedAt`, `endedAt` in UTC ms; without an end it reaches to now. `unsorted`: no category or no kind. */
  add(
    startedAt: number,
    endedAt: number | null,
    first: TallyKey,
    second: TallyKey,
    billable: boolean,
    unsorted: boolean,
  ): void {
    let from = Math.max(startedAt, this.#from);
    const to = Math.min(endedAt ?? Math.max(this.#plan.now, startedAt), this.#to);
    if (to <= from) return;
    this.#total += to - from;
    if (billable) this.#billable += to - from;
    if (unsorted) this.#unsorted += to - from;
    if (!this.#byDate) {
      this.#count(first, second, to - from);
      return;
    }
    const { borders } = this.#plan;
    this.#find(from);
    for (let day = this.#day; from < to; day++) {
      const end = Math.min(to, borders[day + 1] as number);
      if (end <= from) continue;
      const { first: firsts, second: seconds } = this.#plan;
      this.#count(
        firsts ? (firsts[day] as string) : first,
        seconds ? (seconds[day] as string) : second,
        end - from,
      );
      from = end;
    }
  }

  /** Milliseconds of all that was added, within the borders. */
  get total(): number {
    return this.#total;
  }

  get billable(): number {
    return this.#billable;
  }

  get unsorted(): number {
    return this.#unsorted;
  }

  /** How many sums there are. */
  get size(): number {
    let size = this.#rows.size;
    if (this.#plan.nested) for (const row of this.#rows.values()) size += row.parts.size;
    return size;
  }

  rows(): TallyRow[] {
    return [...this.#rows].map(([key, { total, parts }]) => ({
      key,
      total,
      parts: [...parts].map(([part, sum]) => ({ key: part, total: sum })),
    }));
  }

  #count(first: TallyKey, second: TallyKey, length: number): void {
    let row = this.#rows.get(first);
    if (!row) {
      row = { total: 0, parts: new Map() };
      this.#rows.set(first, row);
    }
    row.total += length;
    if (this.#plan.nested) row.parts.set(second, (row.parts.get(second) ?? 0) + length);
  }

  /** Sets the day to the one that holds `at`, beginning where the last one was. */
  #find(at: number): void {
    const { borders } = this.#plan;
    if (at < (borders[this.#day] as number)) this.#day = 0;
    if (at >= (borders[this.#day + 40] ?? Number.POSITIVE_INFINITY)) this.#day = searched(borders, at);
    while ((borders[this.#day + 1] ?? Number.POSITIVE_INFINITY) <= at) this.#day++;
  }
}

/** The last index whose border is not after `at`. */
function searched(borders: readonly number[], at: number): number {
  let low = 0;
  let high = borders.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((borders[middle] as number) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
