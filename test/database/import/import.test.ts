import { afterEach, beforeEach, describe, expect, it } from 'vitest';
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
