import type { Worker } from 'node:worker_threads';
import type { Change } from '#shared/ipc/topics.ts';
import type { AccessTokens } from '../../ports/access-tokens.ts';
import type { Logger } from '../../ports/logger.ts';
import { RemoteError } from '../../ports/remote.ts';
import type { Store } from '../../store/store.ts';
import type { FreshCursors } from '../parts.ts';
import type { Rounds, RoundWatch } from '../rounds.ts';
import { type FromWorker, packed, type ToWorker, unpacked, type WorkerStart } from './protocol.ts';

/** An unused thread is not worth its memory; longer than the usual pause after a problem. */
const IDLE_MS = 70_000;
/** A round that was told to stop and does not is ended together with its thread. */
const STOP_MS = 5_000;

export interface WorkerRoundsParts {
  readonly store: Store;
  readonly access: AccessTokens;
  readonly logger: Logger;
  /** Starts the thread on `sync-worker`. */
  readonly start: (data: WorkerStart) => Worker;
  readonly idle?: number;
}

interface Running {
  readonly watch: RoundWatch;
  settle(error: Error | null): void;
}

/**
 * Rounds in a thread of their own, so that neither fetching nor storing holds up the window. The thread is started
 * when there is something to do. When it dies, its rounds fail and the next one starts another: what it had
 * committed is whole, because a cursor is only ever stored together with what it stands for.
 */
export class WorkerRounds implements Rounds {
  readonly #parts: WorkerRoundsParts;
  readonly #running = new Map<number, Running>();
  #thread: Worker | null = null;
  #ended: Promise<void> = Promise.resolve();
  #idle: NodeJS.Timeout | null = null;
  #fresh: FreshCursors = new Map();
  #next = 1;

  constructor(parts: WorkerRoundsParts) {
    this.#parts = parts;
  }

  async run(accountId: string, withList: boolean, watch: RoundWatch, signal: AbortSignal): Promise<void> {
    // Two threads must never share the turn.
    if (!this.#thread) await this.#ended;
    if (signal.aborted) throw new RemoteError('cancelled');
    const thread = this.#started();
    const run = this.#next++;
    let late: NodeJS.Timeout | null = null;
    const cancel = () => {
      this.#tell(thread, { do: 'cancel', run });
      late = setTimeout(() => void thread.terminate(), STOP_MS);
    };
    try {
      await new Promise<void>((resolve, reject) => {
        this.#running.set(run, { watch, settle: (error) => (error ? reject(error) : resolve()) });
        signal.addEventListener('abort', cancel, { once: true });
        this.#tell(thread, { do: 'run', run, accountId, withList });
      });
    } catch (error) {
      throw signal.aborted ? new RemoteError('cancelled', { cause: error }) : error;
    } finally {
      signal.removeEventListener('abort', cancel);
      if (late) clearTimeout(late);
      this.#running.delete(run);
      this.#rest();
    }
  }

  async close(): Promise<void> {
    if (this.#idle) clearTimeout(this.#idle);
    const thread = this.#thread;
    if (thread) {
      this.#tell(thread, { do: 'end' });
      const late = setTimeout(() => void thread.terminate(), STOP_MS);
      await this.#ended;
      clearTimeout(late);
    }
    await this.#ended;
  }

  #started(): Worker {
    if (this.#idle) clearTimeout(this.#idle);
    this.#idle = null;
    if (this.#thread) return this.#thread;
    const { store, start, logger } = this.#parts;
    const thread = start({ database: store.sql.name, turn: store.turn.shared, fresh: this.#fresh });
    this.#thread = thread;
    thread.on('message', (message: FromWorker) => this.#hear(thread, message));
    thread.on('error', (error) => logger.error('sync.thread', { kind: error.name }));
    this.#ended = new Promise((resolve) => {
      thread.once('exit', () => {
        store.turn.release();
        if (this.#thread === thread) this.#thread = null;
        for (const running of this.#running.values()) running.settle(new RemoteError('stopped'));
        resolve();
      });
    });
    return thread;
  }

  #hear(thread: Worker, message: FromWorker): void {
    switch (message.say) {
      case 'phase':
        this.#running.get(message.run)?.watch.phase(message.phase, message.total);
        break;
      case 'seen':
        this.#running.get(message.run)?.watch.seen(message.count);
        break;
      case 'step':
        this.#running.get(message.run)?.watch.step();
        break;
      case 'changes':
        this.#parts.store.feed.publish(message.changes as Change[]);
        break;
      case 'token':
        void this.#giveToken(thread, message);
        break;
      case 'log':
        this.#parts.logger[message.level](message.event, message.fields);
        break;
      case 'done':
        this.#fresh = message.fresh;
        this.#running.get(message.run)?.settle(message.failure && unpacked(message.failure));
        break;
    }
  }

  async #giveToken(
    thread: Worker,
    { ask, accountId, refused }: Extract<FromWorker, { say: 'token' }>,
  ): Promise<void> {
    try {
      const never = new AbortController().signal;
      const token = await this.#parts.access.get(accountId, refused, never);
      this.#tell(thread, { do: 'token', ask, token });
    } catch (error) {
      this.#tell(thread, { do: 'no-token', ask, failure: packed(error) });
    }
  }

  #tell(thread: Worker, message: ToWorker): void {
    thread.postMessage(message);
  }

  #rest(): void {
    const thread = this.#thread;
    if (!thread || this.#running.size > 0) return;
    this.#idle = setTimeout(() => {
      this.#thread = null;
      this.#tell(thread, { do: 'end' });
    }, this.#parts.idle ?? IDLE_MS);
    this.#idle.unref();
  }
}
