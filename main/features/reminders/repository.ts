import type { OpenReminder } from '#shared/ipc/reminders.ts';
import type { Sql } from '../../store/open.ts';

export interface Candidate {
  /** Of the reminder when it is a snoozed one, else null. */
  readonly reminderId: string | null;
  readonly id: string;
  readonly clientId: string;
  readonly title: string;
  readonly clientName: string;
  /** When it is to be told and when the task is due, UTC milliseconds; they differ once it was snoozed. */
  readonly at: number;
  readonly dueAt: number;
}

interface State {
  readonly seenUntil: number;
  readonly morningTold: string | null;
}

const openTask = 't.completed_at IS NULL AND c.archived_at IS NULL';

/** SQL of what is due, what was told, and up to when. Instants are UTC milliseconds. */
export class ReminderRepository {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  state(): State | null {
    const select = this.#sql.prepare<[], State>(
      'SELECT seen_until AS seenUntil, morning_told AS morningTold FROM reminder_state WHERE id = 1',
    );
    return select.get() ?? null;
  }

  saveState(state: State): void {
    this.#sql
      .prepare(
        `INSERT INTO reminder_state (id, seen_until, morning_told) VALUES (1, @seenUntil, @morningTold)
         ON CONFLICT (id) DO UPDATE SET seen_until = @seenUntil, morning_told = @morningTold`,
      )
      .run(state);
  }

  /** Open tasks due in (from, until] that were not told for that moment, and snoozed ones whose time is over. */
  due(from: number, until: number): Candidate[] {
    return this.#sql
      .prepare<[{ from: number; until: number }], Candidate>(
        `SELECT NULL AS reminderId, t.id, t.client_id AS clientId, t.title, c.name AS clientName, t.due_at AS at,
                t.due_at AS dueAt
         FROM tasks t JOIN clients c ON c.id = t.client_id
         WHERE t.due_at > @from AND t.due_at <= @until AND ${openTask}
           AND NOT EXISTS (SELECT 1 FROM reminders r WHERE r.task_id = t.id AND r.at = t.due_at)
         UNION ALL
         SELECT r.id, t.id, t.client_id, t.title, c.name, r.snoozed_until, t.due_at
         FROM reminders r JOIN tasks t ON t.id = r.task_id JOIN clients c ON c.id = t.client_id
         WHERE r.handled_at IS NULL AND r.snoozed_until <= @until AND t.due_at = r.at AND ${openTask}
         ORDER BY 6`,
      )
      .all({ from, until });
  }

  /** The next moment after `after` at which something comes due; null when nothing will. */
  next(after: number): number | null {
    return this.#sql
      .prepare(
        `SELECT min(at) FROM (
           SELECT min(due_at) AS at FROM tasks WHERE due_at > @after AND completed_at IS NULL
           UNION ALL
           SELECT min(snoozed_until) FROM reminders WHERE handled_at IS NULL AND snoozed_until > @after
         )`,
      )
      .pluck()
      .get({ after }) as number | null;
  }

  add(row: { id: string; taskId: string; at: number; shownAt: number }): void {
    this.#sql
      .prepare('INSERT INTO reminders (id, task_id, at, shown_at) VALUES (@id, @taskId, @at, @shownAt)')
      .run(row);
  }

  showAgain(id: string, shownAt: number): void {
    this.#sql
      .prepare('UPDATE reminders SET snoozed_until = NULL, shown_at = ? WHERE id = ?')
      .run(shownAt, id);
  }

  snooze(id: string, until: number): boolean {
    const update = this.#sql.prepare(
      'UPDATE reminders SET snoozed_until = ? WHERE id = ? AND handled_at IS NULL',
    );
    return update.run(until, id).changes === 1;
  }

  handle(id: string, at: number): boolean {
    const update = this.#sql.prepare(
      'UPDATE reminders SET handled_at = ?, snoozed_until = NULL WHERE id = ? AND handled_at IS NULL',
    );
    return update.run(at, id).changes === 1;
  }

  taskOf(id: string): string | null {
    const select = this.#sql.prepare<[string], { taskId: string }>(
      'SELECT task_id AS taskId FROM reminders WHERE id = ?',
    );
    return select.get(id)?.taskId ?? null;
  }

  /** Told, neither handled nor snoozed, and the task still open at that moment; newest first. */
  open(limit: number): OpenReminder[] {
    return this.#sql
      .prepare<[number], OpenReminder>(
        `SELECT r.id, t.id AS taskId, t.client_id AS clientId, t.title, c.name AS clientName, c.color AS clientColor,
                r.at
         FROM reminders r JOIN tasks t ON t.id = r.task_id JOIN clients c ON c.id = t.client_id
         WHERE r.handled_at IS NULL AND r.snoozed_until IS NULL AND ${openTask} AND t.due_at = r.at
         ORDER BY r.shown_at DESC, r.id DESC LIMIT ?`,
      )
      .all(limit);
  }
}
