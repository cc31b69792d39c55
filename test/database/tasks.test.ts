import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { TestTasks } from '#test/support/tasks.ts';

let app: TestTasks;
beforeEach(() => {
  app = new TestTasks();
});
afterEach(() => app.store.close());

const kinds = async (id: string) => {
  const { history } = await app.call('tasks.get', { id });
  return history.map((row) => row.kind).reverse();
};

describe('a task', () => {
  it('is added at the head of a column with everything it was given', async () => {
    const { clientId, doing } = app.addClient();
    await app.call('tasks.add', { clientId, title: 'First' });
    const { id } = await app.call('tasks.add', {
      clientId,
      title: '  Second ',
      wanted: 'Flights',
      due: { date: '2026-11-26', time: '17:00', zone: 'Europe/London' },
      category: 'key',
      estimateMinutes: 180,
    });
    await app.call('tasks.add', { clientId, columnId: doing, title: 'Third' });
    const board = await app.call('board.get', { clientId });
    expect(board.cards.map((card) => card.title)).toEqual(['Second', 'First', 'Third']);
    expect(await app.call('tasks.get', { id })).toMatchObject({
      title: 'Second',
      wanted: 'Flights',
      due: { date: '2026-11-26', time: '17:00', zone: 'Europe/London', at: 1_795_712_400_000 },
      dueDoubled: null,
      category: 'key',
      estimateMinutes: 180,
      completedAt: null,
    });
  });

  it('keeps where the person was when it was finished, until it is reopened', async () => {
    const { clientId, done, doing } = app.addClient();
    const { id } = await app.call('tasks.add', { clientId, title: 'Flyer' });
    const zone = () => app.store.sql.prepare('SELECT completed_zone FROM tasks WHERE id = ?').pluck().get(id);
    await app.call('tasks.complete', { ids: [id] });
    expect(zone()).toBe('Europe/Tallinn');
    app.clock.moveTo('Asia/Tokyo');
    await app.call('tasks.add', { clientId, columnId: done, title: 'Above' });
    await app.call('tasks.move', { ids: [id], columnId: done, above: null });
    expect(zone()).toBe('Europe/Tallinn');
    await app.call('tasks.move', { ids: [id], columnId: doing, above: null });
    expect(zone()).toBe(null);
    await app.call('tasks.complete', { ids: [id] });
    expect(zone()).toBe('Asia/Tokyo');
  });

  it('refuses what cannot be, at its field, and stores nothing', async () => {
    const { clientId } = app.addClient();
    const other = app.addClient('Other');
    const bad = app.call('tasks.add', { clientId, title: ' ', estimateMinutes: 0 });
    await expect(bad).rejects.toMatchObject({
      code: 'invalid_input',
      details: { fields: { title: 'field.required', estimateMinutes: 'field.duration' } },
    });
    const skipped = app.call('tasks.add', {
      clientId,
      title: 'x',
      due: { date: '2026-03-29', time: '02:30', zone: 'Europe/Berlin' },
    });
    await expect(skipped).rejects.toMatchObject({
      details: { fields: { 'due.time': 'due.skipped' }, values: { next: '03:00' } },
    });
    await expect(
      app.call('tasks.add', { clientId, title: 'x', due: { date: '2026-03-29', time: '02:30' } }),
    ).rejects.toMatchObject({ details: { fields: { 'due.zone': 'field.zone' } } });
    await expect(app.call('tasks.add', { clientId, columnId: other.todo, title: 'x' })).rejects.toMatchObject(
      { code: 'conflict' },
    );
    await expect(app.call('tasks.get', { id: app.ids.next() })).rejects.toMatchObject({ code: 'not_found' });
    expect(app.store.sql.prepare('SELECT count(*) FROM tasks').pluck().get()).toBe(0);
    expect(app.store.undoState().undo).toBeNull();
  });

  it('changes only the given fields, notes what changed, and a second time nothing', async () => {
    const { clientId } = app.addClient();
    const { id } = await app.call('tasks.add', { clientId, title: 'Newsletter', wanted: 'Draft' });
    const change = { id, title: 'December newsletter', estimateMinutes: 90 };
    await app.call('tasks.change', change);
    await app.call('tasks.change', change);
    await app.call('tasks.change', { id, doneLooksLike: 'Sent' });
    await app.call('tasks.change', { id, doneLooksLike: 'Sent to all' });
    app.clock.advance(11 * 60_000);
    await app.call('tasks.change', { id, wanted: 'Final' });
    expect(await app.call('tasks.get', { id })).toMatchObject({
      title: 'December newsletter',
      wanted: 'Final',
      doneLooksLike: 'Sent to all',
      estimateMinutes: 90,
    });
    expect(await kinds(id)).toEqual(['created', 'renamed', 'estimate', 'brief', 'brief']);
  });

  it('answers which time was taken when the clocks show it twice', async () => {
    const { clientId } = app.addClient();
    const { id } = await app.call('tasks.add', { clientId, title: 'x' });
    const due = { date: '2026-10-25', time: '02:30', zone: 'Europe/Berlin' };
    expect(await app.call('tasks.change', { id, due })).toEqual({ dueDoubled: 'earlier' });
    expect(await app.call('tasks.change', { id, due: { ...due, doubled: 'later' } })).toEqual({
      dueDoubled: 'later',
    });
    expect(await app.call('tasks.get', { id })).toMatchObject({ dueDoubled: 'later' });
    expect(await app.call('tasks.change', { id, due: null })).toEqual({ dueDoubled: null });
    expect(await kinds(id)).toEqual(['created', 'due', 'due', 'due']);
  });

  it('is completed by its column and by hand, and reopened to where it was', async () => {
    const { clientId, doing, done, waiting } = app.addClient();
    const { id } = await app.call('tasks.add', { clientId, columnId: doing, title: 'x' });
    await app.call('tasks.move', { ids: [id], columnId: waiting, above: null });
    expect(await app.call('tasks.get', { id })).toMatchObject({ waitingSince: app.clock.now() });
    app.clock.advance(1000);
    await app.call('tasks.followUp', { id });
    expect(await app.call('tasks.get', { id })).toMatchObject({ waitingSince: app.clock.now() });
    await app.call('tasks.move', { ids: [id], columnId: doing, above: null });
    await app.call('tasks.complete', { ids: [id] });
    expect(await app.call('tasks.get', { id })).toMatchObject({
      columnId: done,
      completedAt: app.clock.now(),
      waitingSince: null,
    });
    await app.call('tasks.reopen', { ids: [id] });
    expect(await app.call('tasks.get', { id })).toMatchObject({ columnId: doing, completedAt: null });
    await app.call('tasks.move', { ids: [id], columnId: done, above: null });
    expect(await app.call('tasks.get', { id })).toMatchObject({ completedAt: app.clock.now() });
    expect(await kinds(id)).toEqual([
      'created',
      'moved',
      'followedUp',
      'moved',
      'completed',
      'reopened',
      'completed',
    ]);
  });

  it('is deleted with its parts while tracked time stays with its title', async () => {
    const { clientId } = app.addClient();
    const { id } = await app.call('tasks.add', { clientId, title: 'Newsletter' });
    await app.call('tasks.addItem', { taskId: id, text: 'Draft' });
    await app.call('tasks.addLink', { taskId: id, url: 'example.com', title: '' });
    const silent = app.addEntry(clientId, id, 0, 60_000);
    const noted = app.addEntry(clientId, id, 0, 60_000, 'Wrote');
    const before = app.everything();
    await app.call('tasks.delete', { ids: [id] });
    const note = app.store.sql.prepare('SELECT task_id, note FROM time_entries WHERE id = ?');
    expect(note.get(silent)).toEqual({ task_id: null, note: 'Newsletter' });
    expect(note.get(noted)).toEqual({ task_id: null, note: 'Wrote' });
    expect(app.store.sql.prepare('SELECT count(*) FROM checklist_items').pluck().get()).toBe(0);
    expect(app.store.undo()).toEqual({ key: 'undo.taskDeleted', values: { title: 'Newsletter' } });
    expect(app.everything()).toEqual(before);
  });
});

describe('many tasks', () => {
  it('move together in order, change together, and come back with one undo', async () => {
    const { clientId, todo, doing } = app.addClient();
    const ids: string[] = [];
    for (const title of ['d', 'c', 'b', 'a'])
      ids.unshift((await app.call('tasks.add', { clientId, title })).id);
    const [a, b, c, d] = ids as [string, string, string, string];
    const before = app.everything();
    await app.call('tasks.move', { ids: [d, b], columnId: todo, above: null });
    expect(await app.titles(clientId, todo)).toEqual(['d', 'b', 'a', 'c']);
    await app.call('tasks.move', { ids: [a, b], columnId: todo, above: b });
    expect(await app.titles(clientId, todo)).toEqual(['d', 'a', 'b', 'c']);
    await app.call('tasks.move', { ids: [c, a], columnId: doing, above: null });
    expect(await app.titles(clientId, doing)).toEqual(['c', 'a']);
    await app.call('tasks.changeMany', { ids, due: { date: '2026-12-01' }, category: 'useful' });
    const board = await app.call('board.get', { clientId });
    expect(board.cards.map((card) => [card.due?.date, card.category])).toEqual(
      Array(4).fill(['2026-12-01', 'useful']),
    );
    await app.call('tasks.complete', { ids });
    await app.call('tasks.delete', { ids: [a, b] });
    expect(app.store.undoState().undo).toEqual({ key: 'undo.taskDeletedMany', values: { count: 2 } });
    for (let steps = 0; steps < 6; steps++) app.store.undo();
    expect(app.everything()).toEqual(before);
  });

  it('that stand where they should stay untouched', async () => {
    const { clientId, todo } = app.addClient();
    const { id: b } = await app.call('tasks.add', { clientId, title: 'b' });
    const { id: a } = await app.call('tasks.add', { clientId, title: 'a' });
    const before = app.everything();
    const step = app.store.undoState();
    await app.call('tasks.move', { ids: [b], columnId: todo, above: a });
    await app.call('tasks.move', { ids: [a, b], columnId: todo, above: null });
    expect(app.everything()).toEqual(before);
    expect(app.store.undoState()).toEqual(step);
    await app.call('tasks.move', { ids: [b], columnId: todo, above: app.ids.next(), below: a });
    expect(await app.titles(clientId, todo)).toEqual(['b', 'a']);
  });

  it('of one client cannot enter the column of another', async () => {
    const one = app.addClient();
    const other = app.addClient('Other');
    const { id } = await app.call('tasks.add', { clientId: one.clientId, title: 'x' });
    await expect(
      app.call('tasks.move', { ids: [id], columnId: other.todo, above: null }),
    ).rejects.toMatchObject({ code: 'conflict' });
  });
});

describe('the parts of a task', () => {
  it('are added, changed, ordered and removed, each undoable', async () => {
    const { clientId } = app.addClient();
    const { id: taskId } = await app.call('tasks.add', { clientId, title: 'x' });
    const texts = async () =>
      (await app.call('tasks.get', { id: taskId })).checklist.map((item) => item.text);
    const { id: one } = await app.call('tasks.addItem', { taskId, text: 'one' });
    const { id: two } = await app.call('tasks.addItem', { taskId, text: 'two' });
    await app.call('tasks.moveItem', { id: two, above: null });
    expect(await texts()).toEqual(['two', 'one']);
    await app.call('tasks.changeItem', { id: one, text: 'uno', done: true });
    await app.call('tasks.deleteItem', { id: two });
    expect((await app.call('tasks.get', { id: taskId })).checklist).toEqual([
      { id: one, text: 'uno', done: true },
    ]);
    app.store.undo();
    app.store.undo();
    app.store.undo();
    expect(await texts()).toEqual(['one', 'two']);

    const { id: link } = await app.call('tasks.addLink', { taskId, url: 'example.com/x', title: '' });
    await app.call('tasks.changeLink', { id: link, title: 'Page' });
    expect((await app.call('tasks.get', { id: taskId })).links).toMatchObject([
      { title: 'Page', url: 'https://example.com/x', fileId: null },
    ]);
    await expect(
      app.call('tasks.addLink', { taskId, url: 'javascript:alert(1)', title: '' }),
    ).rejects.toMatchObject({ details: { fields: { url: 'link.refused' } } });
    await app.call('tasks.deleteLink', { id: link });
    expect(await kinds(taskId)).toEqual(['created', 'linkAdded', 'linkRemoved']);
    await expect(app.call('tasks.deleteLink', { id: link })).rejects.toMatchObject({ code: 'not_found' });
  });
});
