import { AppError } from '#shared/ipc/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../store/store.ts';
import { isStanding } from './past.ts';
import type { ImportThreads } from './threads.ts';

export interface TakeBackDeps {
  readonly store: Store;
  readonly clock: Clock;
  readonly threads: ImportThreads;
  /** Tells what many entries, clients and tasks that went at once make stale. */
  readonly announce: () => void;
}

/** Takes imports back, by Ctrl+Z or from the list of them. */
export class TakeBacks {
  readonly #deps: TakeBackDeps;
  /** Forgets the undo step of an import, by its id. */
  readonly #forget = new Map<string, () => void>();

  constructor(deps: TakeBackDeps) {
    this.#deps = deps;
  }

  /** From now on Ctrl+Z takes this import back. */
  offer(importId: string, entries: number): void {
    const label = { key: 'undo.imported', values: { count: entries } };
    const forget = this.#deps.store.keepOutside(label, () => this.#takeBack(importId));
    this.#forget.set(importId, forget);
  }

  /** Takes an import back; what Ctrl+Z still knew of it is forgotten. Throws `not_found` when it no longer stands. */
  async undo(importId: string): Promise<void> {
    await this.#takeBack(importId);
    this.#forget.get(importId)?.();
    this.#forget.delete(importId);
  }

  async #takeBack(importId: string): Promise<void> {
    const { store, clock, threads, announce } = this.#deps;
    if (!isStanding(store.sql, importId)) throw new AppError('not_found');
    const thread = threads.open();
    try {
      const now = clock.now();
      await threads.writing(() => thread.call('undo', { importId, now }));
      announce();
    } finally {
      await threads.end(thread);
    }
  }
}
