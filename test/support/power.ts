import type { Power } from '#main/ports/power.ts';

/** A computer whose comings and goings the test decides. */
export class FakePower implements Power {
  readonly #away = new Set<() => void>();
  readonly #suspend = new Set<() => void>();
  readonly #return = new Set<() => void>();
  /** Seconds since the last input: a number, or what tells it. */
  idle: number | (() => number) = 0;

  onAway(listener: () => void): () => void {
    return added(this.#away, listener);
  }

  onSuspend(listener: () => void): () => void {
    return added(this.#suspend, listener);
  }

  onReturn(listener: () => void): () => void {
    return added(this.#return, listener);
  }

  idleSeconds(): number {
    return Math.floor(typeof this.idle === 'number' ? this.idle : this.idle());
  }

  lock(): void {
    for (const listener of this.#away) listener();
  }

  suspend(): void {
    for (const listener of [...this.#suspend, ...this.#away]) listener();
  }

  resume(): void {
    for (const listener of this.#return) listener();
  }
}

function added(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
