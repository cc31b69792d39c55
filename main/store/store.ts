import { type BetterSQLite3Database, drizzle } from 'drizzle-orm/better-sqlite3';
import type { UndoLabel, UndoState } from '#shared/ipc/app.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Change, Topic } from '#shared/ipc/topics.ts';
import { ChangeFeed, ChangeSet } from './change-feed.ts';
import type { Sql } from './open.ts';
import * as schema from './schema/index.ts';
import { toAppError } from './sqlite-errors.ts';
import { Turn } from './turn.ts';
import { type Direction, type Step, UndoJournal } from './undo-journal.ts';
import { undoableTables } from './undoable.ts';

const passing: ReadonlySet<string> = new Set(['disk_full', 'read_only', 'unavailable']);
const undoChanged: Change = { topic: 'undo', clientId: null };

/** What a transaction is given to say what it changed. */
export type Announce = (topic: Topic, clientId?: string | null) => void;

/** Does what a change of other rows asks for, inside its transaction. */
export type Follower = (changes: readonly Change[], announce: Announce) => void;

/** Ids of a table's rows: those that the step changed, and those that were sealed after it. */
export type UndoGuard = (rows: {
  readonly touched: readonly string[];
  readonly sealed: readonly string[];
}) => void;

/**
 * The one database. Reads go through `sql` (plain SQL) or `orm` (drizzle); every change goes through
 * `write` or `act`, which announce it after the commit.
 */
export class Store {
  readonly sql: Sql;
  readonly orm: BetterSQLite3Database<typeof schema>;
  readonly feed: ChangeFeed;
  /** Shared with the thread that copies from outside, so that it gives way to every write made here. */
  readonly turn = new Turn();
  readonly #journal: UndoJournal;
  readonly #guards: [table: string, check: UndoGuard][] = [];
  readonly #followers: Follower[] = [];
  readonly #onError: (error: unknown) => void;
  #open: ChangeSet | null = null;
  /** What is kept in memory beside the open transaction's rows goes back with them. */
  readonly #restores: (() => void)[] = [];

  /** `sql` must be open and migrated. */
  constructor(sql: Sql, onListenerError: (error: unknown) => void) {
    this.sql = sql;
    this.orm = drizzle(sql, { schema });
    this.feed = new ChangeFeed(onListenerError);
    this.#onError = onListenerError;
    this.#journal = new UndoJournal(sql, undoableTables);
  }

  /**
   * One immediate transaction that cannot be undone by the person (sync, reminders, issuing).
   * Nested calls join the outer transaction. SQLite's own errors come out as AppError.
   */
  write<T>(work: (announce: Announce) => T): T {
    if (this.#open) return work(this.#announceTo(this.#open));
    const { result, changes } = this.#commit((announce) => this.#followed(work, announce));
    this.feed.publish(changes);
    return result;
  }

  /** Like `write`, and Ctrl+Z takes it back. `label` is a key of the `common` catalogue (`undo.taskMoved`). */
  act<T>(label: UndoLabel, work: (announce: Announce) => T): T {
    if (this.#open) return work(this.#announceTo(this.#open));
    this.watch();
    const { result: recorded, changes } = this.#commit((announce) =>
      this.#journal.record(() => this.#followed(work, announce)),
    );
    this.#journal.keep('undo', { id: recorded.step, label, changes });
    this.#journal.forgetRedo();
    this.feed.publish([...changes, undoChanged]);
    return recorded.result;
  }

  /**
   * Makes a change that another thread has committed the newest step of undo; it cannot be done again. Returns the
   * function that forgets it, for when it was taken back in another way.
   */
  keepOutside(label: UndoLabel, takeBack: () => Promise<void>): () => void {
    this.watch();
    const step: Step = { id: this.#journal.nextId(), label, changes: [], takeBack };
    this.#journal.push('undo', step);
    this.#journal.forgetRedo();
    this.feed.publish([undoChanged]);
    return () => {
      if (this.#journal.forget(step)) this.feed.publish([undoChanged]);
    };
  }

  /** Takes back the newest step when another thread made it, which takes its time; null when it is none of those. */
  undoOutside(): Promise<UndoLabel> | null {
    const step = this.#journal.peek('undo');
    return step?.takeBack ? this.#takeBack(step, step.takeBack) : null;
  }

  async #takeBack(step: Step, takeBack: () => Promise<void>): Promise<UndoLabel> {
    this.#journal.forget(step);
    try {
      await takeBack();
    } catch (error) {
      if (error instanceof AppError && passing.has(error.code)) this.#journal.push('undo', step);
      throw error;
    } finally {
      this.feed.publish([undoChanged]);
    }
    return step.label;
  }

  undoState(): UndoState {
    return this.#journal.state();
  }

  /**
   * Takes back the newest step; null when there is none. Throws `conflict` when later work forbids it; the step
   * is then dropped. It stays when only the disk refused (`disk_full`, `read_only`, `unavailable`).
   */
  undo(): UndoLabel | null {
    return this.#apply('undo');
  }

  redo(): UndoLabel | null {
    return this.#apply('redo');
  }

  /**
   * For what the app records by itself, inside `write`: steps until now can no longer take this row of an undoable
   * table back; trying answers `conflict`.
   */
  seal(table: string, row: string): void {
    this.#journal.seal(table, row);
  }

  /** `check` looks at what an undo or redo has done to a table, before the commit, and throws to refuse it. */
  guardUndo(table: string, check: UndoGuard): void {
    this.#guards.push([table, check]);
  }

  /**
   * For rows that go by other rows: `follower` is told what a transaction has announced, and changes them before the
   * commit, so that both are taken back together. One that throws undoes its own part and stops nothing.
   */
  follow(follower: Follower): void {
    this.#followers.push(follower);
  }

  /**
   * For what is remembered beside rows, inside `write` or `act`: `restore` is called when the transaction fails, newest
   * first, and never when it is committed.
   */
  onRollback(restore: () => void): void {
    if (!this.#open) throw new Error('no transaction is open');
    this.#restores.push(restore);
  }

  /** Makes ready to remember what people do; otherwise the first change does, and takes the longer for it. */
  watch(): void {
    try {
      this.#journal.arm();
    } catch (error) {
      throw toAppError(error);
    }
  }

  /** Gives back the pages that are kept in memory; they are read again when they are needed. */
  settle(): void {
    this.sql.pragma('shrink_memory');
  }

  close(): void {
    this.sql.close();
  }

  #apply(direction: Direction): UndoLabel | null {
    const step = this.#journal.peek(direction);
    if (!step) return null;
    if (step.takeBack) throw new AppError('unavailable');
    try {
      const { result, changes } = this.#commit((announce) =>
        this.#journal.record(() => {
          this.#journal.apply(step);
          for (const [table, check] of this.#guards) check(this.#journal.rowsOf(step, table));
          for (const { topic, clientId } of step.changes) announce(topic, clientId);
          this.#followed(() => undefined, announce);
        }),
      );
      this.#journal.drop(direction);
      this.#journal.keep(direction === 'undo' ? 'redo' : 'undo', { ...step, id: result.step });
      this.feed.publish([...changes, undoChanged]);
      return step.label;
    } catch (error) {
      // What stands in the way of any write stands in the way now, not for good.
      if (error instanceof AppError && passing.has(error.code)) throw error;
      this.#journal.giveUp(direction);
      this.feed.publish([undoChanged]);
      throw new AppError('conflict', { reason: 'undo.impossible' }, { cause: error });
    }
  }

  #commit<T>(work: (announce: Announce) => T): { readonly result: T; readonly changes: Change[] } {
    const changes = new ChangeSet();
    this.#open = changes;
    try {
      const result = this.turn.first(() =>
        this.sql.transaction(() => work(this.#announceTo(changes))).immediate(),
      );
      return { result, changes: changes.list() };
    } catch (error) {
      for (const restore of this.#restores.reverse()) restore();
      throw toAppError(error);
    } finally {
      this.#restores.length = 0;
      this.#open = null;
    }
  }

  #followed<T>(work: (announce: Announce) => T, announce: Announce): T {
    const result = work(announce);
    const changes = this.#open?.list() ?? [];
    for (const follower of changes.length > 0 ? this.#followers : []) {
      try {
        this.sql.transaction(() => follower(changes, announce))();
      } catch (error) {
        // What ended the whole transaction is no matter of the follower alone.
        if (!this.sql.inTransaction) throw error;
        this.#onError(error);
      }
    }
    return result;
  }

  #announceTo(changes: ChangeSet): Announce {
    return (topic, clientId = null) => changes.add(topic, clientId);
  }
}
