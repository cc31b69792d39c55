import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { FakeClock } from '#test/support/clock.ts';
import { addClients, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

let time: ReturnType<typeof openTime>;

beforeEach(() => {
  time = openTime(undefined, new FakeClock('2026-11-25T10:42:00Z', 'Asia/Kathmandu'));
  addClients(time.store);
});
afterEach(() => time.store.close());

/** Fills `count` entries of 20 minutes, one every half hour, backwards from the first of November. */
function fill(count: number): void {
  time.store.sql
    .prepare(
      `WITH RECURSIVE n (i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < :count)
       INSERT INTO time_entries (id, client_id, task_id, note, category, started_at, ended_at, zone, source,
         created_at, updated_at)
       SELECT 'e' || i, CASE i % 2 WHEN 0 THEN :a ELSE :b END, CASE i % 4 WHEN 0 THEN :task END, 'note ' || i,
         CASE i % 3 WHEN 0 THEN 'key' END, :end - i * 1800000, :end - i * 1800000 + 1200000, 'UTC', 'timer', 1, 1
       FROM n`,
    )
    .run({ count, a: northwind, b: fjord, task: newsletter, end: Date.UTC(2026, 10, 1) });
}

const list = async (filter: object, offset = 0, limit = 100) =>
  time.handlers['time.list']({ filter: { clientId: null, ...filter }, offset, limit });

describe('the list', () => {
  it('filters by client, task, category, words and dates, and adds up what fits', async () => {
    fill(40);
    expect(await list({})).toMatchObject({ count: 40, total: 40 * 20 * MINUTE });
    expect((await list({ clientId: fjord })).count).toBe(20);
    expect((await list({ taskId: newsletter })).count).toBe(10);
    expect((await list({ category: 'key' })).count).toBe(14);
    expect((await list({ category: 'none' })).count).toBe(26);
    expect((await list({ text: 'NORTHWIND news' })).count).toBe(10);
    expect((await list({ text: '100%' })).count).toBe(0);
    const days = new Set((await list({})).rows.map((row) => dateOf(row.startedAt, 'Asia/Kathmandu')));
    let sum = 0;
    for (const date of days) sum += (await list({ fromDate: date, toDate: date })).count;
    // The one over midnight in Kathmandu (18:15 UTC) is found on both of its days.
    expect(sum).toBe(41);
  });

  it('finds on a day what began long before it', async () => {
    fill(10);
    const at = Date.UTC(2026, 9, 1);
    time.store.sql
      .prepare(
        `INSERT INTO time_entries (id, client_id, started_at, ended_at, zone, source, created_at, updated_at)
         VALUES ('long', ?, ?, ?, 'UTC', 'import', 1, 1)`,
      )
      .run(northwind, at, at + 72 * HOUR);
    const on = async (date: string) =>
      (await time.handlers['time.day']({ date, clientId: null })).entries.map((entry) => entry.id);
    expect(await on('2026-10-03')).toEqual(['long']);
    expect(await on('2026-10-05')).toEqual([]);
  });

  it('pages through fifty thousand', async () => {
    fill(50_000);
    const all = await list({}, 49_990);
    expect(all.rows).toHaveLength(10);
    expect(all.rows.at(-1)?.id).toBe('e49999');
    const own = await list({ clientId: fjord }, 0);
    expect(own.rows.length).toBeGreaterThan(0);
    expect(own.rows.every((row) => row.clientId === fjord)).toBe(true);
  });

  it('offers what was tracked lately, then clients, and tasks by their words', async () => {
    fill(4);
    const titles = async (text: string, clientId: string | null = null) =>
      (await time.handlers['time.choices']({ text, clientId })).map((row) => row.taskTitle ?? row.clientName);
    expect(await titles('')).toEqual(['December newsletter', 'Fjord & Co', 'Northwind Bakery']);
    expect(await titles('fjord board')).toEqual(['Board pack']);
    expect(await titles('', fjord)).toEqual(['Fjord & Co', 'Board pack']);
    time.store.sql.prepare('UPDATE tasks SET completed_at = 1').run();
    expect(await titles('newsletter')).toEqual([]);
  });

  it('sorts clients as the language does, and pinned ones first', async () => {
    const rename = time.store.sql.prepare('UPDATE clients SET name = ?, pinned = ? WHERE id = ?');
    rename.run('Über & Co', 0, fjord);
    rename.run('Zoe', 0, northwind);
    const names = async () =>
      (await time.handlers['time.choices']({ text: '', clientId: null })).map((row) => row.clientName);
    expect(await names()).toEqual(['Über & Co', 'Zoe']);
    rename.run('Zoe', 1, northwind);
    expect(await names()).toEqual(['Zoe', 'Über & Co']);
  });

  it('writes a CSV in which no cell is a formula', async () => {
    await time.handlers['time.add']({
      clientId: northwind,
      note: '@SUM(A1)',
      workKindId: 'email',
      start: { date: '2026-11-25', time: '09:00' },
      end: { date: '2026-11-25', time: '10:15' },
      zone: 'Asia/Kathmandu',
    });
    expect(await time.handlers['time.export']({ clientId: null })).toEqual({ count: 1 });
    const [file] = time.saved;
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file?.bytes);
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text.split('\r\n')[1]).toBe(
      `2026-11-25,09:00,2026-11-25,10:15,Asia/Kathmandu,Northwind Bakery,,'@SUM(A1),,common:workKind.email,time:csv.yes,1:15:00,1.2500`,
    );
  });
});
