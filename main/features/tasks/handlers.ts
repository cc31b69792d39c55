import type { boardContract } from '#shared/ipc/board.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { tasksContract } from '#shared/ipc/tasks.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { TaskDesk } from '../../ports/task-desk.ts';
import type { Store } from '../../store/store.ts';
import { BoardReader } from './board-reader.ts';
import { ColumnService } from './column-service.ts';
import { TaskPartsService } from './parts-service.ts';
import { TaskRepository } from './repository.ts';
import { TaskService } from './service.ts';
import { createSimilar } from './similar.ts';
import { TaskLists } from './task-lists.ts';
import { TaskReader } from './task-reader.ts';
import { TaskSearch } from './task-search.ts';

export interface TasksFeature {
  readonly handlers: Handlers<typeof boardContract & typeof tasksContract>;
  /** For reminders and the tray. */
  readonly desk: TaskDesk;
}

/** Boards and tasks: makes the feature's services and binds them to the contract. */
export function tasksFeature(store: Store, clock: Clock, ids: IdSource): TasksFeature {
  const repository = new TaskRepository(store);
  const boards = new BoardReader(store);
  const reader = new TaskReader(store.sql, repository);
  const similar = createSimilar(store.sql, repository);
  const lists = new TaskLists(store.sql);
  const search = new TaskSearch(store.sql);
  const service = new TaskService(store, repository, clock, ids);
  const columns = new ColumnService(store, repository, boards, clock, ids);
  const parts = new TaskPartsService(store, repository, clock, ids);

  return {
    desk: {
      dueUntil: (until, zone) => lists.dueUntil(until, zone, null),
      complete: (id) => service.complete([id]),
    },
    handlers: {
      'board.get': ({ clientId }) => boards.read(clientId),
      'board.saveView': ({ clientId, view }) => columns.saveView(clientId, view),
      'board.addColumn': (input) => columns.add(input),
      'board.changeColumn': (input) => columns.change(input),
      'board.moveColumn': (input) => columns.move(input),
      'board.deleteColumn': (input) => columns.delete(input),
      'tasks.get': ({ id }) => reader.read(id),
      'tasks.similar': ({ id }) => similar.ofTask(id),
      'tasks.similarToNew': ({ clientId, ...task }) => similar.ofNew(clientId, { ...task, workKindId: null }),
      'tasks.due': ({ until, zone, clientId }) => lists.dueUntil(until, zone, clientId ?? null),
      'tasks.waiting': () => lists.waiting(),
      'tasks.search': ({ text, limit, clientId }) => search.find(text, limit, clientId ?? null),
      'tasks.add': (input) => service.add(input),
      'tasks.change': (input) => service.change(input),
      'tasks.changeMany': ({ ids: many, ...changes }) => service.changeMany(many, changes),
      'tasks.move': (input) => service.move(input),
      'tasks.delete': ({ ids: many }) => service.delete(many),
      'tasks.complete': ({ ids: many }) => service.complete(many),
      'tasks.reopen': ({ ids: many }) => service.reopen(many),
      'tasks.followUp': ({ id }) => service.followUp(id),
      'tasks.addItem': (input) => parts.addItem(input),
      'tasks.changeItem': (input) => parts.changeItem(input),
      'tasks.moveItem': (input) => parts.moveItem(input),
      'tasks.deleteItem': ({ id }) => parts.deleteItem(id),
      'tasks.addLink': (input) => parts.addLink(input),
      'tasks.changeLink': (input) => parts.changeLink(input),
      'tasks.deleteLink': ({ id }) => parts.deleteLink(id),
    },
  };
}
