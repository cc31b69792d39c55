import { AppError } from '#shared/ipc/errors.ts';
import type { CredentialStore } from '../../ports/credential-store.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Store } from '../../store/store.ts';
import type { CredentialRepository } from './repository.ts';

/**
 * Keeps database and keychain in step. A key is noted as an orphan before its secret is written, and leaves
 * that list in the transaction that stores the row; a row that goes puts its key back. So after a crash at any
 * moment every row has its secret, and every secret without a row is known and removed at the next start.
 * Each secret has a key of its own and is never written over: a change is a new key.
 */
export class Secrets {
  readonly #store: Store;
  readonly #rows: CredentialRepository;
  readonly #keychain: CredentialStore;
  readonly #ids: IdSource;
  readonly #logger: Logger;
  readonly #leftOver: readonly string[];

  constructor(
    store: Store,
    rows: CredentialRepository,
    keychain: CredentialStore,
    ids: IdSource,
    logger: Logger,
  ) {
    this.#store = store;
    this.#rows = rows;
    this.#keychain = keychain;
    this.#ids = ids;
    this.#logger = logger;
    this.#leftOver = rows.orphans();
  }

  read(key: string): Promise<string | null> {
    return this.#keychain.read(key);
  }

  /** Stores a secret under a new key, then lets `keep` store the key in a transaction of its own. */
  async add<T>(secret: string, keep: (key: string) => T): Promise<T> {
    const key = this.#ids.next();
    this.#store.write(() => this.#rows.addOrphan(key));
    try {
      await this.#keychain.write(key, secret);
    } catch (error) {
      // A keychain that did not answer may still have taken it; one that refused has not.
      const unsure = !(error instanceof AppError) || error.code === 'keychain_unavailable';
      if (!unsure) this.#store.write(() => this.#rows.dropOrphan(key));
      throw error;
    }
    try {
      return keep(key);
    } catch (error) {
      await this.discard(key);
      throw error;
    }
  }

  /** Removes the secret of a key that no row has any more; if the keychain is away now, at the next start. */
  async discard(key: string): Promise<void> {
    if (!this.#rows.isOrphan(key)) return;
    try {
      await this.#keychain.remove(key);
      if (this.#rows.isOrphan(key)) this.#store.write(() => this.#rows.dropOrphan(key));
    } catch {
      this.#logger.warn('vault.orphan', { key });
    }
  }

  /** Removes what earlier runs left. Keys of this run stay: undo may still bring their rows back. */
  async reconcile(): Promise<void> {
    for (const key of this.#leftOver) await this.discard(key);
  }
}
