import type { GlobalKeys } from '#main/ports/global-keys.ts';

/** A system that gives away every combination but those another program holds. */
export class FakeGlobalKeys implements GlobalKeys {
  readonly uncertain = false;
  readonly elsewhere = new Set<string>();
  held: string | null = null;
  #run = () => {};

  take(keys: string, run: () => void): boolean {
    this.release();
    if (this.elsewhere.has(keys)) return false;
    this.held = keys;
    this.#run = run;
    return true;
  }

  release(): void {
    this.held = null;
  }

  press(keys: string): void {
    if (keys !== this.held) throw new Error(`nobody holds ${keys}`);
    this.#run();
  }
}
