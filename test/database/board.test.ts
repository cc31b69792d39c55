import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestTasks } from '#test/support/tasks.ts';

let app: TestTasks;
beforeEach(() => {
  app = new TestTasks();
});
afterEach(() => app.store.close());

const names = async (clientId: string) =>
  (await app.call('board.get', { clientId })).columns.map((column) => column.name);

describe('a board', () => {
  it('comes in one answer with what its cards show', async () => {
    const { clientId, waiting, done } = app.addClient();
    const { id } = await app.call('tasks.add', {
      clientId,
      columnId: waiting,
      title: 'x',
      waitingOn: 'A sample',
    });
    const { id: item } = await app.call('tasks.addItem', { taskId: id, text: 'one' });
    await app.call('tasks.addItem', { taskId: id, text: 'two' });
    await app.call('tasks.changeItem', { id: item, done: true });
    await app.call('tasks.addLink', { taskId: id, url: 'example.com', title: '' });
    app.addEntry(clientId, id, 1_000, 61_500);
    app.addEntry(clientId, id, 100_000, 130_000);
    app.addEntry(clientId, id, 500_000, null);
    await app.call('tasks.add', { clientId, columnId: done, title: 'finished' });
    const board = await app.call('board.get', { clientId });
    expect(board.columns.map((column) => [column.name, column.count, column.folded])).toEqual([
      ['todo', 0, false],
      ['doing', 0, false],
      ['waiting', 1, false],
      ['done', 1, true],
    ]);
    expect(board.cards).toEqual([
      expect.objectContaining({
        id,
        trackedSeconds: 90,
        runningSince: 500_000,
        checklistDone: 1,
        checklistTotal: 2,
        links: 1,
        waitingOn: 'A sample',
        waitingSince: app.clock.now(),
      }),
    ]);
  });

  it('keeps how it is looked at, for each client', async () => {
    const one = app.addClient();
    const other = app.addClient('Other');
    await app.call('tasks.add', { clientId: one.clientId, columnId: one.done, title: 'finished' });
    const { view } = await app.call('board.get', { clientId: one.clientId });
    const changed = { ...view, text: 'fin', categories: ['key' as const], folded: { [one.done]: false } };
    await app.call('board.saveView', { clientId: one.clientId, view: changed });
    const board = await app.call('board.get', { clientId: one.clientId });
    expect(board.view).toEqual(changed);
    expect(board.cards.map((card) => card.title)).toEqual(['finished']);
    expect((await app.call('board.get', { clientId: other.clientId })).view).toEqual(view);
    expect(app.store.undoState().undo?.key).toBe('undo.taskAdded');
    await expect(app.call('board.get', { clientId: app.ids.next() })).rejects.toMatchObject({
      code: 'not_found',
    });
  });

  it('gets columns, changes their order, name and limit, all undoable', async () => {
    const { clientId, todo, done } = app.addClient();
    const before = app.everything();
    const { id } = await app.call('board.addColumn', { clientId, name: 'Review', kind: 'review' });
    expect(await names(clientId)).toEqual(['todo', 'doing', 'waiting', 'Review', 'done']);
    await app.call('board.addColumn', { clientId, name: 'Invoiced', kind: 'done' });
    await app.call('board.moveColumn', { id, above: todo });
    await app.call('board.changeColumn', { id, name: 'Check', limit: 3 });
    await app.call('board.changeColumn', { id: done, limit: null });
    expect(await names(clientId)).toEqual(['todo', 'Check', 'doing', 'waiting', 'done', 'Invoiced']);
    expect((await app.call('board.get', { clientId })).columns[1]).toMatchObject({
      limit: 3,
      kind: 'review',
    });
    await expect(app.call('board.changeColumn', { id, limit: 0 })).rejects.toMatchObject({
      details: { fields: { limit: 'field.limit' } },
    });
    for (let steps = 0; steps < 4; steps++) app.store.undo();
    expect(app.everything()).toEqual(before);
  });

  it('keeps a column for done and one for open work', async () => {
    const { clientId, todo, doing, waiting, done } = app.addClient();
    const reason = (text: string) => ({ code: 'conflict', details: { reason: text } });
    await expect(app.call('board.deleteColumn', { id: done })).rejects.toMatchObject(
      reason('board.needsDone'),
    );
    await expect(app.call('board.changeColumn', { id: done, kind: 'todo' })).rejects.toMatchObject(
      reason('board.needsDone'),
    );
    await app.call('board.deleteColumn', { id: todo });
    await app.call('board.deleteColumn', { id: doing });
    await expect(app.call('board.deleteColumn', { id: waiting })).rejects.toMatchObject(
      reason('board.needsOpen'),
    );
    expect(await names(clientId)).toEqual(['waiting', 'done']);
  });

  it('moves the cards of a column that goes, and refuses to lose them', async () => {
    const { clientId, todo, doing, done } = app.addClient();
    for (const title of ['b', 'a']) await app.call('tasks.add', { clientId, columnId: doing, title });
    await app.call('tasks.add', { clientId, title: 'first' });
    const before = app.everything();
    await expect(app.call('board.deleteColumn', { id: doing })).rejects.toMatchObject({
      details: { reason: 'board.columnHasCards', values: { count: 2 } },
    });
    await app.call('board.deleteColumn', { id: doing, cardsTo: todo });
    expect(await app.titles(clientId, todo)).toEqual(['first', 'a', 'b']);
    app.store.undo();
    expect(app.everything()).toEqual(before);
    await app.call('board.deleteColumn', { id: doing, cardsTo: done });
    expect(
      app.store.sql.prepare('SELECT count(*) FROM tasks WHERE completed_at IS NOT NULL').pluck().get(),
    ).toBe(2);
  });

  it('completes and reopens cards when a column becomes done or ceases to be', async () => {
    const { clientId, doing } = app.addClient();
    const { id } = await app.call('tasks.add', { clientId, columnId: doing, title: 'x' });
    await app.call('board.changeColumn', { id: doing, kind: 'done' });
    expect(await app.call('tasks.get', { id })).toMatchObject({ completedAt: app.clock.now() });
    await app.call('board.changeColumn', { id: doing, kind: 'waiting' });
    expect(await app.call('tasks.get', { id })).toMatchObject({
      completedAt: null,
      waitingSince: app.clock.now(),
    });
  });
});
