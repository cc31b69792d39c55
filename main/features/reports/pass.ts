import type { Tally, TallyKey } from '#shared/domain/report.ts';
import type { Sql } from '../../store/open.ts';
import type { Source } from './source.ts';

export type Values = Readonly<Record<string, string | number | null>>;

/** What is asked of the entries `e`: the SQL of what each counts for, and what holds for them. */
export interface PassQuestion {
  readonly source: Source;
  /** Columns of an entry, or null where a date comes from its span or nothing is grouped. */
  readonly keys: readonly [KeyColumn | null, KeyColumn | null];
  readonly where: string;
  /** `from` and `to` beside those that `where` names, and `now`, where what runs ends; UTC ms. */
  readonly values: Values;
  /** Once there are more sums than this, the rest is not added up. */
  readonly most: number;
}

/** In the order of the index `time_entries_by_work`, in which `billable` stands after the first two. */
const keyColumns = ['work_kind_id', 'category', 'client_id', 'task_id'] as const;
export type KeyColumn = (typeof keyColumns)[number];

const billable = 2;
const unsorted = 1;
const flags = `${billable} * e.billable + ${unsorted} * (e.category IS NULL OR e.work_kind_id IS NULL)`;
const flagsOf = [0, 1, 2, 3].map((bits) => ({
  billable: (bits & billable) > 0,
  unsorted: (bits & unsorted) > 0,
}));
const flagged = (bits: number) => flagsOf[bits] as (typeof flagsOf)[number];

/** Groups by what the flags are made of and by `keys`, in the order of the index, so that nothing has to be sorted. */
function groupBy(keys: PassQuestion['keys']): string {
  const needed = Math.max(2, ...keys.map((key) => (key ? keyColumns.indexOf(key) + 1 : 0)));
  const [kind, category, ...more] = keyColumns.slice(0, needed).map(columnOf);
  return `GROUP BY ${[kind, category, 'e.billable', ...more].join(', ')}`;
}

/** Within [:from, :to] from beginning to end; all others are `edges`. */
const whole = 'e.started_at >= :from AND e.ended_at <= :to';

/** Reads the entries that touch [:from, :to) into a tally, grouped by SQLite as far as that costs it nothing. */
export function runPass(sql: Sql, tally: Tally, question: PassQuestion): void {
  if (tally.byDate) addByDate(sql, tally, question);
  else addLengths(sql, tally, question);
  addEdges(sql, tally, question);
}

function addLengths(sql: Sql, tally: Tally, { source, keys, where, values }: PassQuestion): void {
  const rows = sql
    .prepare(
      `SELECT ${keys.map(columnOf).join(', ')}, ${flags}, sum(e.ended_at - e.started_at)
       FROM time_entries e INDEXED BY ${source} WHERE ${whole} AND ${where} ${groupBy(keys)}`,
    )
    .raw()
    .all(values) as [TallyKey, TallyKey, number, number][];
  for (const [first, second, bits, length] of rows) {
    tally.addLength(length, first, second, flagged(bits));
  }
}

/** The spans of a group come as two texts: a row for each would cost several times as much. */
function addByDate(sql: Sql, tally: Tally, { source, keys, where, values, most }: PassQuestion): void {
  const groups = sql
    .prepare(
      `SELECT ${keys.map(columnOf).join(', ')}, ${flags}, json_group_array(e.started_at),
         json_group_array(e.ended_at - e.started_at)
       FROM time_entries e INDEXED BY ${source} WHERE ${whole} AND ${where} ${groupBy(keys)}`,
    )
    .raw()
    .iterate(values) as IterableIterator<[TallyKey, TallyKey, number, string, string]>;
  for (const [first, second, bits, startsText, lengthsText] of groups) {
    const starts = JSON.parse(startsText) as number[];
    const lengths = JSON.parse(lengthsText) as number[];
    for (let index = 0; index < starts.length; index++) {
      const start = starts[index] as number;
      tally.addSpan(start, start + (lengths[index] as number), first, second, flagged(bits));
    }
    // What comes after it is not even read.
    if (tally.sizeAtLeast > most) return;
  }
}

function addEdges(sql: Sql, tally: Tally, { keys, where, values }: PassQuestion): void {
  const { now } = values as { readonly now: number };
  for (const edge of edges) {
    const rows = sql
      .prepare(
        `SELECT e.started_at, e.ended_at, ${keys.map(columnOf).join(', ')}, ${flags}
         FROM time_entries e WHERE ${edge} AND ${where}`,
      )
      .raw()
      .all(values) as [number, number | null, TallyKey, TallyKey, number][];
    for (const [start, end, first, second, bits] of rows)
      tally.addSpan(start, end ?? Math.max(now, start), first, second, flagged(bits));
  }
}

const columnOf = (column: KeyColumn | null) => (column ? `e.${column}` : 'NULL');

/** Ended entries that an instant lies within: those that began within the day before it, and the few that are longer. */
const over = (at: string) => [
  `e.started_at < ${at} AND e.started_at >= ${at} - 86400000 AND e.ended_at > ${at}`,
  `e.ended_at - e.started_at > 86400000 AND e.started_at < ${at} - 86400000 AND e.ended_at > ${at}`,
];

/** The one that runs, found by its own index instead of among all that began before. */
const running = (before: string) => `e.ended_at IS NULL AND +e.started_at < ${before}`;

/** Entries that touch [:from, :to) and are not within it from beginning to end, each in one part. */
const edges = [
  ...over(':from'),
  ...over(':to').map((part) => `${part} AND e.started_at >= :from`),
  running(':to'),
];

/** Entries that touch [:from, :to), each in one part. */
export const touchingParts = [
  'e.started_at >= :from AND e.started_at < :to',
  ...over(':from'),
  `${running(':from')} AND :now > :from`,
];
