import type { Store } from '../../store/store.ts';
import { ImportThread, type StartThread } from './thread.ts';

/** A log of this many pages is taken in by whoever writes next (see `open.ts`). */
const LOG_PAGES = 4_000;

/** The threads that are at work on one workspace, and what they need of it. */
export class ImportThreads {
  readonly #store: Store;
  readonly #start: StartThread;
  readonly #alive = new Set<ImportThread>();

  constructor(store: Store, start: StartThread) {
    this.#store = store;
    this.#start = start;
  }

  open(): ImportThread {
    const store = this.#store;
    const thread = new ImportThread(
      this.#start,
      { database: store.sql.name, turn: store.turn.shared },
      // In the middle of a transaction it had no time to give its turn back; SQLite itself has rolled it back.
      () => store.turn.release(),
    );
    this.#alive.add(thread);
    return thread;
  }

  async end(thread: ImportThread): Promise<void> {
    await thread.end();
    this.#alive.delete(thread);
  }

  async endAll(): Promise<void> {
    await Promise.all([...this.#alive].map((thread) => this.end(thread)));
  }

  /**
   * Lets a thread write much: it takes its own log in when it is done. Until then nobody here may, who would hold up the
   * window for as long as that takes.
   */
  async writing<T>(work: () => Promise<T>): Promise<T> {
    const { sql } = this.#store;
    sql.pragma('wal_autocheckpoint = 0');
    try {
      return await work();
    } finally {
      if (sql.open) sql.pragma(`wal_autocheckpoint = ${LOG_PAGES}`);
    }
  }
}
