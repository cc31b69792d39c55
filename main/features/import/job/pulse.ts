import { AppError } from '#shared/ipc/errors.ts';

const STOP = 0;
/** At most so often others are told how far it is. */
const EVERY_MS = 120;

/** What a long piece of work asks every now and then: whether to stop, and how far it is. */
export class Pulse {
  readonly #cell: Int32Array;
  readonly #now: () => number;
  #tell: (done: number, total: number) => void = () => {};
  #told = Number.NEGATIVE_INFINITY;

  constructor(stop: SharedArrayBuffer, now: () => number) {
    this.#cell = new Int32Array(stop);
    this.#now = now;
  }

  begin(tell: (done: number, total: number) => void): void {
    this.#tell = tell;
    this.#told = Number.NEGATIVE_INFINITY;
  }

  get stopped(): boolean {
    return Atomics.load(this.#cell, STOP) !== 0;
  }

  /** Throws AppError `cancelled` when somebody asked for it. */
  beat(done: number, total: number): void {
    if (this.stopped) throw new AppError('cancelled');
    const now = this.#now();
    if (now - this.#told < EVERY_MS) return;
    this.#told = now;
    this.#tell(done, total);
  }

  /** Waits, or until it is to stop. Blocks the thread. */
  rest(milliseconds: number): void {
    Atomics.wait(this.#cell, STOP, 0, milliseconds);
  }
}
