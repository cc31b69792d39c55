import type { RoundWatch, SyncPhase } from './rounds.ts';

export interface RunView {
  readonly phase: SyncPhase;
  /** Events or files seen in this phase. */
  readonly seen: number;
  /** Calendars done, and of how many; null where the total is not known. */
  readonly done: number;
  readonly total: number | null;
}

/** Told often by the pulls; tells others at most four times a second. */
export class RunProgress implements RoundWatch {
  #view: RunView = { phase: 'calendars', seen: 0, done: 0, total: null };
  #toldAt = Number.NEGATIVE_INFINITY;
  readonly #now: () => number;
  readonly #tell: () => void;

  constructor(now: () => number, tell: () => void) {
    this.#now = now;
    this.#tell = tell;
  }

  view(): RunView {
    return this.#view;
  }

  phase(phase: SyncPhase, total: number | null): void {
    this.#view = { phase, seen: 0, done: 0, total };
  }

  seen(count: number): void {
    this.#set({ ...this.#view, seen: this.#view.seen + count });
  }

  step(): void {
    this.#set({ ...this.#view, done: this.#view.done + 1 });
  }

  #set(view: RunView): void {
    const changed = view.seen !== this.#view.seen;
    this.#view = view;
    const now = this.#now();
    if (!changed || now - this.#toldAt < 250) return;
    this.#toldAt = now;
    this.#tell();
  }
}
