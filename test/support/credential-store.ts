import { assertStorable } from '#main/platform/keychain/store.ts';
import type { CredentialStore } from '#main/ports/credential-store.ts';
import { AppError } from '#shared/ipc/errors.ts';

/**
 * A keychain in memory that is as strict as a real one: it refuses what the adapter refuses, answers
 * nothing while locked, and never writes over an entry.
 */
export class MemoryCredentialStore implements CredentialStore {
  readonly #secrets = new Map<string, string>();
  #locked = false;
  #failure: { readonly step: 'write' | 'remove'; readonly after: boolean } | null = null;

  lock(): void {
    this.#locked = true;
  }

  unlock(): void {
    this.#locked = false;
  }

  /** The next such call fails, before or after it took effect, like a crash at that moment. */
  failNext(step: 'write' | 'remove', moment: 'before' | 'after'): void {
    this.#failure = { step, after: moment === 'after' };
  }

  /** Takes back a failure that has not happened yet. */
  heal(): void {
    this.#failure = null;
  }

  keys(): string[] {
    return [...this.#secrets.keys()].sort();
  }

  async state(): Promise<'available' | 'unavailable'> {
    return this.#locked ? 'unavailable' : 'available';
  }

  async write(key: string, secret: string): Promise<void> {
    assertStorable(key, secret);
    this.#assertUnlocked();
    if (this.#secrets.has(key)) throw new Error(`secret ${key} would be overwritten`);
    this.#take('write', () => this.#secrets.set(key, secret));
  }

  async read(key: string): Promise<string | null> {
    this.#assertUnlocked();
    return this.#secrets.get(key) ?? null;
  }

  async remove(key: string): Promise<void> {
    this.#assertUnlocked();
    this.#take('remove', () => this.#secrets.delete(key));
  }

  async startAfresh(): Promise<void> {
    this.#assertUnlocked();
    this.#secrets.clear();
  }

  #take(step: 'write' | 'remove', effect: () => void): void {
    const failure = this.#failure?.step === step ? this.#failure : null;
    if (failure) this.#failure = null;
    if (!failure || failure.after) effect();
    if (failure) throw new AppError('keychain_unavailable');
  }

  #assertUnlocked(): void {
    if (this.#locked) throw new AppError('keychain_unavailable');
  }
}
