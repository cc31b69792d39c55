import { useMemo } from 'react';
import { byRank } from '#shared/domain/board.ts';
import type { Board, CardRow } from '#shared/ipc/board.ts';
import { fits } from './filter.ts';
import type { Lane } from './navigation.ts';

/** The board's columns with the cards that fit its filter, in order. */
export function useLanes(board: Board, now: number, zone: string): readonly Lane[] {
  const { columns, cards, view } = board;
  return useMemo(() => {
    const byColumn = new Map<string, CardRow[]>(columns.map((column) => [column.id, []]));
    for (const card of cards) if (fits(card, view, now, zone)) byColumn.get(card.columnId)?.push(card);
    return columns.map((column) => ({
      column,
      cards: (byColumn.get(column.id) ?? []).sort(byRank),
    }));
  }, [columns, cards, view, now, zone]);
}
