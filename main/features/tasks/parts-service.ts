import { eq } from 'drizzle-orm';
import { ranksAt } from '#shared/domain/board.ts';
import { linkName, readLink } from '#shared/domain/link.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { tasksContract } from '#shared/ipc/tasks.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import { checklistItems, taskLinks } from '../../store/schema/index.ts';
import type { Announce, Store } from '../../store/store.ts';
import type { TaskRepository } from './repository.ts';
import type { TaskRecord } from './rows.ts';

type Input<Name extends keyof typeof tasksContract> = InputOf<(typeof tasksContract)[Name]>;

const maximumItems = 300;
const maximumLinks = 200;

/** The checklist and the links of a task. */
export class TaskPartsService {
  readonly #store: Store;
  readonly #tasks: TaskRepository;
  readonly #clock: Clock;
  readonly #ids: IdSource;
  readonly #itemsOf;
  readonly #item;
  readonly #link;
  readonly #linkCount;

  constructor(store: Store, tasks: TaskRepository, clock: Clock, ids: IdSource) {
    this.#store = store;
    this.#tasks = tasks;
    this.#clock = clock;
    this.#ids = ids;
    const { sql } = store;
    this.#itemsOf = sql.prepare<[string], { id: string; rank: string }>(
      'SELECT id, rank FROM checklist_items WHERE task_id = ? ORDER BY rank, id',
    );
    this.#item = sql.prepare<[string], { taskId: string; text: string }>(
      'SELECT task_id AS taskId, text FROM checklist_items WHERE id = ?',
    );
    this.#link = sql.prepare<[string], { taskId: string; title: string; url: string }>(
      'SELECT task_id AS taskId, title, url FROM task_links WHERE id = ?',
    );
    this.#linkCount = sql
      .prepare<[string], number>('SELECT count(*) FROM task_links WHERE task_id = ?')
      .pluck();
  }

  addItem({ taskId, text, ...input }: Input<'tasks.addItem'>): { readonly id: string } {
    const task = this.#tasks.task(taskId);
    const items = this.#itemsOf.all(taskId);
    if (items.length >= maximumItems) throw new AppError('limit');
    const id = input.id ?? this.#ids.next();
    const [rank] = ranksAt(items, { above: items.at(-1)?.id ?? null }, 1);
    this.#act('itemAdded', { text }, task, () => {
      const row = { id, taskId, text, rank: rank as string };
      this.#store.orm.insert(checklistItems).values(row).run();
    });
    return { id };
  }

  changeItem({ id, text, done }: Input<'tasks.changeItem'>): void {
    const { task, item } = this.#itemOf(id);
    const key = done === undefined ? 'itemChanged' : done ? 'itemDone' : 'itemUndone';
    this.#act(key, { text: text ?? item.text }, task, () => {
      const set = { ...(text === undefined ? {} : { text }), ...(done === undefined ? {} : { done }) };
      if (Object.keys(set).length === 0) return;
      this.#store.orm.update(checklistItems).set(set).where(eq(checklistItems.id, id)).run();
    });
  }

  moveItem({ id, ...place }: Input<'tasks.moveItem'>): void {
    const { task, item } = this.#itemOf(id);
    const others = this.#itemsOf.all(task.id).filter((each) => each.id !== id);
    const [rank] = ranksAt(others, { above: place.above, below: place.below ?? null }, 1);
    this.#act('itemMoved', { text: item.text }, task, () => {
      this.#store.orm
        .update(checklistItems)
        .set({ rank: rank as string })
        .where(eq(checklistItems.id, id))
        .run();
    });
  }

  deleteItem(id: string): void {
    const { task, item } = this.#itemOf(id);
    this.#act('itemDeleted', { text: item.text }, task, () => {
      this.#store.orm.delete(checklistItems).where(eq(checklistItems.id, id)).run();
    });
  }

  /** Throws `invalid_input` at `url` for what is neither a web nor a mail address. */
  addLink(input: Input<'tasks.addLink'>): { readonly id: string } {
    const { taskId, title } = input;
    const task = this.#tasks.task(taskId);
    const url = acceptUrl(input.url);
    if ((this.#linkCount.get(taskId) ?? 0) >= maximumLinks) throw new AppError('limit');
    const id = this.#ids.next();
    const name = title || linkName(url);
    this.#act('linkAdded', { name }, task, () => {
      const row = {
        id,
        taskId,
        title: title ?? '',
        url,
        fileId: input.fileId ?? null,
        addedAt: this.#clock.now(),
      };
      this.#store.orm.insert(taskLinks).values(row).run();
      this.#note(taskId, 'linkAdded', name);
    });
    return { id };
  }

  changeLink({ id, url, title }: Input<'tasks.changeLink'>): void {
    const { task, link } = this.#linkOf(id);
    const set = { url: url === undefined ? link.url : acceptUrl(url), title: title ?? link.title };
    this.#act('linkChanged', { name: set.title || linkName(set.url) }, task, () => {
      this.#store.orm.update(taskLinks).set(set).where(eq(taskLinks.id, id)).run();
    });
  }

  deleteLink(id: string): void {
    const { task, link } = this.#linkOf(id);
    const name = link.title || linkName(link.url);
    this.#act('linkRemoved', { name }, task, () => {
      this.#store.orm.delete(taskLinks).where(eq(taskLinks.id, id)).run();
      this.#note(task.id, 'linkRemoved', name);
    });
  }

  #act(key: string, values: Record<string, string>, task: TaskRecord, work: () => void): void {
    this.#store.act({ key: `undo.${key}`, values }, (announce: Announce) => {
      work();
      announce('tasks', task.clientId);
    });
  }

  #note(taskId: string, kind: 'linkAdded' | 'linkRemoved', name: string): void {
    this.#tasks.note(this.#ids.next(), taskId, this.#clock.now(), { kind, data: { name } });
  }

  #itemOf(id: string): { readonly task: TaskRecord; readonly item: { readonly text: string } } {
    const item = this.#item.get(id);
    if (!item) throw new AppError('not_found');
    return { task: this.#tasks.task(item.taskId), item };
  }

  #linkOf(id: string): { readonly task: TaskRecord; readonly link: { title: string; url: string } } {
    const link = this.#link.get(id);
    if (!link) throw new AppError('not_found');
    return { task: this.#tasks.task(link.taskId), link };
  }
}

function acceptUrl(typed: string): string {
  const url = readLink(typed);
  if (url === null) throw invalidField('url', 'link.refused');
  return url;
}
