import { ranksAt } from '#shared/domain/board.ts';
import type { UndoLabel } from '#shared/ipc/app.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { ChangeAnswer, tasksContract } from '#shared/ipc/tasks.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Announce, Store } from '../../store/store.ts';
import { patchFor, readDue, type TaskChanges } from './changing.ts';
import { type Place, placeTasks, standing } from './placing.ts';
import type { TaskRepository } from './repository.ts';
import { type ColumnRecord, dueColumns, type HistoryNote, type TaskRecord } from './rows.ts';

type Input<Name extends keyof typeof tasksContract> = InputOf<(typeof tasksContract)[Name]>;

/** Edits of a brief or a title within this time are one line of history. */
const oneSitting = 10 * 60_000;

/** What people do with tasks. Every change can be undone. */
export class TaskService {
  readonly #store: Store;
  readonly #tasks: TaskRepository;
  readonly #clock: Clock;
  readonly #ids: IdSource;

  constructor(store: Store, tasks: TaskRepository, clock: Clock, ids: IdSource) {
    this.#store = store;
    this.#tasks = tasks;
    this.#clock = clock;
    this.#ids = ids;
  }

  /** Throws `not_found` for an unknown client or column, `conflict` for a used id or another client's column. */
  add(input: Input<'tasks.add'>): { readonly id: string } & ChangeAnswer {
    const { due, doubled } = readDue(input.due ?? null);
    const id = input.id ?? this.#ids.next();
    this.#store.act(label('taskAdded', { title: input.title }), (announce) => {
      const now = this.#clock.now();
      const column = input.columnId ? this.#tasks.column(input.columnId) : this.#openColumn(input.clientId);
      if (column.clientId !== input.clientId) throw new AppError('conflict');
      const [rank] = ranksAt(this.#tasks.cardsIn(column.id), { above: null }, 1);
      this.#tasks.insert({
        id,
        clientId: column.clientId,
        columnId: column.id,
        rank: rank as string,
        title: input.title,
        wanted: input.wanted ?? '',
        doneLooksLike: input.doneLooksLike ?? '',
        ...dueColumns(due),
        category: input.category ?? null,
        workKindId: input.workKindId ?? null,
        estimateMinutes: input.estimateMinutes ?? null,
        waitingOn: input.waitingOn ?? '',
        ...standing(column, null, this.#clock),
        createdAt: now,
        updatedAt: now,
      });
      this.#note(id, { kind: 'created', data: { to: column.name } });
      announce('tasks', column.clientId);
    });
    return { id, dueDoubled: doubled };
  }

  change({ id, ...changes }: Input<'tasks.change'>): ChangeAnswer {
    return this.changeMany([id], changes);
  }

  changeMany(ids: readonly string[], changes: TaskChanges): ChangeAnswer {
    const read = changes.due === undefined ? null : readDue(changes.due);
    const tasks = this.#all(ids);
    this.#store.act(manyLabel('taskChanged', tasks), (announce) => {
      for (const task of tasks) {
        const { set, notes } = patchFor(task, changes, read?.due);
        if (notes.length === 0) continue;
        this.#tasks.update(task.id, { ...set, updatedAt: this.#clock.now() });
        for (const note of notes) this.#note(task.id, note);
      }
      announceEach(announce, tasks);
    });
    return { dueDoubled: read?.doubled ?? null };
  }

  move({ ids, columnId, ...place }: Input<'tasks.move'>): void {
    const tasks = this.#all(ids);
    const column = this.#tasks.column(columnId);
    this.#store.act(manyLabel('taskMoved', tasks), (announce) => this.#place(tasks, column, place, announce));
  }

  complete(ids: readonly string[]): void {
    const tasks = this.#all(ids).filter((task) => task.completedAt === null);
    if (tasks.length === 0) return;
    this.#store.act(manyLabel('taskCompleted', tasks), (announce) => {
      for (const [clientId, group] of groupBy(tasks, (task) => task.clientId)) {
        const done = this.#tasks.columnsOf(clientId).find((column) => column.kind === 'done');
        if (!done) throw new AppError('conflict', { reason: 'board.needsDone' });
        this.#place(group, done, { above: null }, announce);
      }
    });
  }

  reopen(ids: readonly string[]): void {
    const tasks = this.#all(ids).filter((task) => task.completedAt !== null);
    if (tasks.length === 0) return;
    this.#store.act(manyLabel('taskReopened', tasks), (announce) => {
      for (const [columnId, group] of groupBy(tasks, (task) => this.#columnToReopen(task).id))
        this.#place(group, this.#tasks.column(columnId), { above: null }, announce);
    });
  }

  delete(ids: readonly string[]): void {
    const tasks = this.#all(ids);
    this.#store.act(manyLabel('taskDeleted', tasks), (announce) => {
      for (const task of tasks) if (this.#tasks.delete(task.id)) announce('time', task.clientId);
      announceEach(announce, tasks);
    });
  }

  followUp(id: string): void {
    const task = this.#tasks.task(id);
    this.#store.act(manyLabel('taskFollowedUp', [task]), (announce) => {
      const now = this.#clock.now();
      this.#tasks.update(id, { waitingSince: now, updatedAt: now });
      this.#note(id, { kind: 'followedUp', data: { on: task.waitingOn } });
      announce('tasks', task.clientId);
    });
  }

  #place(tasks: readonly TaskRecord[], column: ColumnRecord, place: Place, announce: Announce): void {
    const note = (id: string, entry: HistoryNote) => this.#note(id, entry);
    if (placeTasks(this.#tasks, note, tasks, column, place, this.#clock)) announce('tasks', column.clientId);
  }

  #note(taskId: string, note: HistoryNote): void {
    const now = this.#clock.now();
    if (note.kind === 'brief') {
      const last = this.#tasks.lastHistory(taskId);
      if (last?.kind === 'brief' && now - last.at < oneSitting) return;
    }
    this.#tasks.note(this.#ids.next(), taskId, now, note);
  }

  /** Each once, in the order asked for. Throws `not_found` when one is missing. */
  #all(ids: readonly string[]): TaskRecord[] {
    return [...new Set(ids)].map((id) => this.#tasks.task(id));
  }

  #openColumn(clientId: string): ColumnRecord {
    const columns = this.#tasks.columnsOf(clientId);
    const found = columns.find((c) => c.kind === 'todo') ?? columns.find((c) => c.kind !== 'done');
    if (!found) throw new AppError('not_found');
    return found;
  }

  #columnToReopen(task: TaskRecord): ColumnRecord {
    const before = this.#tasks.completedFrom(task.id);
    const column = before === null ? null : this.#tasks.findColumn(before);
    return column && column.kind !== 'done' ? column : this.#openColumn(task.clientId);
  }
}

function label(key: string, values: UndoLabel['values']): UndoLabel {
  return { key: `undo.${key}`, values };
}

/** Names one task by its title and several by their number. */
function manyLabel(key: string, tasks: readonly TaskRecord[]): UndoLabel {
  const [first] = tasks;
  if (tasks.length === 1 && first) return label(key, { title: first.title });
  return label(`${key}Many`, { count: tasks.length });
}

function announceEach(announce: Announce, tasks: readonly TaskRecord[]): void {
  for (const clientId of new Set(tasks.map((task) => task.clientId))) announce('tasks', clientId);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(key(item), [...(groups.get(key(item)) ?? []), item]);
  return groups;
}
