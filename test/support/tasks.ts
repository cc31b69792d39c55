import { tasksFeature } from '#main/features/tasks/handlers.ts';
import { createDispatcher } from '#main/ipc/dispatch.ts';
import type { Store } from '#main/store/store.ts';
import { rankBetween } from '#shared/domain/board.ts';
import { boardContract } from '#shared/ipc/board.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf, OutputOf } from '#shared/ipc/method.ts';
import { tasksContract } from '#shared/ipc/tasks.ts';
import { CountingIds, FakeClock } from './clock.ts';
import { openTestStore } from './store.ts';

const contract = { ...boardContract, ...tasksContract };
type TasksContract = typeof contract;

export interface TestClient {
  readonly clientId: string;
  /** Ids of its columns. */
  readonly todo: string;
  readonly doing: string;
  readonly waiting: string;
  readonly done: string;
}

/** Boards and tasks over a real store, called through the real dispatcher. */
export class TestTasks {
  readonly clock = new FakeClock();
  readonly ids = new CountingIds();
  readonly store: Store;
  readonly #call;

  constructor(file?: string) {
    this.store = openTestStore(file);
    const { handlers } = tasksFeature(this.store, this.clock, this.ids);
    const logger = { info() {}, warn() {}, error() {} };
    this.#call = createDispatcher(contract, handlers, logger, (code) => code);
  }

  /** Throws the AppError that the renderer would get. */
  async call<Name extends keyof TasksContract>(
    name: Name,
    input: InputOf<TasksContract[Name]>,
  ): Promise<OutputOf<TasksContract[Name]>> {
    const answer = await this.#call.call(true, name, input);
    if (answer.ok) return answer.value as OutputOf<TasksContract[Name]>;
    throw new AppError(answer.code, answer.details);
  }

  /** A client with a board of four columns. */
  addClient(name = 'Sample client'): TestClient {
    const clientId = this.ids.next();
    this.store.sql
      .prepare(
        `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
         VALUES (?, ?, 'SC', 1, 'Europe/London', '[]', 'en', 'GBP', 1, 1)`,
      )
      .run(clientId, name);
    let rank: string | null = null;
    const column = (kind: string) => {
      const id = this.ids.next();
      rank = rankBetween(rank, null);
      this.store.sql
        .prepare('INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES (?, ?, ?, ?, ?)')
        .run(id, clientId, kind, kind, rank);
      return id;
    };
    return {
      clientId,
      todo: column('todo'),
      doing: column('doing'),
      waiting: column('waiting'),
      done: column('done'),
    };
  }

  /** Ends of tracked time on a task; without an end it runs. */
  addEntry(clientId: string, taskId: string, startedAt: number, endedAt: number | null, note = ''): string {
    const id = this.ids.next();
    this.store.sql
      .prepare(
        `INSERT INTO time_entries (id, client_id, task_id, note, started_at, ended_at, zone, source, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, ?, 'UTC', 'timer', 1, 1)`,
      )
      .run(id, clientId, taskId, note, startedAt, endedAt);
    return id;
  }

  /** Titles of a column's cards, in order. */
  async titles(clientId: string, columnId: string): Promise<string[]> {
    const board = await this.call('board.get', { clientId });
    return board.cards.filter((card) => card.columnId === columnId).map((card) => card.title);
  }

  /** Everything of the feature's tables, to compare before and after. */
  everything(): unknown {
    const all = (table: string) => this.store.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all();
    return ['board_columns', 'tasks', 'checklist_items', 'task_links', 'task_history', 'time_entries'].map(
      all,
    );
  }
}
