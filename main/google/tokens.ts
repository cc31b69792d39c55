import { z } from 'zod';
import { AppError } from '#shared/ipc/errors.ts';
import type { OwnClient } from '../ports/account-connector.ts';
import type { CredentialStore } from '../ports/credential-store.ts';

const ownClient = z.object({ id: z.string().min(1), secret: z.string() });
const CLIENT_KEY = 'google-client';

/** Google's secrets in the keychain, under ids of ours. */
export class GoogleTokens {
  readonly #credentials: CredentialStore;
  readonly #fixedClient: OwnClient | null;

  /** @param fixedClient the client of a loopback endpoint; otherwise the person's own is read. */
  constructor(credentials: CredentialStore, fixedClient: OwnClient | null) {
    this.#credentials = credentials;
    this.#fixedClient = fixedClient;
  }

  async client(): Promise<OwnClient | null> {
    if (this.#fixedClient) return this.#fixedClient;
    const text = await this.#credentials.read(CLIENT_KEY);
    if (text === null) return null;
    const parsed = ownClient.safeParse(JSON.parse(text));
    if (!parsed.success) throw new AppError('internal', { reason: 'google.noClient' });
    return parsed.data;
  }

  async keepClient(client: OwnClient): Promise<void> {
    await this.#credentials.write(CLIENT_KEY, JSON.stringify(ownClient.parse(client)));
  }

  refreshToken(accountId: string): Promise<string | null> {
    return this.#credentials.read(`google:${accountId}`);
  }

  async keep(accountId: string, refreshToken: string): Promise<void> {
    await this.#credentials.write(`google:${accountId}`, refreshToken);
  }

  async forget(accountId: string): Promise<void> {
    await this.#credentials.remove(`google:${accountId}`);
  }
}
