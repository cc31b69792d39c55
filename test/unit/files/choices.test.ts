import { expect, it } from 'vitest';
import { choicesOf } from '#renderer/features/files/attach/choices.ts';
import type { Board } from '#shared/ipc/board.ts';

type Shown = Pick<Board, 'columns' | 'cards'>;
const column = (id: string, name: string) => ({ id, name }) as Shown['columns'][number];
const card = (id: string, columnId: string, title: string, completedAt: number | null = null) =>
  ({ id, columnId, title, completedAt }) as Shown['cards'][number];

const board: Shown = {
  columns: [column('doing', 'Doing'), column('todo', 'To do')],
  cards: [
    card('1', 'todo', 'Café menu for December'),
    card('2', 'doing', 'December newsletter'),
    card('3', 'todo', 'Newsletter archive', 1),
    card('4', 'gone', 'Lost newsletter'),
  ],
};
const ids = (text: string) => choicesOf(board, text).map(({ id }) => id);

it('offers open tasks in the order of the board, each with its column', () => {
  expect(choicesOf(board, ' ')).toEqual([
    { id: '2', title: 'December newsletter', column: 'Doing' },
    { id: '1', title: 'Café menu for December', column: 'To do' },
  ]);
});

it('wants every word, in any order, whatever its case and accents', () => {
  expect(ids('december CAFE')).toEqual(['1']);
  expect(ids('december')).toEqual(['2', '1']);
  expect(ids('archive')).toEqual([]);
});

it('ends where nobody reads on', () => {
  const cards = Array.from({ length: 80 }, (_, index) => card(`t${index}`, 'todo', `Task ${index}`));
  expect(choicesOf({ ...board, cards }, 'task')).toHaveLength(50);
});
