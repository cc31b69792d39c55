import type { CardRow, ColumnRow } from '#shared/ipc/board.ts';

/** A column as it is shown: the cards that fit the filter. */
export interface Lane {
  readonly column: ColumnRow;
  readonly cards: readonly CardRow[];
}

export type Direction = 'up' | 'down' | 'left' | 'right';

export interface Spot {
  readonly lane: number;
  readonly index: number;
}

export function spotOf(lanes: readonly Lane[], id: string | null): Spot | null {
  for (const [lane, { cards }] of lanes.entries()) {
    const index = cards.findIndex((card) => card.id === id);
    if (index !== -1) return { lane, index };
  }
  return null;
}

/** The card one step away; sideways the one at the same height, past columns that show none. */
export function cardBeside(lanes: readonly Lane[], id: string, direction: Direction): string | null {
  const spot = spotOf(lanes, id);
  if (!spot) return null;
  if (direction === 'up' || direction === 'down') {
    const step = direction === 'up' ? -1 : 1;
    return lanes[spot.lane]?.cards[spot.index + step]?.id ?? null;
  }
  const step = direction === 'left' ? -1 : 1;
  for (let lane = spot.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    const cards = lanes[lane]?.cards ?? [];
    const found = cards[Math.min(spot.index, cards.length - 1)];
    if (found) return found.id;
  }
  return null;
}

export interface MoveTarget {
  readonly columnId: string;
  /** The card to follow; null for the head. */
  readonly above: string | null;
  readonly below: string | null;
}

/** Where a card goes by one step of the keyboard; null at an edge. Sideways it keeps its height; folded columns take it at the head. */
export function moveTarget(lanes: readonly Lane[], id: string, direction: Direction): MoveTarget | null {
  const spot = spotOf(lanes, id);
  if (!spot) return null;
  const at = (lane: number, slot: number): MoveTarget | null => {
    const target = lanes[lane];
    if (!target) return null;
    const others = target.cards.filter((card) => card.id !== id);
    const above = others[Math.min(slot, others.length) - 1]?.id ?? null;
    const below = others[Math.min(slot, others.length)]?.id ?? null;
    return { columnId: target.column.id, above, below };
  };
  if (direction === 'left') return at(spot.lane - 1, spot.index);
  if (direction === 'right') return at(spot.lane + 1, spot.index);
  const slot = spot.index + (direction === 'up' ? -1 : 1);
  const length = lanes[spot.lane]?.cards.length ?? 0;
  return slot < 0 || slot >= length ? null : at(spot.lane, slot);
}

/** Ids from one card to another within a column, or just the second when they stand apart. */
export function rangeBetween(lanes: readonly Lane[], from: string | null, to: string): readonly string[] {
  const start = spotOf(lanes, from);
  const end = spotOf(lanes, to);
  if (!start || !end || start.lane !== end.lane) return [to];
  const [low, high] = [Math.min(start.index, end.index), Math.max(start.index, end.index)];
  return (lanes[end.lane]?.cards ?? []).slice(low, high + 1).map((card) => card.id);
}
