const WANTED = 0;
/** How many copiers are inside a transaction, or wait inside SQLite for each other's. */
const HELD = 1;
/** Longer than any transaction of the copier; after it SQLite's own waiting takes over. */
const PATIENCE_MS = 1_000;
/** A copier that waits looks again now and then, should a wake-up ever be missed. */
const LOOK_AGAIN_MS = 50;

/**
 * Who may write next: what a person does comes first. SQLite lets two connections write by turns but knows no
 * order, and one that asks again and again can be kept out by one that never pauses. Here the copier in the other
 * thread sees that somebody wants to write, ends its transaction at the next row, and goes on afterwards.
 */
export class Turn {
  /** To be handed to the other thread. */
  readonly shared: SharedArrayBuffer;
  readonly #cells: Int32Array;

  constructor(shared: SharedArrayBuffer = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT)) {
    this.shared = shared;
    this.#cells = new Int32Array(shared);
  }

  /** Runs a transaction that does not wait longer than the copier needs for its current row and its commit. */
  first<T>(work: () => T): T {
    Atomics.add(this.#cells, WANTED, 1);
    try {
      this.#wait();
      return work();
    } finally {
      Atomics.sub(this.#cells, WANTED, 1);
      Atomics.notify(this.#cells, WANTED);
    }
  }

  /** Runs a transaction of the copier once nobody else wants to write. Blocks its thread meanwhile. */
  copying<T>(work: () => T): T {
    this.#take();
    try {
      return work();
    } finally {
      this.#giveBack();
    }
  }

  /** Whether somebody waits for the copier's transaction to end. Cheap enough to be asked for every row. */
  wanted(): boolean {
    return Atomics.load(this.#cells, WANTED) > 0;
  }

  /** For a copier that ended without giving its turn back. */
  release(): void {
    Atomics.store(this.#cells, HELD, 0);
    Atomics.notify(this.#cells, HELD);
  }

  /** Until no copier holds a transaction. Copiers are few, and no wait for one is longer than `PATIENCE_MS`. */
  #wait(): void {
    for (let held = this.#held(); held > 0; held = this.#held()) {
      if (Atomics.wait(this.#cells, HELD, held, PATIENCE_MS) === 'timed-out') return;
    }
  }

  #held(): number {
    return Atomics.load(this.#cells, HELD);
  }

  #giveBack(): void {
    // Somebody may have released it for us meanwhile.
    if (this.#held() > 0) Atomics.sub(this.#cells, HELD, 1);
    Atomics.notify(this.#cells, HELD);
  }

  #take(): void {
    for (;;) {
      const wanted = Atomics.load(this.#cells, WANTED);
      if (wanted > 0) {
        Atomics.wait(this.#cells, WANTED, wanted, LOOK_AGAIN_MS);
        continue;
      }
      Atomics.add(this.#cells, HELD, 1);
      // Both sides raise their own flag before they look at the other's, so they never both go ahead.
      if (!this.wanted()) return;
      this.#giveBack();
    }
  }
}
