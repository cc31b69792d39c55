import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Direction, type Lane, moveTarget } from '#renderer/features/tasks/board/navigation.ts';
import { cardsIn, withMoved } from '#renderer/features/tasks/board/optimistic.ts';
import type { Board } from '#shared/ipc/board.ts';
import { runs } from '#test/support/runs.ts';
import { TestTasks } from '#test/support/tasks.ts';

const lanesOf = (board: Board): Lane[] =>
  board.columns.map((column) => ({ column, cards: cardsIn(board, column.id) }));

const shape = (board: Board) =>
  lanesOf(board).map(({ column, cards }) => ({
    name: column.name,
    count: column.count,
    cards: cards.map(({ title, rank, completedAt, waitingSince }) => [
      title,
      rank,
      completedAt,
      waitingSince,
    ]),
  }));

describe('a board that shows a move before it is stored', () => {
  it('shows exactly what will be stored, for any moves by keyboard', async () => {
    const step = fc.tuple(fc.nat(), fc.constantFrom<Direction>('up', 'down', 'left', 'right'));
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 25 }), async (steps) => {
        const app = new TestTasks();
        const { clientId, doing, done } = app.addClient();
        const empty = await app.call('board.get', { clientId });
        const view = { ...empty.view, folded: { [done]: false } };
        await app.call('board.saveView', { clientId, view });
        for (const title of ['a', 'b', 'c', 'd', 'e']) await app.call('tasks.add', { clientId, title });
        await app.call('tasks.add', { clientId, columnId: doing, title: 'f' });
        for (const [which, direction] of steps) {
          const board = await app.call('board.get', { clientId });
          const id = board.cards[which % board.cards.length]?.id ?? '';
          const target = moveTarget(lanesOf(board), id, direction);
          if (!target) continue;
          const { columnId, above, below } = target;
          const shown = withMoved(board, [id], columnId, { above, below }, app.clock.now());
          await app.call('tasks.move', { ids: [id], columnId, above, below });
          expect(shape(await app.call('board.get', { clientId }))).toEqual(shape(shown));
          app.clock.advance(1000);
        }
        app.store.close();
      }),
      { numRuns: runs(40) },
    );
  });
});
