import type { CredentialStore, KeychainState } from '#main/ports/credential-store.ts';
import { AppError } from '#shared/ipc/errors.ts';

/** A keychain in memory that can be locked. */
export class MemoryCredentials implements CredentialStore {
  readonly secrets = new Map<string, string>();
  locked = false;

  async state(): Promise<KeychainState> {
    return this.locked ? 'unavailable' : 'available';
  }

  async write(key: string, secret: string): Promise<void> {
    this.#check();
    if (Buffer.byteLength(secret) > 2_500) throw new AppError('secret_too_long');
    this.secrets.set(key, secret);
  }

  async read(key: string): Promise<string | null> {
    this.#check();
    return this.secrets.get(key) ?? null;
  }

  async remove(key: string): Promise<void> {
    this.#check();
    this.secrets.delete(key);
  }

  #check(): void {
    if (this.locked) throw new AppError('keychain_unavailable');
  }
}
