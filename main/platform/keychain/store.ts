import { byteLength, longestSecret } from '#shared/domain/vault.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { CredentialStore } from '../../ports/credential-store.ts';
import type { KeychainRecord } from '../../ports/keychain-record.ts';
import type { KeychainRemote } from './remote.ts';

/** Half of a character, which UTF-8 cannot carry. */
const loneSurrogate = /\p{Surrogate}/u;

const canaryKey = 'canary';
const canaryValue = 'clientele';

/**
 * The keychain as the features see it. A missing answer alone proves nothing (a locked keyring answers
 * like an empty one), so it counts only while the canary can be read. The canary is written once, at the
 * first use; from then on its absence means "unavailable", and nothing is ever written in its place.
 */
export function createCredentialStore(remote: KeychainRemote, record: KeychainRecord): CredentialStore {
  const service = () => record.service();
  const get = (account: string) => remote.ask({ do: 'get', service: service(), account });
  const set = (account: string, secret: string) =>
    remote.ask({ do: 'set', service: service(), account, secret });

  async function assertAvailable(): Promise<void> {
    if ((await get(canaryKey)) === canaryValue) {
      if (!record.canaryWritten()) record.markCanary();
      return;
    }
    if (record.canaryWritten()) throw new Error('canary missing');
    await set(canaryKey, canaryValue);
    if ((await get(canaryKey)) !== canaryValue) throw new Error('canary not kept');
    record.markCanary();
  }

  async function startAfresh(): Promise<void> {
    const place = record.freshService();
    await remote.ask({ do: 'set', service: place, account: canaryKey, secret: canaryValue });
    if ((await remote.ask({ do: 'get', service: place, account: canaryKey })) !== canaryValue)
      throw new Error('canary not kept');
    record.moveTo(place);
  }

  return {
    startAfresh: () => orUnavailable(startAfresh),
    async state() {
      try {
        await assertAvailable();
        return 'available';
      } catch {
        return 'unavailable';
      }
    },
    async write(key, secret) {
      assertStorable(key, secret);
      await orUnavailable(async () => {
        await assertAvailable();
        await set(key, secret);
        if ((await get(key)) !== secret) throw new Error('secret not kept');
      });
    },
    read: (key) =>
      orUnavailable(async () => {
        assertKey(key);
        const secret = await get(key);
        if (secret === null) await assertAvailable();
        return secret;
      }),
    remove: (key) =>
      orUnavailable(async () => {
        assertKey(key);
        await assertAvailable();
        await remote.ask({ do: 'delete', service: service(), account: key });
      }),
  };
}

/** Refuses what a keychain would cut off or change without a word. */
export function assertStorable(key: string, secret: string): void {
  assertKey(key);
  if (byteLength(secret) > longestSecret) throw new AppError('secret_too_long');
  if (secret === '' || secret.includes('\0') || loneSurrogate.test(secret))
    throw new AppError('invalid_input', { reason: 'vault.unstorable' });
}

function assertKey(key: string): void {
  if (!key || key === canaryKey) throw new TypeError('not a key for a secret');
}

async function orUnavailable<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof AppError || error instanceof TypeError) throw error;
    throw new AppError('keychain_unavailable', {}, { cause: error });
  }
}
