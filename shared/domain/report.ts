import { dateOfEpochDay, epochDay } from './clock-format.ts';
import { addDays, weekday } from './due-day.ts';

const dayLength = 86_400_000;
/** More keys than this have few spans each, for which whole lines would be a waste. */
const mostLines = 64;

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

/** The bucket of each date (ISO) from `from` to `to`, both included. */
export function bucketsBetween(
  from: string,
  to: string,
  grouping: CalendarGrouping,
  weekStart: number,
): string[] {
  const first = epochDay(from);
  const length = epochDay(to) - first + 1;
  if (grouping === 'day') return Array.from({ length }, (_, index) => dateOfEpochDay(first + index));
  const buckets: string[] = [];
  let next = bucketOf(from, grouping, weekStart);
  while (buckets.length < length) {
    const bucket = next;
    next = bucketOf(addDays(bucket, grouping === 'month' ? 31 : 7), grouping, weekStart);
    const end = Math.min(length, epochDay(next) - first);
    while (buckets.length < end) buckets.push(bucket);
  }
  return buckets;
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
}

interface Sum {
  total: number;
  /** Of the second grouping; null where there is none. */
  readonly parts: Map<TallyKey, number> | null;
}

/** What holds for time beside its keys. */
export interface TallyFlags {
  readonly billable: boolean;
  /** No category or no kind of work. */
  readonly unsorted: boolean;
}

/**
 * Adds up time by one or two keys, exactly: a span that lies over borders is cut at them, and what lies outside is
 * left out. Spans may come in any order.
 */
export class Tally {
  readonly #plan: TallyPlan;
  readonly #from: number;
  readonly #to: number;
  readonly #rows = new Map<TallyKey, Sum>();
  /** Whether what is added counts for a date. */
  readonly byDate: boolean;
  /** For each date the number of its cell; dates that count for the same share one. */
  readonly #cells: Int32Array;
  /** Sums by cell of the first few keys that come from entries: most questions know no more of them. */
  readonly #lines = new Map<TallyKey, Float64Array>();
  /** How many sums stand in lines. */
  #filled = 0;
  #lastLine: { readonly key: TallyKey; readonly line: Float64Array | null } | null = null;
  /** What was counted last: what has the same key often comes together. */
  #last: { readonly key: TallyKey; readonly row: Sum } | null = null;
  #size = 0;
  #total = 0;
  #billable = 0;
  #unsorted = 0;

  constructor(plan: TallyPlan) {
    this.#plan = plan;
    this.#from = plan.borders[0] ?? 0;
    this.#to = plan.borders.at(-1) ?? 0;
    this.byDate = plan.first !== null || plan.second !== null;
    this.#cells = this.byDate ? cellsOf(plan) : new Int32Array();
  }

  /** A length (milliseconds) that is known to lie within the borders; only where nothing counts for a date. */
  addLength(length: number, first: TallyKey, second: TallyKey, flags: TallyFlags): void {
    if (length <= 0) return;
    this.#total += length;
    if (flags.billable) this.#billable += length;
    if (flags.unsorted) this.#unsorted += length;
    this.#count(first, second, length);
  }

  /** `startedAt` and `endedAt` in UTC ms. */
  addSpan(
    startedAt: number,
    endedAt: number,
    first: TallyKey,
    second: TallyKey,
    { billable, unsorted }: TallyFlags,
  ): void {
    let from = Math.max(startedAt, this.#from);
    const to = Math.min(endedAt, this.#to);
    if (to <= from) return;
    this.#total += to - from;
    if (billable) this.#billable += to - from;
    if (unsorted) this.#unsorted += to - from;
    if (!this.byDate) {
      this.#count(first, second, to - from);
      return;
    }
    const { borders, first: firsts, second: seconds } = this.#plan;
    const line = this.#lineOf(firsts ? second : first);
    for (let day = this.#dayOf(from); from < to; day++) {
      const end = Math.min(to, borders[day + 1] as number);
      if (end <= from) continue;
      if (line) this.#addTo(line, this.#cells[day] as number, end - from);
      else this.#count(firsts?.[day] ?? first, seconds?.[day] ?? second, end - from);
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
    this.#settle();
    return this.#size;
  }

  /** There are no fewer sums than this; cheap enough to be asked again and again. */
  get sizeAtLeast(): number {
    return this.#size + this.#filled;
  }

  rows(): TallyRow[] {
    this.#settle();
    return [...this.#rows].map(([key, { total, parts }]) => ({
      key,
      total,
      parts: parts ? [...parts].map(([part, sum]) => ({ key: part, total: sum })) : [],
    }));
  }

  #count(first: TallyKey, second: TallyKey, length: number): void {
    const row = this.#rowOf(first);
    row.total += length;
    if (!row.parts) return;
    const part = row.parts.get(second);
    if (part === undefined) this.#size++;
    row.parts.set(second, (part ?? 0) + length);
  }

  #lineOf(key: TallyKey): Float64Array | null {
    if (this.#lastLine?.key === key) return this.#lastLine.line;
    let line = this.#lines.get(key) ?? null;
    if (!line && this.#lines.size < mostLines) {
      line = new Float64Array((this.#cells.at(-1) ?? 0) + 1);
      this.#lines.set(key, line);
    }
    this.#lastLine = { key, line };
    return line;
  }

  #addTo(line: Float64Array, cell: number, length: number): void {
    const before = line[cell] as number;
    if (before === 0) this.#filled++;
    line[cell] = before + length;
  }

  /** Counts what stands in lines. */
  #settle(): void {
    const { first, second } = this.#plan;
    for (const [key, line] of this.#lines)
      for (let day = 0; day < this.#cells.length; day++) {
        const cell = this.#cells[day] as number;
        const length = line[cell] as number;
        if (length === 0) continue;
        line[cell] = 0;
        this.#count(first?.[day] ?? key, second?.[day] ?? key, length);
      }
    this.#lines.clear();
    this.#filled = 0;
    this.#lastLine = null;
  }

  #rowOf(key: TallyKey): Sum {
    if (this.#last?.key === key) return this.#last.row;
    let row = this.#rows.get(key);
    if (!row) {
      row = { total: 0, parts: this.#plan.nested ? new Map() : null };
      this.#rows.set(key, row);
      this.#size++;
    }
    this.#last = { key, row };
    return row;
  }

  /** The index of the date that holds `at`, which lies within the borders: most are 24 hours apart. */
  #dayOf(at: number): number {
    const { borders } = this.#plan;
    let day = Math.min(Math.floor((at - this.#from) / dayLength), borders.length - 2);
    while ((borders[day] as number) > at) day--;
    while ((borders[day + 1] as number) <= at) day++;
    return day;
  }
}

function cellsOf({ borders, first, second }: TallyPlan): Int32Array {
  const cells = new Int32Array(Math.max(0, borders.length - 1));
  for (let day = 1; day < cells.length; day++) {
    const same = first?.[day] === first?.[day - 1] && second?.[day] === second?.[day - 1];
    cells[day] = (cells[day - 1] as number) + (same ? 0 : 1);
  }
  return cells;
}
