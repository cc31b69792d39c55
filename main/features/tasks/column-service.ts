import { eq } from 'drizzle-orm';
import { ranksAt, ranksBetween } from '#shared/domain/board.ts';
import type { BoardView, boardContract } from '#shared/ipc/board.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { boardColumns } from '../../store/schema/index.ts';
import type { Store } from '../../store/store.ts';
import type { BoardReader } from './board-reader.ts';
import { moveNote, placeTasks, standing } from './placing.ts';
import type { TaskRepository } from './repository.ts';
import type { ColumnRecord, HistoryNote } from './rows.ts';

type Input<Name extends keyof typeof boardContract> = InputOf<(typeof boardContract)[Name]>;

const maximumColumns = 30;

/** What people do with the columns of a board. A board always keeps a column for done and one for open work. */
export class ColumnService {
  readonly #store: Store;
  readonly #tasks: TaskRepository;
  readonly #boards: BoardReader;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor(store: Store, tasks: TaskRepository, boards: BoardReader, clock: Clock, ids: IdSource) {
    this.#store = store;
    this.#tasks = tasks;
    this.#boards = boards;
    this.#clock = clock;
    this.#ids = ids;
  }

  saveView(clientId: string, view: BoardView): void {
    this.#store.write((announce) => {
      this.#boards.saveView(clientId, view);
      announce('tasks', clientId);
    });
  }

  /** Stands before the done columns at the end, or last when it is one itself. */
  add({ clientId, name, kind, limit }: Input<'board.addColumn'>): { readonly id: string } {
    const columns = this.#tasks.columnsOf(clientId);
    if (columns.length >= maximumColumns) throw new AppError('limit');
    const id = this.#ids.next();
    let end = columns.length;
    while (kind !== 'done' && columns[end - 1]?.kind === 'done') end--;
    const [rank] = ranksBetween(columns[end - 1]?.rank ?? null, columns[end]?.rank ?? null, 1);
    this.#store.act({ key: 'undo.columnAdded', values: { name } }, (announce) => {
      const row = { id, clientId, name, kind, cardLimit: limit ?? null, rank: rank as string };
      this.#store.orm.insert(boardColumns).values(row).run();
      announce('tasks', clientId);
    });
    return { id };
  }

  change({ id, name, kind, limit }: Input<'board.changeColumn'>): void {
    const before = this.#tasks.column(id);
    const after: ColumnRecord = {
      ...before,
      name: name ?? before.name,
      kind: kind ?? before.kind,
      cardLimit: limit === undefined ? before.cardLimit : limit,
    };
    if (before.name === after.name && before.kind === after.kind && before.cardLimit === after.cardLimit)
      return;
    this.#keepsBothSides(before.clientId, (column) => (column.id === id ? after : column));
    this.#store.act({ key: 'undo.columnChanged', values: { name: after.name } }, (announce) => {
      const { name: newName, kind: newKind, cardLimit } = after;
      this.#update(id, { name: newName, kind: newKind, cardLimit });
      if (before.kind !== after.kind) this.#restand(before, after);
      announce('tasks', before.clientId);
    });
  }

  move({ id, ...place }: Input<'board.moveColumn'>): void {
    const column = this.#tasks.column(id);
    const others = this.#tasks.columnsOf(column.clientId).filter((each) => each.id !== id);
    const [rank] = ranksAt(others, { above: place.above, below: place.below ?? null }, 1);
    this.#store.act({ key: 'undo.columnMoved', values: { name: column.name } }, (announce) => {
      this.#update(id, { rank: rank as string });
      announce('tasks', column.clientId);
    });
  }

  delete({ id, cardsTo }: Input<'board.deleteColumn'>): void {
    const column = this.#tasks.column(id);
    this.#keepsBothSides(column.clientId, (each) => (each.id === id ? null : each));
    const cards = this.#tasks.cardsIn(id).map((card) => this.#tasks.task(card.id));
    if (cards.length > 0 && (!cardsTo || cardsTo === id))
      throw new AppError('conflict', { reason: 'board.columnHasCards', values: { count: cards.length } });
    this.#store.act({ key: 'undo.columnDeleted', values: { name: column.name } }, (announce) => {
      if (cardsTo && cards.length > 0) {
        const target = this.#tasks.column(cardsTo);
        const last = this.#tasks.cardsIn(cardsTo).at(-1)?.id ?? null;
        const note = (taskId: string, entry: HistoryNote) => this.#note(taskId, entry);
        placeTasks(this.#tasks, note, cards, target, { above: last }, this.#clock);
      }
      this.#store.orm.delete(boardColumns).where(eq(boardColumns.id, id)).run();
      announce('tasks', column.clientId);
    });
  }

  /** Cards take on what their column's new kind says about them. */
  #restand(before: ColumnRecord, after: ColumnRecord): void {
    const updatedAt = this.#clock.now();
    for (const { id } of this.#tasks.cardsIn(after.id)) {
      this.#tasks.update(id, { ...standing(after, this.#tasks.task(id), this.#clock), updatedAt });
      if ((before.kind === 'done') !== (after.kind === 'done')) this.#note(id, moveNote(before, after));
    }
  }

  #keepsBothSides(clientId: string, change: (column: ColumnRecord) => ColumnRecord | null): void {
    const columns = this.#tasks.columnsOf(clientId).map(change);
    if (!columns.some((column) => column?.kind === 'done'))
      throw new AppError('conflict', { reason: 'board.needsDone' });
    if (!columns.some((column) => column && column.kind !== 'done'))
      throw new AppError('conflict', { reason: 'board.needsOpen' });
  }

  #update(id: string, set: Partial<typeof boardColumns.$inferInsert>): void {
    this.#store.orm.update(boardColumns).set(set).where(eq(boardColumns.id, id)).run();
  }

  #note(taskId: string, note: HistoryNote): void {
    this.#tasks.note(this.#ids.next(), taskId, this.#clock.now(), note);
  }
}
