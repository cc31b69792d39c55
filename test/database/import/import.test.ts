import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { manyRows } from '#test/support/import-rows.ts';
import { type ImportScene, openImportScene } from '#test/support/import-scene.ts';

let scene: ImportScene;

beforeEach(() => {
  scene = openImportScene();
});
afterEach(() => scene.end());

const toggl = [
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags',
  'Sample,s@sample.example,Fjord & Co,Website,,Texts,Yes,2026-11-02,09:00:00,2026-11-02,10:30:00,01:30:00,"a, b"',
  'Sample,s@sample.example,Fjord & Co,Website,,Texts,No,2026-11-02,11:00:00,2026-11-02,12:00:00,01:00:00,',
  'Sample,s@sample.example,,Harbour,Calls,Phone,Yes,2026-11-03,23:30:00,2026-11-04,00:15:00,00:45:00,',
  'Sample,s@sample.example,Fjord & Co,,,Broken,Yes,not a date,09:00:00,,,01:00:00,',
].join('\r\n');

const rows = () =>
  scene.store.sql
    .prepare(
      `SELECT c.name, e.note, e.started_at AS at, (e.ended_at - e.started_at) / 60000 AS minutes, e.zone, e.source, e.billable
       FROM time_entries e JOIN clients c ON c.id = e.client_id ORDER BY e.started_at`,
    )
    .all();
const count = (table: string) =>
  scene.store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get() as number;

describe('an import', () => {
  it('shows what it understood, counts in a dry run, and then takes it over', async () => {
    const found = await scene.open(toggl);
    expect(found).toMatchObject({
      encoding: 'utf-8',
      separator: ',',
      reading: { source: 'toggl', zone: 'Europe/Tallinn' },
      rows: 4,
      bad: 1,
      orderOpen: false,
      first: '2026-11-02',
      last: '2026-11-03',
    });
    expect(
      found.clients.map(({ kind, name, rows: n, projects }) => [kind, name, n, projects.length]),
    ).toEqual([
      ['client', 'Fjord & Co', 2, 1],
      ['project', 'Harbour', 1, 0],
    ]);
    await scene.call('import.check', scene.answers(found));
    expect(await scene.settled()).toMatchObject({
      phase: 'checked',
      check: { fresh: 3, there: 0, skipped: 0, bad: 1, newClients: 2, newTasks: 0 },
    });
    expect(count('time_entries')).toBe(0);
    expect(count('clients')).toBe(0);
    await scene.call('import.run');
    expect(await scene.settled()).toMatchObject({ phase: 'done', result: { entries: 3, bad: 1 } });
    expect(rows()).toEqual([
      {
        name: 'Fjord & Co',
        note: 'Website: Texts',
        at: Date.parse('2026-11-02T07:00:00Z'),
        minutes: 90,
        zone: 'Europe/Tallinn',
        source: 'import',
        billable: 1,
      },
      expect.objectContaining({ note: 'Website: Texts', minutes: 60, billable: 0 }),
      expect.objectContaining({ name: 'Harbour', note: 'Calls: Phone', minutes: 45 }),
    ]);
    expect(await scene.call('import.rows', { notice: 'bad', offset: 0, limit: 10 })).toEqual({
      count: 1,
      rows: [expect.objectContaining({ line: 5, reason: 'date' })],
    });
  });

  it('changes nothing the second time, and adds only what a longer export has more', async () => {
    await scene.importAll(toggl);
    const before = rows();
    const state = await scene.importAll(toggl);
    expect(state).toMatchObject({ phase: 'checked', check: { fresh: 0, there: 3 } });
    expect(rows()).toEqual(before);
    const more = toggl.replace('Tags\r\n', 'Tags,Amount (EUR)\r\n').replaceAll(',\r\n', ',,1.00\r\n');
    const longer = `${more}\r\nSample,s@sample.example,Harbour,,,More,Yes,2026-11-05,09:00:00,2026-11-05,09:10:00,00:10:00,`;
    expect(await scene.importAll(longer)).toMatchObject({ phase: 'done', result: { entries: 1, there: 3 } });
    expect(rows()).toHaveLength(4);
  });

  it('is taken back by Ctrl+Z with the clients that came with it, and can come again', async () => {
    await scene.importAll(toggl);
    expect((await scene.call('undo.state')).undo).toEqual({ key: 'undo.imported', values: { count: 3 } });
    await scene.call('undo.undo');
    expect([count('time_entries'), count('clients'), count('imported_rows')]).toEqual([0, 0, 0]);
    expect(await scene.call('import.list')).toEqual([
      expect.objectContaining({ entries: 3, undoneAt: expect.any(Number) }),
    ]);
    expect(await scene.importAll(toggl)).toMatchObject({ phase: 'done', result: { entries: 3 } });
  });

  it('is one link of a chain: what was changed and split since is taken back first, then it, then what was before', async () => {
    const { clientId } = await scene.call('clients.add', { name: 'Harbour' });
    const add = (note: string) =>
      scene.call('time.add', {
        ...{ clientId, note, zone: 'Europe/Tallinn' },
        start: { date: '2025-11-03', time: '09:00' },
        end: { date: '2025-11-03', time: '10:00' },
      });
    await add('Before');
    const before = rows();
    await scene.importAll(toggl);
    const imported = rows();
    const [id] = scene.store.sql
      .prepare("SELECT id FROM time_entries WHERE source = 'import' ORDER BY started_at")
      .pluck()
      .all() as [string];
    const { startedAt } = await scene.call('time.change', { id, note: 'Better words' });
    await scene.call('time.split', { id, at: startedAt + 60_000 });
    await add('After');
    const last = rows();
    for (let step = 0; step < 3; step += 1) await scene.call('undo.undo');
    expect(rows()).toEqual(imported);
    for (let step = 0; step < 3; step += 1) await scene.call('undo.redo');
    expect(rows()).toEqual(last);
    for (let step = 0; step < 4; step += 1) await scene.call('undo.undo');
    expect(rows()).toEqual(before);
    await scene.call('undo.undo');
    expect(rows()).toEqual([]);
  });

  it('is not taken back once one of its entries was changed', async () => {
    const state = await scene.importAll(toggl);
    const id = state.result?.importId as string;
    const entry = scene.store.sql.prepare('SELECT id FROM time_entries').pluck().get() as string;
    await scene.call('time.change', { id: entry, note: 'Better words' });
    expect(await scene.envelope('import.undo', { id })).toMatchObject({
      ok: false,
      code: 'conflict',
      details: { reason: 'import.changed' },
    });
    expect(count('time_entries')).toBe(3);
  });
});

describe('what happens around an import', () => {
  it('is not taken back once an entry is on an invoice', async () => {
    const state = await scene.importAll(manyRows(3));
    const [entry] = scene.store.sql.prepare('SELECT id, client_id FROM time_entries').raw().all() as [
      string,
      string,
    ][];
    scene.store.sql.exec(`
      INSERT INTO invoices (id, client_id, currency, language, issue_date, due_date, period_from, period_to, grouping,
        tax_category, tax_rate, created_at, updated_at)
      VALUES ('i', '${entry?.[1]}', 'EUR', 'en', '2026-01-01', '2026-01-15', '2025-01-01', '2025-12-31', 'one', 'none', 0, 1, 1);
      INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, unit_minor, tax_category, tax_rate)
      VALUES ('l', 'i', '${entry?.[1]}', 1, 'time', 'Sample', 0, 'none', 0);
      INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id) VALUES ('e', 'l', '${entry?.[1]}', '${entry?.[0]}');
    `);
    const id = state.result?.importId as string;
    expect(await scene.envelope('import.undo', { id })).toMatchObject({
      details: { reason: 'import.billed' },
    });
    expect(count('time_entries')).toBe(3);
  });

  it('keeps away what was deleted since, and lets it come again once its client is gone', async () => {
    await scene.importAll(manyRows(3));
    const ids = scene.store.sql.prepare('SELECT id FROM time_entries').pluck().all() as string[];
    await scene.call('time.delete', { ids: ids.slice(0, 1) });
    expect(await scene.importAll(manyRows(3))).toMatchObject({ check: { fresh: 0, there: 3 } });
    const [client] = await scene.call('clients.list');
    await scene.call('clients.delete', { clientId: client?.id as string });
    expect(count('imported_rows')).toBe(0);
    await scene.call('undo.undo');
    expect(count('imported_rows')).toBe(3);
    expect(await scene.importAll(manyRows(3))).toMatchObject({ check: { fresh: 0, there: 3 } });
  });

  it('shows what overlaps and keeps it, and leaves what is there as it is', async () => {
    const { clientId } = await scene.call('clients.add', { name: 'Harbour' });
    const moment = (time: string) => ({ date: '2025-05-05', time });
    await scene.call('time.add', {
      clientId,
      start: moment('09:00'),
      end: moment('11:00'),
      zone: 'Europe/Tallinn',
    });
    const before = rows();
    const table = [
      'Client,Description,Start date,Start time,End date,End time,Duration',
      'Harbour,Over it,2025-05-05,10:00,2025-05-05,12:00,2:00',
      'Harbour,Beside it,2025-05-05,11:00,2025-05-05,12:00,1:00',
    ].join('\n');
    const state = await scene.importAll(table);
    expect(state.check).toMatchObject({ fresh: 2, overlapping: 1 });
    expect(await scene.call('import.rows', { notice: 'overlapping', offset: 0, limit: 9 })).toMatchObject({
      count: 1,
      rows: [{ line: 2, client: 'Harbour', note: 'Over it' }],
    });
    expect(rows()).toEqual(expect.arrayContaining(before));
    expect(rows()).toHaveLength(3);
  });

  it('takes for what is here already what was tracked here from minute to minute, each once', async () => {
    const { clientId } = await scene.call('clients.add', { name: 'Harbour' });
    const moment = (time: string) => ({ date: '2025-05-05', time });
    await scene.call('time.add', {
      clientId,
      start: moment('09:00'),
      end: moment('10:20'),
      zone: 'Europe/Tallinn',
    });
    const table = [
      'Client,Description,Start date,Start time,End date,End time,Duration',
      'Harbour,Inbox,2025-05-05,09:00:12,2025-05-05,10:20:07,1:19:55',
      'Harbour,Inbox once more,2025-05-05,09:00,2025-05-05,10:20,1:20',
      'Other,Inbox,2025-05-05,09:00,2025-05-05,10:20,1:20',
      'Harbour,Longer,2025-05-05,09:00,2025-05-05,10:21,1:21',
    ].join('\n');
    expect((await scene.importAll(table)).check).toMatchObject({ fresh: 3, there: 1 });
    expect(rows()).toHaveLength(4);
    expect((await scene.importAll(table)).check).toMatchObject({ fresh: 0, there: 4 });
    expect(rows()).toHaveLength(4);
  });

  it('takes an entry of more than a day as not billable, and exact doubles as often as they are there', async () => {
    const line = 'Harbour,Twice,2025-05-05,10:00,2025-05-05,12:00,2:00';
    const table = [
      'Client,Description,Start date,Start time,End date,End time,Duration',
      'Harbour,Forgotten,2025-05-06,10:00,2025-05-09,12:00,74:00',
      line,
      line,
    ].join('\n');
    expect(await scene.importAll(table)).toMatchObject({ check: { fresh: 3, long: 1 } });
    expect(await scene.importAll(`${table}\n${line}`)).toMatchObject({ check: { fresh: 1, there: 3 } });
    const long = scene.store.sql.prepare('SELECT billable FROM time_entries WHERE note = ?').pluck();
    expect([long.get('Forgotten'), long.get('Twice')]).toEqual([0, 1]);
  });

  it('goes on below a quotation that is never closed, and names its line', async () => {
    const table = [
      'Client,Description,Start date,Start time,End date,End time,Duration',
      'Harbour,One,2025-05-05,10:00,2025-05-05,12:00,2:00',
      'Harbour,"Two,2025-05-06,10:00,2025-05-06,12:00,2:00',
      'Harbour,Three,2025-05-07,10:00,2025-05-07,12:00,2:00',
    ].join('\n');
    expect(await scene.importAll(table)).toMatchObject({ result: { entries: 2, bad: 1 } });
    expect((await scene.call('import.rows', { notice: 'bad', offset: 0, limit: 9 })).rows).toMatchObject([
      { line: 3, reason: 'quotes' },
    ]);
  });

  it('takes one person’s rows when told so, makes tasks of projects, and gives them what the task has', async () => {
    const { clientId } = await scene.call('clients.add', { name: 'Harbour' });
    const { id: taskId } = await scene.call('tasks.add', { clientId, title: 'Site', category: 'key' });
    const table = [
      'User,Client,Project,Description,Start date,Start time,End date,End time,Duration',
      'Ada,Harbour,Site,Texts,2025-05-05,10:00,2025-05-05,12:00,2:00',
      'Ada,Harbour,Shop,Photos,2025-05-06,10:00,2025-05-06,12:00,2:00',
      'Bob,Harbour,Shop,Orders,2025-05-07,10:00,2025-05-07,12:00,2:00',
    ].join('\n');
    const state = await scene.importAll(table, {
      person: 'Ada',
      projects: [
        { key: 'client:Harbour', project: 'Site', target: { to: 'task', taskId } },
        { key: 'client:Harbour', project: 'Shop', target: { to: 'newTask' } },
      ],
    });
    expect(state).toMatchObject({ check: { skipped: 1, newTasks: 1 }, result: { entries: 2 } });
    const list = await scene.call('time.list', { filter: { clientId }, offset: 0, limit: 9 });
    expect(list.rows.map(({ taskTitle, category, note }) => [taskTitle, category, note])).toEqual([
      ['Shop', null, 'Photos'],
      ['Site', 'key', 'Texts'],
    ]);
    await scene.call('undo.undo');
    const titles = scene.store.sql.prepare('SELECT title FROM tasks').pluck().all();
    expect(titles).toEqual(['Site']);
  });
});

describe('hours without a time of day', () => {
  it('lie on their day, are never doubled, and say later that their time was unknown', async () => {
    const table = [
      'Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?',
      '2025-05-05,Harbour,Site,,Texts,One,1.5,Yes,No',
      '2025-05-05,Harbour,Site,,Texts,Two,0.5,Yes,Yes',
    ].join('\n');
    expect(await scene.importAll(table)).toMatchObject({ check: { fresh: 2, untimed: 2 } });
    const { rows: listed } = await scene.call('time.list', {
      filter: { clientId: null },
      offset: 0,
      limit: 9,
    });
    expect(listed.map(({ startedAt, billable }) => [startedAt, billable])).toEqual([
      [Date.parse('2025-05-05T07:30:00Z'), false],
      [Date.parse('2025-05-05T06:00:00Z'), true],
    ]);
    expect(await scene.call('import.ofEntry', { id: listed[0]?.id as string })).toMatchObject({
      source: 'harvest',
      untimed: true,
    });
    expect(await scene.importAll(table.replaceAll('1.5', '1:30'))).toMatchObject({
      check: { fresh: 0, there: 2 },
    });
  });
});
