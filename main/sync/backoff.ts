import { setTimeout as delay } from 'node:timers/promises';
import { RemoteError } from '../ports/remote.ts';

const LONGEST_MS = 64_000;

export interface BackoffParts {
  /** Milliseconds that only grow. */
  readonly now: () => number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Rejects when the signal fires. */
  readonly wait: (ms: number, signal: AbortSignal) => Promise<void>;
}

export const systemWait = async (ms: number, signal: AbortSignal): Promise<void> => {
  await delay(ms, undefined, { signal });
};

/** How often one call is tried again, by problem; the scheduler's next round comes after that. */
const tries: Partial<Record<RemoteError['problem'], number>> = {
  limited: 8,
  failed: 5,
  offline: 3,
  unreadable: 2,
};
/** What only the person can mend is believed when it is still so after some ten seconds. */
const triesOfWhatMayPass = 4;

/**
 * Tries again with growing pauses: min(2^n s + random, 64 s), or what the service asks for if that is
 * longer. A pause holds for every call of the same account.
 */
export class Backoff {
  readonly #parts: BackoffParts;
  readonly #notBefore = new Map<string, number>();

  constructor(parts: BackoffParts) {
    this.#parts = parts;
  }

  /** Throws the last RemoteError when trying again does not help, and `cancelled` when the signal fires. */
  async run<T>(accountId: string, signal: AbortSignal, call: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      await this.#pause(accountId, signal);
      try {
        return await call();
      } catch (error) {
        if (signal.aborted) throw new RemoteError('cancelled', { cause: error });
        if (!(error instanceof RemoteError)) throw error;
        const most = error.mayPass ? triesOfWhatMayPass : (tries[error.problem] ?? 1);
        if (attempt + 1 >= most) throw error;
        const grown = Math.min(2 ** attempt * 1000 + this.#parts.random() * 1000, LONGEST_MS);
        const until = this.#parts.now() + Math.max(grown, error.retryAfter ?? 0);
        this.#notBefore.set(accountId, Math.max(until, this.#notBefore.get(accountId) ?? 0));
      }
    }
  }

  async #pause(accountId: string, signal: AbortSignal): Promise<void> {
    const left = (this.#notBefore.get(accountId) ?? 0) - this.#parts.now();
    if (signal.aborted) throw new RemoteError('cancelled');
    if (left <= 0) return;
    try {
      await this.#parts.wait(Math.ceil(left), signal);
    } catch (error) {
      throw new RemoteError('cancelled', { cause: error });
    }
  }
}
