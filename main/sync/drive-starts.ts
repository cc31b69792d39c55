import { RemoteError } from '../ports/remote.ts';
import type { SyncParts } from './parts.ts';

/**
 * Where the changes of drives begin, each asked for once in a round however many folders lie in it. One that was asked
 * for early is as good: what changed since comes again.
 */
export class StartCursors {
  readonly #parts: SyncParts;
  readonly #accountId: string;
  readonly #signal: AbortSignal;
  readonly #known = new Map<string, Promise<string | null>>();

  constructor(parts: SyncParts, accountId: string, signal: AbortSignal) {
    this.#parts = parts;
    this.#accountId = accountId;
    this.#signal = signal;
  }

  /** Null when the drive is not, or no longer, visible as a whole. An empty id is the person's own. Throws RemoteError. */
  of(driveId: string): Promise<string | null> {
    const known = this.#known.get(driveId) ?? this.#ask(driveId);
    this.#known.set(driveId, known);
    return known;
  }

  async #ask(driveId: string): Promise<string | null> {
    const { backoff, drive } = this.#parts;
    try {
      return await backoff.run(this.#accountId, this.#signal, () =>
        drive.startCursor(this.#accountId, driveId || null, this.#signal),
      );
    } catch (error) {
      if (error instanceof RemoteError && error.problem === 'gone') return null;
      throw error;
    }
  }
}
