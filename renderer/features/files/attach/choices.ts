import { fold } from '#shared/domain/text-search.ts';
import type { Board } from '#shared/ipc/board.ts';

/** An open task that a file can be attached to. */
export interface Choice {
  readonly id: string;
  readonly title: string;
  readonly column: string;
}

/** More than anyone looks through; typing narrows. */
const most = 50;

/** A board's open tasks that hold every word of `text`, in the order of the board. */
export function choicesOf(board: Pick<Board, 'columns' | 'cards'>, text: string): Choice[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return board.columns
    .flatMap((column) =>
      board.cards
        .filter(({ columnId, completedAt }) => columnId === column.id && completedAt === null)
        .filter(({ title }) => words.every((word) => fold(title).includes(word)))
        .map(({ id, title }) => ({ id, title, column: column.name })),
    )
    .slice(0, most);
}
