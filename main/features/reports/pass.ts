import type { Tally } from '#shared/domain/report.ts';
import type { Sql } from '../../store/open.ts';

/** Reads entries into a tally without making a row of each: SQLite calls the tally directly. */
export interface EntryPass {
  /** `keys` are the SQL of the two keys; `where` holds for the entries `e` and names its `values`. */
  run(tally: Tally, keys: readonly [string, string], where: string, values: Values): void;
}

export type Values = Readonly<Record<string, string | number | null>>;

/** What the statement below hands over of each entry, after what the step before it answered. */
type Step = (
  count: number,
  startedAt: number,
  endedAt: number | null,
  first: string | null,
  second: string | null,
  flags: number,
) => number;

const name = 'report_tally';

export function createPass(sql: Sql): EntryPass {
  let current: Tally | null = null;
  const step: Step = (count, startedAt, endedAt, first, second, flags) => {
    current?.add(startedAt, endedAt, first, second, (flags & 1) === 1, flags > 1);
    return count + 1;
  };
  // The typings know aggregates of one argument only.
  const typed = step as unknown as (count: number, next: number) => number;
  sql.aggregate<number>(name, { start: 0, directOnly: true, varargs: true, step: typed });
  return {
    run(tally, [first, second], where, values) {
      current = tally;
      try {
        for (const part of touchingParts) {
          sql
            .prepare(
              `SELECT ${name}(e.started_at, e.ended_at, ${first}, ${second},
                 e.billable + 2 * (e.category IS NULL OR e.work_kind_id IS NULL))
               FROM time_entries e WHERE ${part} AND ${where}`,
            )
            .get(values);
        }
      } finally {
        current = null;
      }
    },
  };
}

/**
 * Entries that touch [:from, :to), each in one part: what starts inside, what started within the day before, and the
 * few that last longer or still run. `:now` is where a running one ends.
 */
export const touchingParts = [
  'e.started_at >= :from AND e.started_at < :to',
  'e.started_at < :from AND e.started_at >= :from - 86400000 AND coalesce(e.ended_at, :now) > :from',
  'e.ended_at - e.started_at > 86400000 AND e.started_at < :from - 86400000 AND e.ended_at > :from',
  'e.ended_at IS NULL AND e.started_at < :from - 86400000 AND :now > :from',
];
