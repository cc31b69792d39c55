import type { CredentialStore } from '../ports/credential-store.ts';
import type { KeychainRecord } from '../ports/keychain-record.ts';
import { forkKeychain } from './keychain/child.ts';
import { createRemote } from './keychain/remote.ts';
import { createCredentialStore } from './keychain/store.ts';

/** Long enough for a person to type the keyring's password when the system asks for it. */
const patience = 60_000;
/** An unused process is not worth its memory. */
const idle = 5_000;

export interface Keychain {
  readonly credentials: CredentialStore;
  /** Must be called when the app quits: a prompt that nobody answers would keep the process alive. */
  close(): void;
}

/** The system's keychain, as one workspace sees it. */
export function createKeychain(record: KeychainRecord): Keychain {
  const remote = createRemote(forkKeychain, { patience, idle });
  return { credentials: createCredentialStore(remote, record), close: () => remote.close() };
}
