import { lockAfter } from '#shared/domain/vault.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { VaultAccess } from '#shared/ipc/vault.ts';
import type { Clock } from '../../ports/clock.ts';
import type { CredentialStore } from '../../ports/credential-store.ts';
import type { Timer } from '../../ports/timer.ts';

const locked: VaultAccess = { state: 'locked', locksAt: null };

/** Decides whether secrets may be shown: only after a person unlocked the list, and until it was left alone. */
export class VaultLock {
  readonly #keychain: CredentialStore;
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #onChange: () => void;
  #access = locked;
  /** How often it was locked: an unlocking that began before the last time must not undo it. */
  #locks = 0;
  #cancel = () => {};

  constructor(keychain: CredentialStore, clock: Clock, timer: Timer, onChange: () => void) {
    this.#keychain = keychain;
    this.#clock = clock;
    this.#timer = timer;
    this.#onChange = onChange;
  }

  access(): VaultAccess {
    return this.#access;
  }

  /** Asks the keychain, which may take as long as a person types a password; locked meanwhile, it stays locked. */
  async unlock(since = this.#locks): Promise<VaultAccess> {
    const state = await this.#keychain.state();
    if (since !== this.#locks) return this.#access;
    if (state === 'available') return this.#extend();
    this.#cancel();
    this.#set({ state: 'unavailable', locksAt: null });
    return this.#access;
  }

  /** Begins an empty place in the keychain and unlocks. Throws `keychain_unavailable`. */
  async startAfresh(): Promise<VaultAccess> {
    const since = this.#locks;
    await this.#keychain.startAfresh();
    return this.unlock(since);
  }

  lock(): void {
    this.#locks += 1;
    this.#cancel();
    if (this.#access.state !== 'locked') this.#set(locked);
  }

  /** Puts off locking; does not unlock. */
  touch(): VaultAccess {
    return this.#isOpen() ? this.#extend() : this.#access;
  }

  /** Throws `locked` unless secrets may be shown now. */
  assertOpen(): void {
    if (!this.#isOpen()) throw new AppError('locked', { reason: 'vault.locked' });
    this.#extend();
  }

  /** A computer that slept through the time must not show anything for the moment until the timer fires. */
  #isOpen(): boolean {
    const { state, locksAt } = this.#access;
    if (state !== 'unlocked' || locksAt === null) return false;
    const left = locksAt - this.#clock.now();
    if (left > 0 && left <= lockAfter) return true;
    this.lock();
    return false;
  }

  #extend(): VaultAccess {
    this.#cancel();
    this.#cancel = this.#timer.after(lockAfter, () => this.lock());
    this.#set({ state: 'unlocked', locksAt: this.#clock.now() + lockAfter });
    return this.#access;
  }

  #set(access: VaultAccess): void {
    const told = access.state !== this.#access.state || access.locksAt !== this.#access.locksAt;
    this.#access = access;
    if (told) this.#onChange();
  }
}
