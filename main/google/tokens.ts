import { z } from 'zod';
import { AppError } from '#shared/ipc/errors.ts';
import type { OwnClient } from '../ports/account-connector.ts';
import type { CredentialStore } from '../ports/credential-store.ts';

const ownClient = z.object({ id: z.string().min(1), secret: z.string() });
const CLIENT_KEY = 'google-client';

/** Google's secrets in the keychain, under ids of ours. */
export class GoogleTokens {
  readonly #credentials: CredentialStore;
  /** Known for good once there is one; asked for often. */
  #client: OwnClient | null;

  /** @param fixedClient the client of a loopback endpoint; otherwise the person's own is read. */
  constructor(credentials: CredentialStore, fixedClient: OwnClient | null) {
    this.#credentials = credentials;
    this.#client = fixedClient;
  }

  async client(): Promise<OwnClient | null> {
    if (this.#client) return this.#client;
    const text = await this.#credentials.read(CLIENT_KEY);
    if (text === null) return null;
    const parsed = ownClient.safeParse(JSON.parse(text));
    if (!parsed.success) throw new AppError('internal', { reason: 'google.noClient' });
    this.#client = parsed.data;
    return parsed.data;
  }

  async keepClient(client: OwnClient): Promise<void> {
    const kept = ownClient.parse(client);
    await this.#replace(CLIENT_KEY, JSON.stringify(kept));
    this.#client = kept;
  }

  refreshToken(accountId: string): Promise<string | null> {
    return this.#credentials.read(`google:${accountId}`);
  }

  async keep(accountId: string, refreshToken: string): Promise<void> {
    await this.#replace(`google:${accountId}`, refreshToken);
  }

  async forget(accountId: string): Promise<void> {
    await this.#credentials.remove(`google:${accountId}`);
  }

  /** The keychain never writes over an entry. Between the two steps there is none, which asks to sign in again. */
  async #replace(key: string, secret: string): Promise<void> {
    if ((await this.#credentials.read(key)) !== null) await this.#credentials.remove(key);
    await this.#credentials.write(key, secret);
  }
}
