import type { Timer } from '#main/ports/timer.ts';
import type { FakeClock } from './clock.ts';

interface Waiting {
  readonly at: number;
  readonly work: () => void;
}

/** Timers that fire when the fake clock is moved through here. */
export class FakeTimer implements Timer {
  readonly #clock: FakeClock;
  readonly #waiting = new Set<Waiting>();

  constructor(clock: FakeClock) {
    this.#clock = clock;
  }

  after(milliseconds: number, work: () => void): () => void {
    const entry = { at: this.#clock.monotonic() + Math.max(0, milliseconds), work };
    this.#waiting.add(entry);
    return () => this.#waiting.delete(entry);
  }

  /** How many are waiting. */
  get count(): number {
    return this.#waiting.size;
  }

  /** Time passes; what falls due runs at its own moment, in order. */
  pass(milliseconds: number): void {
    const end = this.#clock.monotonic() + milliseconds;
    for (;;) {
      const next = [...this.#waiting].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#waiting.delete(next);
      this.#clock.advance(Math.max(0, next.at - this.#clock.monotonic()));
      next.work();
    }
    this.#clock.advance(end - this.#clock.monotonic());
  }
}
