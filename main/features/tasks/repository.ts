import { eq } from 'drizzle-orm';
import { AppError } from '#shared/ipc/errors.ts';
import { taskHistory, tasks } from '../../store/schema/index.ts';
import type { Store } from '../../store/store.ts';
import { type ColumnRecord, dueSql, type HistoryNote, type TaskRecord } from './rows.ts';

const columnsSql = 'id, client_id AS clientId, name, kind, card_limit AS cardLimit, rank';

/** Tasks, the columns they stand in and their history, one row at a time. */
export class TaskRepository {
  readonly #store: Store;
  readonly #task;
  readonly #column;
  readonly #columnsOf;
  readonly #cardsIn;
  readonly #lastHistory;
  readonly #completedFrom;
  readonly #hasTime;
  readonly #deleteTask;
  readonly #isBilled;

  constructor(store: Store) {
    this.#store = store;
    const { sql } = store;
    this.#task = sql.prepare<[string], TaskRecord>(`
      SELECT t.id, t.client_id AS clientId, t.column_id AS columnId, t.rank, t.title, t.wanted,
        t.done_looks_like AS doneLooksLike, ${dueSql}, t.category, t.work_kind_id AS workKindId, t.estimate_minutes AS estimateMinutes,
        t.waiting_on AS waitingOn, t.waiting_since AS waitingSince, t.completed_at AS completedAt,
        t.completed_zone AS completedZone, t.created_at AS createdAt
      FROM tasks t WHERE t.id = ?`);
    this.#column = sql.prepare<[string], ColumnRecord>(
      `SELECT ${columnsSql} FROM board_columns WHERE id = ?`,
    );
    this.#columnsOf = sql.prepare<[string], ColumnRecord>(
      `SELECT ${columnsSql} FROM board_columns WHERE client_id = ? ORDER BY rank, id`,
    );
    this.#cardsIn = sql.prepare<[string], { id: string; rank: string }>(
      'SELECT id, rank FROM tasks WHERE column_id = ? ORDER BY rank, id',
    );
    this.#lastHistory = sql.prepare<[string], { id: string; kind: string; at: number }>(
      'SELECT id, kind, at FROM task_history WHERE task_id = ? ORDER BY at DESC, id DESC LIMIT 1',
    );
    this.#completedFrom = sql
      .prepare<[string], string | null>(
        `SELECT data ->> 'columnId' FROM task_history WHERE task_id = ? AND kind = 'completed'
         ORDER BY at DESC, id DESC LIMIT 1`,
      )
      .pluck();
    this.#hasTime = sql.prepare<[string]>('SELECT 1 FROM time_entries WHERE task_id = ? LIMIT 1').pluck();
    this.#isBilled = sql
      .prepare<[string]>(
        `SELECT 1 FROM invoice_line_sources s JOIN invoice_lines l ON l.id = s.line_id
         JOIN invoices i ON i.id = l.invoice_id
         WHERE s.kind = 'task' AND s.ref = ? AND s.released_by IS NULL AND i.state = 'issued' LIMIT 1`,
      )
      .pluck();
    this.#deleteTask = sql.prepare<[string]>('DELETE FROM tasks WHERE id = ?');
  }

  /** Throws `not_found`. */
  task(id: string): TaskRecord {
    const found = this.#task.get(id);
    if (!found) throw new AppError('not_found');
    return found;
  }

  /** Throws `not_found`. */
  column(id: string): ColumnRecord {
    const found = this.#column.get(id);
    if (!found) throw new AppError('not_found');
    return found;
  }

  findColumn(id: string): ColumnRecord | null {
    return this.#column.get(id) ?? null;
  }

  /** In order. */
  columnsOf(clientId: string): ColumnRecord[] {
    return this.#columnsOf.all(clientId);
  }

  /** Ids and ranks of a column's cards, in order. */
  cardsIn(columnId: string): { id: string; rank: string }[] {
    return this.#cardsIn.all(columnId);
  }

  insert(row: typeof tasks.$inferInsert): void {
    this.#store.orm.insert(tasks).values(row).run();
  }

  update(id: string, changes: Partial<typeof tasks.$inferInsert>): void {
    this.#store.orm.update(tasks).set(changes).where(eq(tasks.id, id)).run();
  }

  /**
   * Says whether tracked time was left behind; the database keeps it with the client, under the task's title. Throws
   * `locked` for a task that is billed.
   */
  delete(id: string): boolean {
    if (this.#isBilled.get(id) !== undefined) throw new AppError('locked', { reason: 'task.billed' });
    const hadTime = this.#hasTime.get(id) !== undefined;
    this.#deleteTask.run(id);
    return hadTime;
  }

  note(id: string, taskId: string, at: number, note: HistoryNote): void {
    this.#store.orm
      .insert(taskHistory)
      .values({ id, taskId, at, kind: note.kind, data: JSON.stringify(note.data) })
      .run();
  }

  lastHistory(taskId: string): { readonly id: string; readonly kind: string; readonly at: number } | null {
    return this.#lastHistory.get(taskId) ?? null;
  }

  /** The column a task stood in when it was last completed. */
  completedFrom(taskId: string): string | null {
    return this.#completedFrom.get(taskId) ?? null;
  }
}
