import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { builtInWorkKinds } from '#shared/domain/work-kind.ts';
import { openServices, type TestServices } from '#test/support/services.ts';

let services: TestServices;

beforeEach(() => {
  services = openServices();
});
afterEach(() => services.close());

const list = () => services.call('workKinds.list');
const idsOf = async () => (await list()).map((kind) => kind.id);

describe('the kinds of work', () => {
  it('begin with those the app comes with, in order and without names of their own', async () => {
    expect(await idsOf()).toEqual([...builtInWorkKinds]);
    expect((await list()).every((kind) => kind.name === null && !kind.archived && kind.entries === 0)).toBe(
      true,
    );
  });

  it('take new ones at the end, and every step back', async () => {
    const { id } = await services.call('workKinds.add', { name: 'Podcast editing' });
    expect((await list()).at(-1)).toMatchObject({ id, name: 'Podcast editing' });
    await services.call('workKinds.rename', { id, name: 'Podcasts' });
    await services.call('workKinds.move', { id, above: null });
    await services.call('workKinds.archive', { id, archived: true });
    expect((await list())[0]).toMatchObject({ id, name: 'Podcasts', archived: true });
    for (let step = 0; step < 4; step++) await services.call('undo.undo');
    expect(await idsOf()).toEqual([...builtInWorkKinds]);
  });

  it('move below another and keep all others in order', async () => {
    await services.call('workKinds.move', { id: 'meetings', above: 'email' });
    const moved = await idsOf();
    expect(moved.slice(0, 4)).toEqual(['bookkeeping', 'email', 'meetings', 'scheduling']);
    expect(moved.filter((id) => id !== 'meetings')).toEqual(
      builtInWorkKinds.filter((id) => id !== 'meetings'),
    );
  });

  it('refuse a name that is taken, whatever its case and whoever gave it', async () => {
    const taken = { code: 'invalid_input', details: { fields: { name: 'workKind.taken' } } };
    await expect(services.call('workKinds.add', { name: 'EMAIL' })).rejects.toMatchObject(taken);
    await services.call('workKinds.rename', { id: 'email', name: 'Inbox' });
    await services.call('workKinds.add', { name: 'Email' });
    await expect(services.call('workKinds.rename', { id: 'travel', name: 'inbox' })).rejects.toMatchObject(
      taken,
    );
  });

  it('give a built-in kind its own name back, and need one for the others', async () => {
    await services.call('workKinds.rename', { id: 'travel', name: 'Journeys' });
    await services.call('workKinds.rename', { id: 'travel', name: '' });
    expect((await list()).find((kind) => kind.id === 'travel')?.name).toBeNull();
    const { id } = await services.call('workKinds.add', { name: 'Own' });
    await expect(services.call('workKinds.rename', { id, name: ' ' })).rejects.toMatchObject({
      details: { fields: { name: 'field.required' } },
    });
  });
});

describe('time and its kind', () => {
  it('comes from the task, is counted, filtered and kept in the history', async () => {
    const { clientId } = await services.call('clients.add', { name: 'Northwind Bakery' });
    const { id: taskId } = await services.call('tasks.add', {
      clientId,
      title: 'Fair',
      workKindId: 'travel',
    });
    const entry = await services.call('time.start', { clientId, taskId });
    services.clock.advance(60_000);
    await services.call('time.stop');
    expect(entry.workKindId).toBe('travel');
    expect((await list()).find((kind) => kind.id === 'travel')?.entries).toBe(1);
    await services.call('time.change', { id: entry.id, workKindId: 'writing' });
    const found = (workKindId: string) =>
      services.call('time.list', { filter: { clientId: null, workKindId }, offset: 0, limit: 10 });
    expect((await found('writing')).count).toBe(1);
    expect((await found('travel')).count).toBe(0);
    expect((await found('none')).count).toBe(0);
    const [change] = await services.call('time.history', { id: entry.id });
    expect([change?.before?.workKindId, change?.after?.workKindId]).toEqual(['travel', 'writing']);
    await services.call('tasks.change', { id: taskId, workKindId: null });
    const task = await services.call('tasks.get', { id: taskId });
    expect([task.workKindId, task.history[0]?.kind]).toEqual([null, 'workKind']);
  });

  it('is given to many at once and taken back in one step', async () => {
    const { clientId } = await services.call('clients.add', { name: 'Northwind Bakery' });
    const ids: string[] = [];
    for (let count = 0; count < 3; count++) {
      ids.push((await services.call('time.start', { clientId, note: `Call ${count}` })).id);
      services.clock.advance(60_000);
      await services.call('time.stop');
    }
    const answer = await services.call('time.assign', { ids, category: 'key', workKindId: 'meetings' });
    expect(answer).toEqual({ changed: 3, locked: 0 });
    const rows = async () =>
      (await services.call('time.list', { filter: { clientId }, offset: 0, limit: 10 })).rows;
    expect((await rows()).every((row) => row.category === 'key' && row.workKindId === 'meetings')).toBe(true);
    await services.call('undo.undo');
    expect((await rows()).every((row) => row.category === null && row.workKindId === null)).toBe(true);
    await expect(services.call('time.assign', { ids, workKindId: 'gone' })).rejects.toMatchObject({
      details: { fields: { workKindId: 'workKind.unknown' } },
    });
    expect(await services.call('time.ids', { filter: { clientId } })).toEqual([...ids].reverse());
  });
});
