import type { ZoneTable } from './zone-table.ts';

const DAY = 86_400_000;

/**
 * Lays rows of which only the date and the length are known one after the other on their day, from the beginning of
 * the working day. A day that would run over midnight, or beyond now, begins earlier, so that its sum stays on its date;
 * one of more hours than that begins at midnight.
 */
export class DayLayer {
  readonly #table: ZoneTable;
  readonly #start: number;
  readonly #now: number;
  readonly #next = new Map<number, number>();
  readonly #sums: ReadonlyMap<number, number>;

  /** @param start of the working day, milliseconds after midnight. @param sums milliseconds by day, all rows together. */
  constructor(table: ZoneTable, start: number, sums: ReadonlyMap<number, number>, now: number) {
    this.#now = now;
    this.#table = table;
    this.#start = start;
    this.#sums = sums;
  }

  /** The instants of the next row on `day` (days since 1970). */
  lay(day: number, length: number): { readonly from: number; readonly to: number } {
    const from = this.#next.get(day) ?? this.#begin(day);
    this.#next.set(day, from + length);
    return { from, to: from + length };
  }

  #begin(day: number): number {
    const midnight = this.#at(day * DAY);
    const wanted = this.#at(day * DAY + this.#start);
    const latest = Math.min(this.#at((day + 1) * DAY), this.#now) - (this.#sums.get(day) ?? 0);
    return Math.max(midnight, Math.min(wanted, latest));
  }

  /** Where the clocks are changed at that moment, the first instant that can be meant. */
  #at(wall: number): number {
    return Math.min(...this.#table.meaning(wall).at);
  }
}
