import {
  type Board,
  type BoardView,
  boardViewSchema,
  type CardRow,
  type ColumnRow,
} from '#shared/ipc/board.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { boardViews } from '../../store/schema/index.ts';
import type { Store } from '../../store/store.ts';
import { type DueColumns, dueOf, dueSql, trackedSql } from './rows.ts';

type CardSql = Omit<CardRow, 'due'> & DueColumns;

/** Reads a client's board in one go, and keeps how it is looked at. */
export class BoardReader {
  readonly #store: Store;
  readonly #client;
  readonly #view;
  readonly #columns;
  readonly #cards;

  constructor(store: Store) {
    this.#store = store;
    const { sql } = store;
    this.#client = sql.prepare<[string]>('SELECT 1 FROM clients WHERE id = ?').pluck();
    this.#view = sql.prepare<[string], string>('SELECT view FROM board_views WHERE id = ?').pluck();
    this.#columns = sql.prepare<[string], Omit<ColumnRow, 'folded'>>(`
      SELECT c.id, c.name, c.kind, c.card_limit AS "limit", c.rank,
        (SELECT count(*) FROM tasks t WHERE t.column_id = c.id) AS count
      FROM board_columns c WHERE c.client_id = ? ORDER BY c.rank, c.id`);
    this.#cards = sql.prepare<[string], CardSql>(`
      SELECT t.id, t.column_id AS columnId, t.rank, t.title, ${dueSql}, t.category,
        t.estimate_minutes AS estimateMinutes, ${trackedSql},
        (SELECT count(*) FROM checklist_items i WHERE i.task_id = t.id AND i.done = 1) AS checklistDone,
        (SELECT count(*) FROM checklist_items i WHERE i.task_id = t.id) AS checklistTotal,
        (SELECT count(*) FROM task_links l WHERE l.task_id = t.id) AS links,
        t.waiting_on AS waitingOn, t.waiting_since AS waitingSince, t.completed_at AS completedAt
      FROM tasks t WHERE t.column_id = ? ORDER BY t.rank, t.id`);
  }

  /** Throws `not_found` for an unknown client. */
  read(clientId: string): Board {
    if (!this.#client.get(clientId)) throw new AppError('not_found');
    const view = this.view(clientId);
    const columns = this.#columns
      .all(clientId)
      .map((column) => ({ ...column, folded: view.folded[column.id] ?? column.kind === 'done' }));
    const cards = columns.filter((column) => !column.folded).flatMap((column) => this.#cardsOf(column.id));
    return { clientId, columns, cards, view };
  }

  view(clientId: string): BoardView {
    const stored = this.#view.get(clientId);
    const parsed = boardViewSchema.safeParse(stored === undefined ? {} : JSON.parse(stored));
    return parsed.success ? parsed.data : boardViewSchema.parse({});
  }

  saveView(clientId: string, view: BoardView): void {
    const text = JSON.stringify(view);
    this.#store.orm
      .insert(boardViews)
      .values({ id: clientId, view: text })
      .onConflictDoUpdate({ target: boardViews.id, set: { view: text } })
      .run();
  }

  #cardsOf(columnId: string): CardRow[] {
    return this.#cards.all(columnId).map(({ dueDate, dueTime, dueZone, dueAt, ...card }) => ({
      ...card,
      due: dueOf({ dueDate, dueTime, dueZone, dueAt }),
    }));
  }
}
