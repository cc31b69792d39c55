import { createHash, randomBytes } from 'node:crypto';
import { clearAfter } from '#shared/domain/vault.ts';
import type { Clipboard } from '../../ports/clipboard.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Timer } from '../../ports/timer.ts';

/** Puts a secret into the clipboard and takes it out again, unless something else was copied meanwhile. */
export class ClipboardGuard {
  readonly #clipboard: Clipboard;
  readonly #clock: Clock;
  readonly #timer: Timer;
  readonly #salt = randomBytes(16);
  /** Of what was copied; the secret itself is not kept. */
  #copied: string | null = null;
  #cancel = () => {};

  constructor(clipboard: Clipboard, clock: Clock, timer: Timer) {
    this.#clipboard = clipboard;
    this.#clock = clock;
    this.#timer = timer;
  }

  /** Returns when it will be cleared, UTC milliseconds. */
  async copySecret(secret: string): Promise<number> {
    this.#cancel();
    await this.#clipboard.write(secret);
    this.#copied = this.#digest(secret);
    this.#cancel = this.#timer.after(clearAfter, () => void this.clear());
    return this.#clock.now() + clearAfter;
  }

  copyText(text: string): Promise<void> {
    return this.#clipboard.write(text);
  }

  /** Clears a secret that is still there. Also called when the app quits. */
  async clear(): Promise<void> {
    this.#cancel();
    const copied = this.#copied;
    this.#copied = null;
    if (copied === null) return;
    const held = this.#digest(await this.#clipboard.read());
    if (held === copied) this.#clipboard.clear();
  }

  #digest(text: string): string {
    return createHash('sha256').update(this.#salt).update(text).digest('base64');
  }
}
