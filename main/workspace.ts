import { errorFacts } from '#shared/domain/error-facts.ts';
import { recoveryContract } from '#shared/ipc/backup.ts';
import { contract } from '#shared/ipc/contract.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { Change } from '#shared/ipc/topics.ts';
import { type App, compose, errorText } from './compose.ts';
import { connectSampleAccount } from './demo.ts';
import { billSampleWork, unrecorded } from './demo-money.ts';
import { chooseBackup } from './features/backup/choose.ts';
import { recoveryHandlers } from './features/backup/recovery.ts';
import { settingsHandlers } from './features/settings/handlers.ts';
import { createDispatcher, type Dispatcher } from './ipc/dispatch.ts';
import type { Platform } from './platform-ports.ts';
import type { CredentialStore } from './ports/credential-store.ts';
import { Backups } from './store/backups.ts';
import { ChangeFeed } from './store/change-feed.ts';
import { openStore } from './store/open-store.ts';
import { putBack } from './store/restore.ts';
import type { Store } from './store/store.ts';
import type { CheckCopy } from './store/whole.ts';

export interface WorkspacePlaces {
  readonly database: string;
  readonly backups: string;
}

/** What a workspace needs from the window it is shown in. */
export interface WorkspaceHost {
  changed(changes: readonly Change[]): void;
  /** Loads the window anew, on the usual first view or on the recovery view. */
  reload(recovering: boolean): void;
  showFolder(file: string): void;
  quit(): void;
}

/** The platform less what depends on the open database. */
export interface WorkspacePlatform
  extends Omit<Platform, 'backups' | 'restoreBackup' | 'showWorkspace' | 'credentials'> {
  readonly checkCopy: CheckCopy;
  keychain(store: Store): { readonly credentials: CredentialStore; close(): void };
}

interface Open {
  readonly store: Store;
  readonly app: App;
  readonly closeKeychain: () => void;
}

/**
 * The database and the services on it, which a restore closes and opens again. While the file cannot be opened,
 * only the recovery calls are answered.
 */
export class Workspace {
  readonly #platform: WorkspacePlatform;
  readonly #places: WorkspacePlaces;
  readonly #backups: Backups;
  readonly #host: () => WorkspaceHost;
  #open: Open | null = null;
  #dispatcher: Dispatcher;
  #started = false;
  #restoring = false;

  constructor(platform: WorkspacePlatform, places: WorkspacePlaces, host: () => WorkspaceHost) {
    this.#platform = platform;
    this.#places = places;
    this.#host = host;
    this.#backups = new Backups(places.backups, platform.clock, platform.checkCopy);
    this.#dispatcher = this.#load();
  }

  readonly dispatcher: Dispatcher = {
    call: (trusted, name, input) => this.#dispatcher.call(trusted, name, input),
  };

  get recovering(): boolean {
    return this.#open === null;
  }

  /** Fills an empty workspace with the sample. */
  fillDemo(): void {
    this.#open?.app.fillDemo();
  }

  /** Bills a part of the sample's work, and connects the sample account where a Google is there on loopback. */
  async playDemo(google: boolean): Promise<void> {
    if (!this.#open) return;
    const { app, store } = this.#open;
    const calls = unrecorded(app.handlers, store);
    if (google) await connectSampleAccount(calls, store.feed);
    await billSampleWork(calls);
  }

  /** Begins what runs by itself, once the first view is usable. */
  start(): void {
    this.#started = true;
    this.#open?.app.start();
    this.#open?.store.watch();
  }

  /** Gives back what the start has left in memory. */
  settle(): void {
    this.#open?.store.settle();
  }

  /** Whether a hidden window could be brought back by the tray. */
  trayStands(): boolean {
    return this.#open?.app.trayStands() ?? false;
  }

  /** Ends it and closes the database; safe to call twice. */
  async close(): Promise<void> {
    const open = this.#open;
    if (!open) return;
    this.#open = null;
    const stopped = open.app.stop();
    // At once: a prompt that nobody answers would hold up the sync that is being stopped, and with it the end.
    open.closeKeychain();
    try {
      await stopped;
    } catch (error) {
      this.#platform.logger.error('workspace.stop', errorFacts(error));
    } finally {
      open.store.close();
    }
  }

  #load(): Dispatcher {
    const { logger, words, settings } = this.#platform;
    try {
      const store = openStore(this.#places.database, this.#backups, (error) =>
        logger.error('feed.listener', errorFacts(error)),
      );
      const { keychain: openKeychain, ...platform } = this.#platform;
      const keychain = openKeychain(store);
      const app = compose(
        {
          ...platform,
          credentials: keychain.credentials,
          backups: this.#backups,
          restoreBackup: (name) => this.#restore(name),
          showWorkspace: () => this.#host().showFolder(this.#places.database),
        },
        store,
      );
      // After the services are made: what they settle first is news to nobody yet.
      store.feed.subscribe((changes) => this.#host().changed(changes));
      this.#open = { store, app, closeKeychain: () => keychain.close() };
      return createDispatcher(contract, app.handlers, logger, (code, details) =>
        errorText(words, code, details),
      );
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      logger.error('workspace.unopened', errorFacts(error));
      const { 'settings.get': get } = settingsHandlers(settings, words, new ChangeFeed(() => {}));
      const handlers = recoveryHandlers({
        problem: () => ({
          code: error.code,
          message: errorText(words, error.code, error.details),
          backups: this.#backups.list(),
        }),
        choose: () =>
          chooseBackup({
            ...this.#platform,
            backups: this.#backups,
            databaseFile: this.#places.database,
          }),
        restore: (name) => this.#restore(name),
        showFolder: () => this.#host().showFolder(this.#places.database),
        quit: () => this.#host().quit(),
        ready: () => this.#platform.onReady(),
      });
      return createDispatcher(
        { ...recoveryContract, 'settings.get': contract['settings.get'], 'app.ready': contract['app.ready'] },
        { ...handlers, 'settings.get': get },
        logger,
        (code, details) => errorText(words, code, details),
      );
    }
  }

  /** Throws `not_found`, `database_damaged`, or `unavailable` while another restore runs: the two would swap files under each other. */
  async #restore(name: string): Promise<void> {
    if (this.#restoring) throw new AppError('unavailable');
    this.#restoring = true;
    try {
      // With the workspace still open: a copy that turns out damaged then costs nothing but the message.
      await this.#backups.prepareRestore(name, this.#places.database);
      await this.#swap();
    } finally {
      this.#restoring = false;
    }
  }

  async #swap(): Promise<void> {
    const { database } = this.#places;
    const wasOpen = !this.recovering;
    await this.close();
    let kept: string | null = null;
    let refused = false;
    try {
      kept = this.#backups.restorePrepared(database);
    } finally {
      this.#reopen();
      if (this.recovering && wasOpen && kept) {
        refused = true;
        // Whole, but this app cannot make a workspace of it: what was there before is better than nothing.
        putBack(database, kept);
        this.#reopen();
      } else {
        this.#host().reload(this.recovering);
      }
    }
    if (refused) throw new AppError('database_damaged', { reason: 'backup.damaged' });
    this.#platform.logger.info('backup.restored');
  }

  #reopen(): void {
    this.#dispatcher = this.#load();
    if (this.#started) this.#open?.app.start();
  }
}
