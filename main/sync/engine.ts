import { AppError } from '#shared/ipc/errors.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import { RemoteError } from '../ports/remote.ts';
import type { Sync } from '../ports/sync.ts';
import type { Store } from '../store/store.ts';
import { AccountRows } from './account-rows.ts';
import { keepOutcome } from './outcome.ts';
import { RunProgress, type RunView } from './progress.ts';
import type { Rounds } from './rounds.ts';

const ROUND_MS = 5 * 60_000;
/** The list of calendars changes rarely, so a quiet round asks each calendar and each drive once and no more. */
const LIST_MS = 60 * 60_000;

export interface AccountSyncView {
  /** Null when nothing runs now. */
  readonly run: RunView | null;
  /** Last round that ended well, UTC milliseconds. */
  readonly succeededAt: number | null;
}

export interface EngineParts {
  readonly store: Store;
  readonly rounds: Rounds;
  readonly clock: Clock;
  readonly logger: Logger;
}

interface Run {
  readonly done: Promise<void>;
  readonly abort: AbortController;
  readonly progress: RunProgress;
}

/** Rounds over all accounts: by themselves every five minutes, and when asked. One at a time per account. */
export class SyncEngine implements Sync {
  readonly #parts: EngineParts;
  readonly #accounts: AccountRows;
  readonly #runs = new Map<string, Run>();
  readonly #listedAt = new Map<string, number>();
  readonly #succeededAt = new Map<string, number>();
  #timer: NodeJS.Timeout | null = null;
  #stopped = false;

  constructor(parts: EngineParts) {
    this.#parts = parts;
    this.#accounts = new AccountRows(parts.store.sql);
  }

  start(): void {
    if (this.#timer) return;
    this.#stopped = false;
    void this.all();
    this.#timer = setInterval(() => void this.all(), ROUND_MS);
    this.#timer.unref();
  }

  /** Ends the rounds and waits for what is running: afterwards nothing of it touches the database. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    this.#timer = null;
    this.#stopped = true;
    const runs = [...this.#runs.values()];
    for (const run of runs) run.abort.abort();
    await Promise.all(runs.map((run) => run.done));
    await this.#parts.rounds.close();
  }

  soon(accountId: string, withList = false): void {
    // A round that runs already may have passed what is wanted now.
    const running = this.#runs.get(accountId)?.done;
    void (running ?? Promise.resolve()).then(() => this.account(accountId, withList));
  }

  soonAll(): void {
    for (const { id, state } of this.#accounts.all()) if (state === 'connected') this.soon(id, true);
  }

  /** A round over every account that is connected. */
  async all(): Promise<void> {
    const due = this.#accounts.all().filter((account) => account.state === 'connected');
    await Promise.all(due.map((account) => this.account(account.id)));
  }

  /**
   * A round over one account; joins the one that is running. Problems are kept with the account and do not
   * come out as errors.
   * @param withList also asks for the list of calendars, as after a connection.
   */
  account(accountId: string, withList = false): Promise<void> {
    const running = this.#runs.get(accountId);
    if (running) return withList ? running.done.then(() => this.account(accountId, true)) : running.done;
    const abort = new AbortController();
    const progress = new RunProgress(
      () => this.#parts.clock.monotonic(),
      () => this.#tell(),
    );
    const done = this.#run(accountId, withList, progress, abort.signal).finally(() => {
      this.#runs.delete(accountId);
      this.#tell();
    });
    this.#runs.set(accountId, { done, abort, progress });
    this.#tell();
    return done;
  }

  /** Stops the running round; what was copied so far is safe, and the next round goes on. */
  async cancel(accountId: string): Promise<void> {
    const run = this.#runs.get(accountId);
    run?.abort.abort();
    await run?.done;
  }

  view(accountId: string): AccountSyncView {
    return {
      run: this.#runs.get(accountId)?.progress.view() ?? null,
      succeededAt: this.#succeededAt.get(accountId) ?? this.#accounts.get(accountId)?.succeededAt ?? null,
    };
  }

  async #run(
    accountId: string,
    withList: boolean,
    progress: RunProgress,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, logger, rounds } = this.#parts;
    if (this.#stopped) return;
    const account = this.#accounts.get(accountId);
    if (account?.state !== 'connected') return;
    const started = clock.monotonic();
    const listedAt = this.#listedAt.get(accountId);
    const list = withList || listedAt === undefined || started - listedAt >= LIST_MS;
    try {
      await rounds.run(accountId, list, progress, signal);
      if (list) this.#listedAt.set(accountId, started);
      this.#succeededAt.set(accountId, clock.now());
      keepOutcome(this.#parts, accountId, null);
      logger.info('sync.done', { account: accountId, milliseconds: Math.round(clock.monotonic() - started) });
    } catch (error) {
      this.#failed(accountId, error);
    }
  }

  #failed(accountId: string, error: unknown): void {
    const problem = problemOf(error);
    this.#parts.logger.warn('sync.failed', {
      account: accountId,
      problem,
      status: error instanceof RemoteError ? error.status : null,
      kind: error instanceof Error ? error.name : typeof error,
    });
    if (problem === 'cancelled') return;
    try {
      keepOutcome(this.#parts, accountId, problem);
    } catch (refused) {
      // A full or read-only disk: the person is told by everything else that cannot be kept.
      this.#parts.logger.error('sync.outcome', { account: accountId, problem: problemOf(refused) });
    }
  }

  #tell(): void {
    this.#parts.store.feed.publish([{ topic: 'accounts', clientId: null }]);
  }
}

/** A code that the account's status is told with. */
function problemOf(error: unknown): string {
  if (error instanceof RemoteError) return error.problem;
  return error instanceof AppError ? error.code : 'internal';
}
