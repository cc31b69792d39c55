import { hideAfter } from '#shared/domain/vault.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { CredentialCard, RevealedSecret, vaultContract } from '#shared/ipc/vault.ts';
import type { Clock } from '../../ports/clock.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Store } from '../../store/store.ts';
import type { VaultLock } from './access.ts';
import type { ClipboardGuard } from './clipboard-guard.ts';
import type { CredentialRepository, CredentialRow } from './repository.ts';
import type { Secrets } from './secrets.ts';

type Input<Name extends keyof typeof vaultContract> = InputOf<(typeof vaultContract)[Name]>;

export interface VaultDeps {
  readonly store: Store;
  readonly rows: CredentialRepository;
  readonly secrets: Secrets;
  readonly lock: VaultLock;
  readonly clipboard: ClipboardGuard;
  readonly clock: Clock;
  readonly ids: IdSource;
}

/** Credentials of clients. What describes them is in the database, the secret only in the keychain. */
export class VaultService {
  readonly #deps: VaultDeps;

  constructor(deps: VaultDeps) {
    this.#deps = deps;
  }

  list(clientId: string): CredentialCard[] {
    return this.#deps.rows.list(clientId).map(toCard);
  }

  async add({ secret, ...description }: Input<'vault.add'>): Promise<CredentialCard> {
    const { store, rows, secrets, clock, ids } = this.#deps;
    return secrets.add(secret, (secretKey) => {
      const now = clock.now();
      const times = { secretChangedAt: now, createdAt: now, updatedAt: now };
      const row: CredentialRow = { id: ids.next(), ...description, secretKey, ...times };
      const label = { key: 'undo.credentialAdded', values: { label: row.label } };
      store.act(label, (announce) => {
        rows.insert(row);
        announce('vault', row.clientId);
      });
      return toCard(row);
    });
  }

  change({ id, ...changes }: Input<'vault.change'>): CredentialCard {
    const { store, rows, clock } = this.#deps;
    const row = this.#find(id);
    const known = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
    const label = { key: 'undo.credentialChanged', values: { label: row.label } };
    store.act(label, (announce) => {
      rows.update(id, { ...known, updatedAt: clock.now() });
      announce('vault', row.clientId);
    });
    return toCard(this.#find(id));
  }

  /** Not undoable: the old secret leaves the keychain. */
  async changeSecret(id: string, secret: string): Promise<void> {
    const { store, rows, secrets, clock } = this.#deps;
    const before = this.#find(id);
    const replaced = await secrets.add(secret, (secretKey) =>
      store.write((announce) => {
        const row = this.#find(id);
        const now = clock.now();
        rows.update(id, { secretKey, secretChangedAt: now, updatedAt: now });
        announce('vault', before.clientId);
        return row.secretKey;
      }),
    );
    await secrets.discard(replaced);
  }

  /** Not undoable: the secret leaves the keychain. */
  async delete(id: string): Promise<void> {
    const { store, rows, secrets } = this.#deps;
    const row = this.#find(id);
    store.write((announce) => {
      rows.delete(id);
      announce('vault', row.clientId);
    });
    await secrets.discard(row.secretKey);
  }

  async reveal(id: string): Promise<RevealedSecret> {
    return { secret: await this.#secretOf(id), hidesAt: this.#deps.clock.now() + hideAfter };
  }

  async copy(id: string): Promise<{ readonly clearsAt: number }> {
    return { clearsAt: await this.#deps.clipboard.copySecret(await this.#secretOf(id)) };
  }

  copyUserName(id: string): Promise<void> {
    return this.#deps.clipboard.copyText(this.#find(id).userName);
  }

  async #secretOf(id: string): Promise<string> {
    const { lock, secrets } = this.#deps;
    lock.assertOpen();
    const secret = await secrets.read(this.#find(id).secretKey);
    if (secret === null) throw new AppError('not_found', { reason: 'vault.secretMissing' });
    lock.assertOpen();
    return secret;
  }

  #find(id: string): CredentialRow {
    const row = this.#deps.rows.find(id);
    if (!row) throw new AppError('not_found');
    return row;
  }
}

function toCard({ secretKey: _, createdAt: __, updatedAt: ___, ...card }: CredentialRow): CredentialCard {
  return card;
}
