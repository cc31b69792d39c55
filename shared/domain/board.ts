import { generateKeyBetween, generateNKeysBetween } from 'fractional-indexing';

export const columnKinds = ['todo', 'doing', 'waiting', 'review', 'done'] as const;
export type ColumnKind = (typeof columnKinds)[number];

/** By when cards are due that a board shows. */
export const dueFilters = ['overdue', 'today', 'week', 'none'] as const;

/** A rank strictly between two neighbours; null stands for the end on that side. Compare ranks by code unit. */
export function rankBetween(above: string | null, below: string | null): string {
  return generateKeyBetween(above, below);
}

/** `count` ranks in order, strictly between two neighbours. */
export function ranksBetween(above: string | null, below: string | null, count: number): string[] {
  return generateNKeysBetween(above, below, count);
}

/** Order of two ranked things; the id decides between equal ranks, so that every reader sees one order. */
export function byRank(
  a: { readonly rank: string; readonly id: string },
  b: { readonly rank: string; readonly id: string },
): number {
  if (a.rank !== b.rank) return a.rank < b.rank ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}

export interface Ranked {
  readonly id: string;
  readonly rank: string;
}

/**
 * The ranks for cards put together, in this order, into a column. `column` is the column in order without
 * those cards; `above` is the card they follow, or null for the head. When `above` has gone, `below` decides,
 * and without either they go to the head.
 */
export function ranksAt(
  column: readonly Ranked[],
  place: { readonly above: string | null; readonly below?: string | null },
  count: number,
): string[] {
  const upper = place.above === null ? -1 : column.findIndex((card) => card.id === place.above);
  let slot = upper + 1;
  if (upper === -1 && place.below) {
    const lower = column.findIndex((card) => card.id === place.below);
    if (lower !== -1) slot = lower;
  }
  const above = column[slot - 1]?.rank ?? null;
  const below = column.slice(slot).find((card) => above === null || card.rank > above)?.rank ?? null;
  return ranksBetween(above, below, count);
}

export type LimitState = 'within' | 'at' | 'above';

/** Whether a column holds more cards than the person meant it to; limits warn, they never refuse. */
export function limitState(count: number, limit: number | null): LimitState {
  if (limit === null || count < limit) return 'within';
  return count === limit ? 'at' : 'above';
}
