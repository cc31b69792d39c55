import type { ColumnKind } from '#shared/domain/board.ts';
import type { Category } from '#shared/domain/category.ts';
import type { Due } from '#shared/domain/due-day.ts';
import type { HistoryKind } from '#shared/ipc/tasks.ts';

/** A row of `tasks` as the services work with it. */
export interface TaskRecord {
  readonly id: string;
  readonly clientId: string;
  readonly columnId: string;
  readonly rank: string;
  readonly title: string;
  readonly wanted: string;
  readonly doneLooksLike: string;
  readonly dueDate: string | null;
  readonly dueTime: string | null;
  readonly dueZone: string | null;
  readonly dueAt: number | null;
  readonly category: Category | null;
  readonly workKindId: string | null;
  readonly estimateMinutes: number | null;
  readonly waitingOn: string;
  readonly waitingSince: number | null;
  readonly completedAt: number | null;
  /** Where the person was then, IANA; null for what was finished before this was kept. */
  readonly completedZone: string | null;
  readonly createdAt: number;
}

export interface ColumnRecord {
  readonly id: string;
  readonly clientId: string;
  readonly name: string;
  readonly kind: ColumnKind;
  readonly cardLimit: number | null;
  readonly rank: string;
}

/** A change to note in a task's history. */
export interface HistoryNote {
  readonly kind: HistoryKind;
  readonly data: Readonly<Record<string, string | number | null>>;
}

export interface DueColumns {
  readonly dueDate: string | null;
  readonly dueTime: string | null;
  readonly dueZone: string | null;
  readonly dueAt: number | null;
}

/** When a task is due, from its columns; null when it is not. */
export function dueOf(row: DueColumns): Due | null {
  if (row.dueDate === null) return null;
  return { date: row.dueDate, time: row.dueTime, zone: row.dueZone, at: row.dueAt };
}

/** The columns that say when a task is due. */
export function dueColumns(due: Due | null): DueColumns {
  return {
    dueDate: due?.date ?? null,
    dueTime: due?.time ?? null,
    dueZone: due?.zone ?? null,
    dueAt: due?.at ?? null,
  };
}

/** The same in SQL, for a table that goes by `t`. */
export const dueSql =
  't.due_date AS dueDate, t.due_time AS dueTime, t.due_zone AS dueZone, t.due_at AS dueAt';

/** Tracked time of the task `t`: seconds of the ended entries, and the start of the running one. */
export const trackedSql = `
  (SELECT coalesce(sum(e.ended_at - e.started_at), 0) / 1000 FROM time_entries e
    WHERE e.task_id = t.id AND e.ended_at IS NOT NULL) AS trackedSeconds,
  (SELECT e.started_at FROM time_entries e WHERE e.task_id = t.id AND e.ended_at IS NULL) AS runningSince`;
