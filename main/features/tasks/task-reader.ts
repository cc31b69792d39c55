import { doubledOf } from '#shared/domain/due.ts';
import type { ChecklistItem, HistoryRow, Task, TaskLink, TaskTime } from '#shared/ipc/tasks.ts';
import type { Sql } from '../../store/open.ts';
import type { TaskRepository } from './repository.ts';
import { dueOf } from './rows.ts';

const shown = 100;

/** Reads everything the panel of one task shows. */
export class TaskReader {
  readonly #tasks: TaskRepository;
  readonly #checklist;
  readonly #links;
  readonly #time;
  readonly #sums;
  readonly #history;

  constructor(sql: Sql, tasks: TaskRepository) {
    this.#tasks = tasks;
    this.#checklist = sql.prepare<[string], Omit<ChecklistItem, 'done'> & { done: number }>(
      'SELECT id, text, done FROM checklist_items WHERE task_id = ? ORDER BY rank, id',
    );
    this.#links = sql.prepare<[string], TaskLink>(
      `SELECT id, title, url, file_id AS fileId, added_at AS addedAt FROM task_links
       WHERE task_id = ? ORDER BY added_at, id`,
    );
    this.#time = sql.prepare<[string], TaskTime>(
      `SELECT id, note, started_at AS startedAt, ended_at AS endedAt, zone FROM time_entries
       WHERE task_id = ? ORDER BY started_at DESC, id DESC LIMIT ${shown}`,
    );
    this.#sums = sql.prepare<[string], { seconds: number; count: number }>(
      `SELECT coalesce(sum(ended_at - started_at), 0) / 1000 AS seconds, count(*) AS count
       FROM time_entries WHERE task_id = ?`,
    );
    this.#history = sql.prepare<[string], Omit<HistoryRow, 'data'> & { data: string }>(
      `SELECT id, at, kind, data FROM task_history WHERE task_id = ?
       ORDER BY at DESC, id DESC LIMIT ${shown}`,
    );
  }

  /** Throws `not_found`. */
  read(id: string): Task {
    const { dueDate, dueTime, dueZone, dueAt, rank: _rank, ...task } = this.#tasks.task(id);
    const due = dueOf({ dueDate, dueTime, dueZone, dueAt });
    const sums = this.#sums.get(id) ?? { seconds: 0, count: 0 };
    return {
      ...task,
      due,
      dueDoubled: due && doubledOf(due),
      trackedSeconds: sums.seconds,
      checklist: this.#checklist.all(id).map((item) => ({ ...item, done: item.done === 1 })),
      links: this.#links.all(id),
      time: this.#time.all(id),
      timeCount: sums.count,
      history: this.#history
        .all(id)
        .map((row) => ({ ...row, data: JSON.parse(row.data) as HistoryRow['data'] })),
    };
  }
}
