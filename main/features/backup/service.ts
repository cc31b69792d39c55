import { backupDue } from '#shared/domain/backup.ts';
import { errorFacts } from '#shared/domain/error-facts.ts';
import type { BackupView } from '#shared/ipc/backup.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Backups } from '../../store/backups.ts';
import { toAppError } from '../../store/sqlite-errors.ts';
import type { Store } from '../../store/store.ts';

/** Time from one scheduled backup to the next, milliseconds. */
const every = 4 * 3_600_000;
/** How often to look whether that time is over: a computer that slept runs no timer. Milliseconds. */
const lookEvery = 10 * 60_000;

export interface BackupDependencies {
  readonly store: Store;
  readonly backups: Backups;
  readonly clock: Clock;
  readonly timer: Timer;
  readonly logger: Logger;
}

/** Makes verified copies on a schedule and on demand, and keeps as many as the rules say. */
export class BackupService {
  readonly #deps: BackupDependencies;
  #changed = true;
  #last: Promise<unknown> = Promise.resolve();
  #cancel = () => {};
  #stopped = false;

  constructor(deps: BackupDependencies) {
    this.#deps = deps;
    deps.store.feed.subscribe((changes) => {
      if (changes.some(({ topic }) => topic !== 'settings' && topic !== 'undo')) this.#changed = true;
    });
  }

  /** Looks now and then whether a backup is due, until `stop`. */
  start(): void {
    this.#cancel = this.#deps.timer.after(lookEvery, () => this.start());
    void this.#look();
  }

  /** Ends the looking, and gives up what is being made: nothing may hold the database open when it is closed. */
  stop(): void {
    this.#cancel();
    this.#stopped = true;
    this.#deps.backups.giveUp();
  }

  list(): BackupView[] {
    return this.#deps.backups.list();
  }

  /** One after the other: one that is being made already may lack what was changed since it began. */
  create(reason: 'scheduled' | 'manual'): Promise<BackupView> {
    const made = this.#last.then(() => this.#make(reason));
    this.#last = made.catch(() => undefined);
    return made;
  }

  /** Makes a backup when four hours have passed and something has changed since. */
  async #look(): Promise<void> {
    const { backups, clock, logger } = this.#deps;
    try {
      const newest = backups.list()[0] ?? null;
      if (this.#changed && backupDue(newest, clock.now(), every)) await this.create('scheduled');
    } catch (error) {
      if (!this.#stopped) logger.error('backup.failed', errorFacts(error));
    }
  }

  async #make(reason: 'scheduled' | 'manual'): Promise<BackupView> {
    if (this.#stopped) throw new AppError('unavailable');
    const { store, backups, clock, logger } = this.#deps;
    const started = clock.monotonic();
    this.#changed = false;
    try {
      const backup = await backups.create(store.sql, reason);
      const removed = backups.prune();
      logger.info('backup.made', {
        bytes: backup.bytes,
        removed,
        ms: Math.round(clock.monotonic() - started),
      });
      store.feed.publish([{ topic: 'settings', clientId: null }]);
      return backup;
    } catch (error) {
      this.#changed = true;
      throw toAppError(error);
    }
  }
}
