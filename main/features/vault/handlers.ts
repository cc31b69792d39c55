import type { Handlers } from '#shared/ipc/method.ts';
import type { vaultContract } from '#shared/ipc/vault.ts';
import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Clipboard } from '../../ports/clipboard.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CredentialStore } from '../../ports/credential-store.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Timer } from '../../ports/timer.ts';
import type { Store } from '../../store/store.ts';
import { VaultLock } from './access.ts';
import { ClipboardGuard } from './clipboard-guard.ts';
import { CredentialRepository } from './repository.ts';
import { Secrets } from './secrets.ts';
import { VaultService } from './service.ts';

export interface VaultParts {
  readonly store: Store;
  readonly credentials: CredentialStore;
  readonly clipboard: Clipboard;
  readonly timer: Timer;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly logger: Logger;
}

export interface VaultFeature {
  readonly handlers: Handlers<typeof vaultContract>;
  readonly belongings: ClientBelongings;
  /** When the screen is locked or the computer sleeps. */
  lock(): void;
  /** When the app quits: nothing secret stays in the clipboard. */
  stop(): Promise<void>;
}

/** Makes the credentials feature and binds it to the contract. */
export function vaultFeature(parts: VaultParts): VaultFeature {
  const { store, credentials, timer, clock, ids, logger } = parts;
  const rows = new CredentialRepository(store.sql);
  const secrets = new Secrets(store, rows, credentials, ids, logger);
  const lock = new VaultLock(credentials, clock, timer, () =>
    store.feed.publish([{ topic: 'vault', clientId: null }]),
  );
  const clipboard = new ClipboardGuard(parts.clipboard, clock, timer);
  const service = new VaultService({ store, rows, secrets, lock, clipboard, clock, ids });

  return {
    belongings: {
      list: (clientId) => [{ kind: 'credentials', count: rows.count(clientId) }],
      refusal: () => null,
      remove: (clientId) => rows.deleteOf(clientId),
      purge: () => secrets.reconcile(),
    },
    lock: () => lock.lock(),
    stop() {
      lock.lock();
      return clipboard.clear();
    },
    handlers: {
      'vault.list': ({ clientId }) => service.list(clientId),
      'vault.access': () => lock.access(),
      'vault.unlock': () => lock.unlock(),
      'vault.startAfresh': () => lock.startAfresh(),
      'vault.lock': () => lock.lock(),
      'vault.touch': () => lock.touch(),
      'vault.add': (input) => service.add(input),
      'vault.change': (input) => service.change(input),
      'vault.changeSecret': ({ id, secret }) => service.changeSecret(id, secret),
      'vault.delete': ({ id }) => service.delete(id),
      'vault.reveal': ({ id }) => service.reveal(id),
      'vault.copy': ({ id }) => service.copy(id),
      'vault.copyUserName': ({ id }) => service.copyUserName(id),
    },
  };
}
