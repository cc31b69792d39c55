import { byRank, ranksAt } from '#shared/domain/board.ts';
import type { Board, CardRow } from '#shared/ipc/board.ts';

/** What the board will look like, before the answer of the main process has come. */

export function withCard(board: Board, card: Omit<CardRow, 'rank'>): Board {
  const [rank] = ranksAt(cardsIn(board, card.columnId), { above: null }, 1);
  return counted({ ...board, cards: [{ ...card, rank: rank as string }, ...board.cards] }, card.columnId, 1);
}

export function withoutCards(board: Board, ids: ReadonlySet<string>): Board {
  let next: Board = { ...board, cards: board.cards.filter((card) => !ids.has(card.id)) };
  for (const card of board.cards) if (ids.has(card.id)) next = counted(next, card.columnId, -1);
  return next;
}

export function withChanges(board: Board, ids: ReadonlySet<string>, changes: Partial<CardRow>): Board {
  return { ...board, cards: board.cards.map((card) => (ids.has(card.id) ? { ...card, ...changes } : card)) };
}

/** `now` in UTC milliseconds, for what waiting and done columns say about a card. */
export function withMoved(
  board: Board,
  ids: readonly string[],
  columnId: string,
  place: { readonly above: string | null; readonly below?: string | null },
  now: number,
): Board {
  const target = board.columns.find((column) => column.id === columnId);
  const moved = ids.flatMap((id) => board.cards.find((card) => card.id === id) ?? []);
  if (!target || moved.length === 0) return board;
  const set = new Set(ids);
  const ranks = ranksAt(
    cardsIn(board, columnId).filter((card) => !set.has(card.id)),
    place,
    moved.length,
  );
  const placed = moved.map((card, index) => ({
    ...card,
    columnId,
    rank: ranks[index] as string,
    completedAt: target.kind === 'done' ? (card.completedAt ?? now) : null,
    waitingSince: target.kind === 'waiting' ? (card.waitingSince ?? now) : null,
  }));
  const rest = withoutCards(board, set);
  const next = { ...rest, cards: target.folded ? rest.cards : [...rest.cards, ...placed] };
  return counted(next, columnId, placed.length);
}

/** A column's cards in order. */
export function cardsIn(board: Board, columnId: string): CardRow[] {
  return board.cards.filter((card) => card.columnId === columnId).sort(byRank);
}

function counted(board: Board, columnId: string, by: number): Board {
  const columns = board.columns.map((column) =>
    column.id === columnId ? { ...column, count: column.count + by } : column,
  );
  return { ...board, columns };
}
