import type { Sql } from '../../store/open.ts';
import { zoneOfTask } from './task-zone.ts';

/** A finished task that is on no live line and not written off. */
export interface FinishedTask {
  readonly taskId: string;
  readonly title: string;
  readonly workKindId: string | null;
  readonly completedAt: number;
  /** Null for that of the machine. */
  readonly zone: string | null;
}

/** The SQL of what is billable beside pieces of work, and of what was billed or written off already. */
export function createSourceRows(sql: Sql) {
  const finished = (from: string) =>
    sql.prepare<[string], FinishedTask>(
      `SELECT t.id AS taskId, t.title, t.work_kind_id AS workKindId, t.completed_at AS completedAt,
         ${zoneOfTask} AS zone FROM ${from} AND t.completed_at IS NOT NULL
         AND NOT EXISTS (SELECT 1 FROM invoice_line_sources s
           WHERE s.kind = 'task' AND s.ref = t.id AND s.released_by IS NULL)
         AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.task_id = t.id)
       ORDER BY t.completed_at, t.id`,
    );
  const finishedTasks = finished('tasks t WHERE t.client_id = ?');
  const finishedPriced = finished('task_prices p CROSS JOIN tasks t ON t.id = p.id WHERE p.client_id = ?');

  const billedDays = sql
    .prepare<[string, string], string>(
      `SELECT ref FROM invoice_line_sources WHERE kind = 'day' AND ref BETWEEN ? AND ? AND released_by IS NULL`,
    )
    .pluck();

  const onIssued = sql.prepare<['day' | 'task', string]>(
    `SELECT 1 FROM invoice_line_sources s JOIN invoice_lines l ON l.id = s.line_id
     JOIN invoices i ON i.id = l.invoice_id AND i.state = 'issued'
     WHERE s.kind = ? AND s.ref = ? AND s.released_by IS NULL`,
  );

  const writtenOffTasks = sql
    .prepare<[string], string>('SELECT task_id FROM write_offs WHERE client_id = ? AND task_id IS NOT NULL')
    .pluck();

  return {
    /** In the order in which they were finished. */
    finishedTasks: (clientId: string) => finishedTasks.all(clientId),
    /** Of them, those that have a price of their own. */
    finishedPriced: (clientId: string) => finishedPriced.all(clientId),
    /** The references between two that days on live lines have, drafts included. */
    billedDays: (from: string, to: string) => billedDays.all(from, to),
    isOnIssued: (kind: 'day' | 'task', ref: string) => onIssued.get(kind, ref) !== undefined,
    writtenOffTasks: (clientId: string) => writtenOffTasks.all(clientId),
  };
}

export type SourceRows = ReturnType<typeof createSourceRows>;
