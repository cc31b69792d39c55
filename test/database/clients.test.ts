import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openServices, type TestServices } from '#test/support/services.ts';

let services: TestServices;
beforeEach(() => {
  services = openServices();
});
afterEach(() => services.close());

const add = async (name: string) => (await services.call('clients.add', { name })).clientId;
const tables = [
  'clients',
  'contacts',
  'channels',
  'board_columns',
  'tasks',
  'checklist_items',
  'time_entries',
];
const everything = () =>
  tables.map((table) => services.store.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all());

function addTask(
  clientId: string,
  id: string,
  due: { date?: string; at?: string; done?: boolean } = {},
): void {
  const column = services.store.sql
    .prepare('SELECT id FROM board_columns WHERE client_id = ? ORDER BY rank')
    .pluck()
    .get(clientId);
  const at = due.at ? Date.parse(due.at) : null;
  services.store.sql
    .prepare(
      `INSERT INTO tasks (id, client_id, column_id, rank, title, due_date, due_time, due_zone, due_at, completed_at, created_at, updated_at)
       VALUES (?, ?, ?, 'a0', 'T', ?, ?, ?, ?, ?, 1, 1)`,
    )
    .run(id, clientId, column, due.date ?? null, at && '09:00', at && 'UTC', at, due.done ? 1 : null);
}

function addTime(clientId: string, minutes: number | null, taskId: string | null = null): void {
  services.store.sql
    .prepare(
      `INSERT INTO time_entries (id, client_id, task_id, started_at, ended_at, zone, source, created_at, updated_at)
       VALUES (?, ?, ?, 0, ?, 'UTC', 'timer', 1, 1)`,
    )
    .run(`${clientId}-${minutes}-${taskId}`, clientId, taskId, minutes && minutes * 60_000);
}

describe('adding a client', () => {
  it('proposes everything but the name and makes a board in the chosen language', async () => {
    await services.call('settings.change', { language: 'de' });
    const clientId = await add('Northwind Bakery');
    expect(await services.call('clients.get', { clientId })).toMatchObject({
      name: 'Northwind Bakery',
      code: 'NB',
      color: 1,
      zone: 'Europe/Tallinn',
      language: 'de',
      state: 'active',
      archivedAt: null,
    });
    const columns = services.store.sql
      .prepare('SELECT name, kind FROM board_columns WHERE client_id = ? ORDER BY rank')
      .raw()
      .all(clientId);
    expect(columns).toEqual([
      ['Zu erledigen', 'todo'],
      ['In Arbeit', 'doing'],
      ['Wartet auf Kunden', 'waiting'],
      ['Prüfung', 'review'],
      ['Erledigt', 'done'],
    ]);
    const second = await add('New Brew');
    expect(await services.call('clients.get', { clientId: second })).toMatchObject({ code: 'NE', color: 2 });
  });

  it('is undone and redone as one step', async () => {
    await add('Fjord & Co');
    const after = everything();
    expect(await services.call('undo.undo')).toEqual({
      key: 'undo.clientAdded',
      values: { name: 'Fjord & Co' },
    });
    expect(everything().flat()).toEqual([]);
    await services.call('undo.redo');
    expect(everything()).toEqual(after);
  });
});

describe('changing a client', () => {
  it('keeps the ids and order of contacts that stay', async () => {
    const clientId = await add('A');
    const person = (name: string) => ({ name, role: '', email: '', phone: '' });
    await services.call('clients.change', { clientId, contacts: [person('Ada'), person('Bo')] });
    const [ada, bo] = (await services.call('clients.get', { clientId })).contacts;
    if (!ada || !bo) throw new Error('contacts were not stored');
    const { id: adaId } = ada;
    await services.call('clients.change', {
      clientId,
      contacts: [person('Cy'), { ...bo, email: 'bo@example.com' }, { ...ada }],
    });
    const contacts = (await services.call('clients.get', { clientId })).contacts;
    expect(contacts.map((c) => c.name)).toEqual(['Cy', 'Bo', 'Ada']);
    expect(contacts[1]).toEqual({ ...bo, email: 'bo@example.com' });
    expect(contacts[2]?.id).toBe(adaId);
    await services.call('undo.undo');
    expect((await services.call('clients.get', { clientId })).contacts).toEqual([ada, bo]);
  });

  it("never takes over another client's contact", async () => {
    const first = await add('A');
    const second = await add('B');
    await services.call('clients.change', {
      clientId: first,
      contacts: [{ name: 'Ada', role: '', email: '', phone: '' }],
    });
    const [ada] = (await services.call('clients.get', { clientId: first })).contacts;
    if (!ada) throw new Error('contact was not stored');
    await services.call('clients.change', { clientId: second, contacts: [{ ...ada, name: 'Eve' }] });
    expect((await services.call('clients.get', { clientId: first })).contacts).toEqual([ada]);
    expect((await services.call('clients.get', { clientId: second })).contacts[0]?.name).toBe('Eve');
  });

  it('sets and clears channels, and compares contract dates with what is stored', async () => {
    const clientId = await add('A');
    const main = { kind: 'email' as const, value: 'hello@example.com' };
    await services.call('clients.change', {
      clientId,
      channels: { main, second: { kind: 'phone', value: '1' } },
    });
    await services.call('clients.change', { clientId, channels: { main, second: null } });
    expect((await services.call('clients.get', { clientId })).channels).toEqual({ main, second: null });
    await services.call('clients.change', { clientId, contractStart: '2026-03-01' });
    await expect(
      services.call('clients.change', { clientId, contractEnd: '2026-02-28' }),
    ).rejects.toMatchObject({ details: { fields: { contractEnd: 'client.contractOrder' } } });
  });

  it('says when the client is gone', async () => {
    const clientId = await add('A');
    await services.call('clients.delete', { clientId });
    await expect(services.call('clients.change', { clientId, name: 'B' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the list', () => {
  it('sorts pinned first, then as people read names', async () => {
    for (const name of ['Zoo', 'äther', 'Client 10', 'Client 9', 'Beta']) await add(name);
    const zoo = (await services.call('clients.list')).find((client) => client.name === 'Zoo');
    await services.call('clients.pin', { clientId: zoo?.id ?? '', pinned: true });
    expect((await services.call('clients.list')).map((client) => client.name)).toEqual([
      'Zoo',
      'äther',
      'Beta',
      'Client 9',
      'Client 10',
    ]);
  });

  it("counts by the VA's day: dates by date, times by the minute", async () => {
    const clientId = await add('A');
    // Now is 12:42 on 25 November in Tallinn; the day ends at 22:00 UTC.
    addTask(clientId, 't1', { date: '2026-11-24' });
    addTask(clientId, 't2', { date: '2026-11-25' });
    addTask(clientId, 't3', { date: '2026-11-25', at: '2026-11-25T10:41:00Z' });
    addTask(clientId, 't4', { date: '2026-11-25', at: '2026-11-25T21:59:00Z' });
    addTask(clientId, 't5', { date: '2026-11-26', at: '2026-11-25T12:00:00Z' });
    addTask(clientId, 't6', { date: '2026-11-25', at: '2026-11-25T22:00:00Z' });
    addTask(clientId, 't7', { date: '2026-11-26' });
    addTask(clientId, 't8', { date: '2026-11-24', done: true });
    addTask(clientId, 't9');
    const [card] = await services.call('clients.list');
    expect(card).toMatchObject({ overdue: 2, dueToday: 3, nextDue: Date.parse('2026-11-25T12:00:00Z') });
  });
});

describe('archiving and deleting', () => {
  it('keeps everything of an archived client', async () => {
    const clientId = await add('A');
    addTask(clientId, 't1');
    const before = everything();
    await services.call('clients.archive', { clientId });
    expect((await services.call('clients.list'))[0]?.archived).toBe(true);
    services.clock.advance(0);
    await services.call('clients.restore', { clientId });
    expect(everything()).toEqual(before);
  });

  it('shows exactly what goes, takes it, and brings it back', async () => {
    const clientId = await add('A');
    const other = await add('B');
    addTask(clientId, 't1');
    addTask(clientId, 't2');
    addTask(other, 'o1');
    services.store.sql.exec(
      `INSERT INTO checklist_items (id, task_id, text, rank) VALUES ('c', 't1', 'x', 'a0')`,
    );
    addTime(clientId, 90, 't1');
    addTime(clientId, 30);
    expect(await services.call('clients.deletionPreview', { clientId })).toEqual({
      refusal: null,
      belongings: [
        { kind: 'timeEntries', count: 2, milliseconds: 120 * 60_000 },
        { kind: 'tasks', count: 2 },
        { kind: 'checklist', count: 1 },
        { kind: 'columns', count: 5 },
      ],
    });
    const before = everything();
    await services.call('clients.delete', { clientId });
    const counts = everything().map((rows) => rows.length);
    expect(counts).toEqual([1, 0, 0, 5, 1, 0, 0]);
    await services.call('undo.undo');
    expect(everything()).toEqual(before);
    await services.call('undo.redo');
    expect(everything().map((rows) => rows.length)).toEqual(counts);
  });

  it('does neither while a timer runs', async () => {
    const clientId = await add('A');
    addTime(clientId, null);
    const refusal = { reason: 'client.timerRunning' };
    expect((await services.call('clients.deletionPreview', { clientId })).refusal).toEqual(refusal);
    for (const name of ['clients.delete', 'clients.archive'] as const)
      await expect(services.call(name, { clientId })).rejects.toMatchObject({
        code: 'conflict',
        details: refusal,
      });
    expect(await services.call('clients.list')).toMatchObject([{ archived: false }]);
  });

  it('forgets at the next start what an audit kept of a deleted client', async () => {
    const clientId = await add('A');
    const audit = services.store.sql.prepare('SELECT client_id FROM time_entry_changes').pluck();
    services.store.sql.exec(
      `INSERT INTO time_entry_changes (entry_id, client_id, at) VALUES ('e', '${clientId}', 1), ('f', 'gone', 1)`,
    );
    services.app.start();
    await services.app.stop();
    expect(audit.all()).toEqual([clientId]);
  });
});

describe('settings', () => {
  it('changes only what is given', async () => {
    await services.call('settings.change', { theme: 'dark' });
    await services.call('settings.change', { language: 'de' });
    expect(await services.call('settings.get')).toMatchObject({
      theme: 'dark',
      language: 'de',
      spoken: 'de',
    });
  });
});
