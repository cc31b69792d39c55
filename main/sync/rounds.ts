import { AccountRows } from './account-rows.ts';
import { CalendarPull } from './calendar-pull.ts';
import { DrivePull } from './drive-pull.ts';
import type { SyncParts } from './parts.ts';
import { runAccount } from './run.ts';

export type SyncPhase = 'calendars' | 'events' | 'files';

/** Is told how far a round is. */
export interface RoundWatch {
  /** @param total calendars to go through; null where it is not known. */
  phase(phase: SyncPhase, total: number | null): void;
  /** So many more events or files were seen. */
  seen(count: number): void;
  /** One more calendar is done. */
  step(): void;
}

/** What does the work of a round, in this thread or in another. */
export interface Rounds {
  /**
   * One round over one account.
   * @param withList also brings the list of calendars up to date.
   * @throws RemoteError, or AppError when the database refuses, when the round could not be finished.
   */
  run(accountId: string, withList: boolean, watch: RoundWatch, signal: AbortSignal): Promise<void>;
  /** Afterwards nothing of it touches the database. Rounds that still run fail. */
  close(): Promise<void>;
}

/** Rounds in this thread: a large page holds it for some tens of milliseconds. */
export class LocalRounds implements Rounds {
  readonly #parts: SyncParts;
  readonly #accounts: AccountRows;
  readonly #calendarPull: CalendarPull;
  readonly #drivePull: DrivePull;

  constructor(parts: SyncParts) {
    this.#parts = parts;
    this.#accounts = new AccountRows(parts.store.sql);
    this.#calendarPull = new CalendarPull(parts);
    this.#drivePull = new DrivePull(parts);
  }

  async run(accountId: string, withList: boolean, watch: RoundWatch, signal: AbortSignal): Promise<void> {
    const account = this.#accounts.get(accountId);
    if (!account) return;
    const tools = { parts: this.#parts, calendarPull: this.#calendarPull, drivePull: this.#drivePull };
    await runAccount(tools, account, withList, watch, signal);
  }

  async close(): Promise<void> {}
}
