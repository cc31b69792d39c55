import { addDays, dueDay } from '#shared/domain/due-day.ts';
import type { TaskRow } from '#shared/ipc/tasks.ts';
import type { Sql } from '../../store/open.ts';
import { type DueColumns, dueOf, dueSql, trackedSql } from './rows.ts';

type ListSql = Omit<TaskRow, 'due'> & DueColumns;

const rowSql = `
  SELECT t.id, t.client_id AS clientId, t.title, b.name AS columnName, b.kind AS columnKind, ${dueSql},
    t.category, t.estimate_minutes AS estimateMinutes, ${trackedSql},
    t.waiting_on AS waitingOn, t.waiting_since AS waitingSince
  FROM tasks t
  JOIN board_columns b ON b.id = t.column_id
  JOIN clients c ON c.id = t.client_id AND c.archived_at IS NULL`;

/** Lists of open tasks across clients. Clients that are put away are left out. */
export class TaskLists {
  readonly #due;
  readonly #waiting;

  constructor(sql: Sql) {
    this.#due = sql.prepare<[string], ListSql>(
      `${rowSql} WHERE t.due_date <= ? AND t.due_date IS NOT NULL AND t.completed_at IS NULL
       ORDER BY t.due_date, t.due_at IS NULL, t.due_at, t.seq`,
    );
    this.#waiting = sql.prepare<[], ListSql>(
      `${rowSql} WHERE b.kind = 'waiting' AND t.completed_at IS NULL ORDER BY t.waiting_since, t.seq`,
    );
  }

  /** Due up to and including `until` (ISO day) for someone in `zone`, soonest first, timed before untimed. */
  dueUntil(until: string, zone: string, clientId: string | null): TaskRow[] {
    // A day elsewhere can be the next one here, so one day more is read and then looked at closely.
    return this.#due
      .all(addDays(until, 1))
      .map(toRow)
      .filter((row) => clientId === null || row.clientId === clientId)
      .map((row) => ({ row, day: row.due ? dueDay(row.due, zone) : '' }))
      .filter(({ day }) => day <= until)
      .sort((a, b) => compare(a.day, b.day) || compareTimes(a.row.due?.at ?? null, b.row.due?.at ?? null))
      .map(({ row }) => row);
  }

  waiting(): TaskRow[] {
    return this.#waiting.all().map(toRow);
  }
}

function toRow({ dueDate, dueTime, dueZone, dueAt, ...row }: ListSql): TaskRow {
  return { ...row, due: dueOf({ dueDate, dueTime, dueZone, dueAt }) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function compareTimes(a: number | null, b: number | null): number {
  return (a ?? Number.MAX_SAFE_INTEGER) - (b ?? Number.MAX_SAFE_INTEGER);
}
