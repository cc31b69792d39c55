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

  async unlock(): Promise<VaultAccess> {
    if ((await this.#keychain.state()) === 'available') return this.#extend();
    this.#cancel();
    this.#set({ state: 'unavailable', locksAt: null });
    return this.#access;
  }

  async startAfresh(): Promise<VaultAccess> {
    await this.#keychain.startAfresh();
    return this.unlock();
  }

  lock(): void {
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
