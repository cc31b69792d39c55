import type { Change } from '#shared/ipc/topics.ts';
import { ChangeSet } from '../store/change-feed.ts';
import type { Sql } from '../store/open.ts';
import { toAppError } from '../store/sqlite-errors.ts';
import type { Announce } from '../store/store.ts';
import type { Turn } from '../store/turn.ts';

/** After so many rows, some twenty megabytes of log, what was written goes to its place in the file. */
const CHECKPOINT_ROWS = 10_000;

/**
 * The database as the copier writes it: possibly from another thread, over a connection of its own, and always
 * giving way to what a person does. SQLite's own errors come out as AppError.
 */
export class SyncStore {
  readonly sql: Sql;
  readonly #turn: Turn;
  readonly #publish: (changes: readonly Change[]) => void;
  #staged = 0;

  /** @param publish is told after each commit what it was about. */
  constructor(sql: Sql, turn: Turn, publish: (changes: readonly Change[]) => void) {
    this.sql = sql;
    this.#turn = turn;
    this.#publish = publish;
  }

  /** One immediate transaction, on the disk when this returns. */
  write<T>(work: (announce: Announce) => T): T {
    const changes = new ChangeSet();
    const result = this.#commit(() => work((topic, clientId = null) => changes.add(topic, clientId)));
    this.#publish(changes.list());
    return result;
  }

  /**
   * Rows that nobody can see until a later `write` makes them visible. It does not wait for the disk: that
   * `write` does, and what was written before it is then on the disk as well. One transaction, or several when
   * somebody else wants to write meanwhile.
   */
  stage<T>(items: readonly T[], each: (item: T) => void): void {
    if (items.length === 0) return;
    const checkpoint = this.sql.pragma('wal_autocheckpoint', { simple: true });
    this.sql.pragma('wal_autocheckpoint = 0');
    this.sql.pragma('synchronous = NORMAL');
    try {
      let at = 0;
      while (at < items.length) {
        this.#commit(() => {
          do {
            each(items[at] as T);
            at += 1;
          } while (at < items.length && !this.wanted());
        });
      }
    } finally {
      this.sql.pragma('synchronous = FULL');
      this.sql.pragma(`wal_autocheckpoint = ${checkpoint}`);
    }
    this.#staged += items.length;
    if (this.#staged < CHECKPOINT_ROWS) return;
    this.#staged = 0;
    // Not at the end of a transaction, where SQLite would do it while others wait for their turn.
    this.sql.pragma('wal_checkpoint(PASSIVE)');
  }

  /** Whether somebody waits until the copier's transaction ends. */
  wanted(): boolean {
    return this.#turn.wanted();
  }

  #commit<T>(work: () => T): T {
    try {
      return this.#turn.copying(() => this.sql.transaction(work).immediate());
    } catch (error) {
      throw toAppError(error);
    }
  }
}
