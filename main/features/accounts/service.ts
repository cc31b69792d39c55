import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AccountsView, AccountView } from '#shared/ipc/accounts.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { AccountConnector, ConnectedIdentity, OwnClient } from '../../ports/account-connector.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Sync } from '../../ports/sync.ts';
import type { Store } from '../../store/store.ts';
import { AccountRepository, type AccountRow } from './repository.ts';

export interface AccountsParts {
  readonly store: Store;
  readonly connector: AccountConnector;
  readonly sync: Sync;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Connecting, renewing and removing accounts. */
export class AccountsService {
  readonly #parts: AccountsParts;
  readonly #rows: AccountRepository;
  #connecting: AbortController | null = null;
  #tidied: Promise<void> = Promise.resolve();

  constructor(parts: AccountsParts) {
    this.#parts = parts;
    this.#rows = new AccountRepository(parts.store.sql);
  }

  /**
   * Takes back sign-ins that were cut off before they were complete, with what they left in the keychain.
   * Throws AppError `keychain_unavailable`; the next start then tries again.
   */
  tidyUp(): Promise<void> {
    const tidying = this.#tidy();
    // A sign-in waits for it, and does not mind how it ended.
    this.#tidied = tidying.catch(() => {});
    return tidying;
  }

  async list(): Promise<AccountsView> {
    return {
      ...(await this.#ready()),
      connecting: this.#connecting !== null,
      accounts: this.#rows.all().map((row) => this.#view(row)),
    };
  }

  async useClient(client: OwnClient): Promise<void> {
    await this.#parts.connector.useClient(client);
    this.#tell();
  }

  /** A person who is connected already is renewed, never added twice. */
  async connect(): Promise<{ readonly accountId: string }> {
    return this.#signIn(null);
  }

  /** Throws `conflict` with reason `google.otherPerson` when somebody else signs in. */
  async reconnect(accountId: string): Promise<void> {
    await this.#signIn(this.#get(accountId));
  }

  cancelConnect(): void {
    this.#connecting?.abort();
  }

  /** Copies go in slices, so that a large account does not hold the window; then the account itself. */
  async remove(accountId: string): Promise<void> {
    const { store, sync, connector } = this.#parts;
    this.#get(accountId);
    // The keychain comes first: without it the account stays, and nothing is half removed.
    await connector.disconnect(accountId);
    await sync.cancel(accountId);
    while (store.write(() => this.#rows.sweep(accountId))) await nextTurn();
    store.write((announce) => {
      this.#rows.remove(accountId);
      for (const topic of ['accounts', 'calendar', 'files'] as const) announce(topic);
    });
  }

  sync(accountId: string | null): void {
    if (accountId === null) this.#parts.sync.soonAll();
    else this.#parts.sync.soon(this.#get(accountId).id, true);
  }

  async cancelSync(accountId: string): Promise<void> {
    await this.#parts.sync.cancel(this.#get(accountId).id);
  }

  async #signIn(expected: AccountRow | null): Promise<{ readonly accountId: string }> {
    if (this.#connecting) throw new AppError('conflict', { reason: 'google.connecting' });
    const abort = new AbortController();
    this.#connecting = abort;
    this.#tell();
    try {
      const who = await this.#parts.connector.connect(expected?.email ?? null, abort.signal);
      if (expected && who.subject !== expected.subject) {
        throw new AppError('conflict', { reason: 'google.otherPerson', values: { email: expected.email } });
      }
      await this.#tidied;
      const accountId = this.#rows.bySubject(who.subject)?.id ?? this.#begin(who);
      await who.keep(accountId);
      this.#parts.store.write((announce) => {
        this.#rows.put(accountId, who, this.#parts.clock.now());
        announce('accounts');
      });
      this.#parts.sync.soon(accountId, true);
      return { accountId };
    } finally {
      this.#connecting = null;
      this.#tell();
    }
  }

  #begin(who: ConnectedIdentity): string {
    const id = this.#parts.ids.next();
    this.#parts.store.write(() => this.#rows.begin(id, who, this.#parts.clock.now()));
    return id;
  }

  async #tidy(): Promise<void> {
    for (const id of this.#rows.unfinished()) {
      await this.#parts.connector.disconnect(id);
      this.#parts.store.write(() => this.#rows.remove(id));
    }
  }

  async #ready(): Promise<Pick<AccountsView, 'ready' | 'keychain'>> {
    try {
      return { ready: await this.#parts.connector.ready(), keychain: 'available' };
    } catch (error) {
      if (!(error instanceof AppError) || error.code !== 'keychain_unavailable') throw error;
      return { ready: false, keychain: 'unavailable' };
    }
  }

  #view(row: AccountRow): AccountView {
    const { run, succeededAt } = this.#parts.sync.view(row.id);
    return {
      id: row.id,
      email: row.email,
      name: row.name,
      state: row.state,
      readsCalendar: row.readsCalendar === 1,
      readsFiles: row.readsFiles === 1,
      run,
      succeededAt,
      problem: row.problem,
      problemAt: row.problemAt,
      calendars: row.calendars,
      folders: row.folders,
      sample: row.sample === 1,
    };
  }

  #get(accountId: string): AccountRow {
    const row = this.#rows.get(accountId);
    if (!row) throw new AppError('not_found');
    return row;
  }

  #tell(): void {
    this.#parts.store.feed.publish([{ topic: 'accounts', clientId: null }]);
  }
}
