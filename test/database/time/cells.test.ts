import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { dayBounds } from '#shared/domain/time.ts';
import type { AppError } from '#shared/ipc/errors.ts';
import type { ListView, WeekView } from '#shared/ipc/time.ts';
import { FakeClock } from '#test/support/clock.ts';
import { runs } from '#test/support/runs.ts';
import { addClients, boardPack, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

let time: ReturnType<typeof openTime>;
const today = '2026-11-25';

/** It is 15:00 on a Wednesday. */
function open(zone = 'Europe/Berlin', now = '2026-11-25T14:00:00Z') {
  time = openTime(undefined, new FakeClock(now, zone));
  addClients(time.store);
}
beforeEach(() => open());
afterEach(() => time.store.close());

function put(
  from: string,
  to: string | null,
  more: Partial<Record<'clientId' | 'taskId', string | null>> = {},
) {
  const id = time.ids.next();
  time.store.write(() =>
    time.store.sql
      .prepare(
        `INSERT INTO time_entries (id, client_id, task_id, started_at, ended_at, zone, source, created_at, updated_at)
         VALUES (?, ?, ?, ?, ?, 'Europe/Berlin', 'timer', 1, 1)`,
      )
      .run(
        id,
        more.clientId ?? northwind,
        more.taskId ?? null,
        Date.parse(`2026-11-${from}Z`),
        Date.parse(`2026-11-${to}Z`),
      ),
  );
  return id;
}
/** The timer has been running since an hour. */
function run() {
  time.clock.advance(-HOUR);
  time.timer.start({ clientId: northwind });
  time.pulse.start();
  time.clockwork.pass(HOUR);
}
/** An invoice needs more than this file is about; the lock it sets does not. */
function bill(id: string) {
  time.store.sql.exec('DROP TRIGGER IF EXISTS time_entries_billed_update');
  time.store.sql.prepare('UPDATE time_entries SET billed = 1 WHERE id = ?').run(id);
}
const set = (length: number, more: object = {}) =>
  time.handlers['time.setCell']({ clientId: northwind, date: today, length, remove: true, ...more });
const spans = () =>
  time.store.sql
    .prepare(
      `SELECT strftime('%d %H:%M', started_at / 1000, 'unixepoch') || '-' ||
         coalesce(strftime('%d %H:%M', ended_at / 1000, 'unixepoch'), '') FROM time_entries ORDER BY started_at, id`,
    )
    .pluck()
    .all();
const week = (clientId: string | null = null) =>
  time.handlers['time.week']({ date: today, clientId }) as WeekView;
const cell = (clientId = northwind) =>
  week().rows.find((row) => row.clientId === clientId)?.days[2] ?? Number.NaN;
const refused = (reason: string) =>
  expect.objectContaining({ code: 'conflict', details: expect.objectContaining({ reason }) });

describe('a larger value', () => {
  it('begins with the working day where nothing is tracked', () => {
    set(90 * MINUTE);
    expect(spans()).toEqual(['25 08:00-25 09:30']);
    expect(cell()).toBe(90 * MINUTE);
  });

  it('goes on after the last entry of the cell, around what others hold', () => {
    put('25T08:00', '25T09:00');
    put('25T09:00', '25T10:00', { clientId: fjord });
    set(2 * HOUR);
    expect(spans()).toEqual(['25 08:00-25 09:00', '25 09:00-25 10:00', '25 10:00-25 11:00']);
  });

  it('takes the task and what it says of the work', () => {
    set(HOUR, { taskId: newsletter });
    const filter = { clientId: northwind };
    const list = time.handlers['time.list']({ filter, offset: 0, limit: 1 }) as ListView;
    const [entry] = list.rows;
    expect(entry).toMatchObject({ taskId: newsletter, category: 'key', source: 'manual', billable: true });
    expect(week(northwind).rows[0]?.tasks.map(({ title, days }) => [title, days[2]])).toEqual([
      ['December newsletter', HOUR],
      [null, 0],
    ]);
  });

  it('is never ahead of now, nor over the running timer, nor over a gap that needs review', () => {
    run();
    time.store.sql
      .prepare(
        `INSERT INTO time_gaps (id, client_id, started_at, ended_at, zone, cause, noticed_at)
         VALUES ('gap', ?, ?, ?, 'Europe/Berlin', 'sleep', 1)`,
      )
      .run(fjord, Date.parse('2026-11-25T10:00Z'), Date.parse('2026-11-25T13:00Z'));
    set(3 * HOUR, { clientId: fjord });
    expect(spans()).toEqual(['25 07:00-25 10:00', '25 13:00-']);
    expect(() => set(13 * HOUR, { clientId: fjord })).toThrow(refused('time.cellFull'));
    expect(week().review[2]).toBe(3 * HOUR);
  });

  it('is refused where the day has no room, and on days to come', () => {
    put('25T00:00', '25T12:00', { clientId: fjord });
    try {
      set(5 * HOUR);
      expect.unreachable();
    } catch (error) {
      expect(error).toEqual(refused('time.cellFull'));
      expect((error as AppError).details.values).toEqual({ time: '5h', free: '2h' });
    }
    expect(() => set(HOUR, { date: '2026-11-26' })).toThrow(refused('time.cellLater'));
    expect(spans()).toHaveLength(1);
  });
});

it('offers a client’s open tasks to be typed in before they have any time', () => {
  expect(week(northwind).rows[0]?.tasks.map(({ title }) => title)).toEqual(['December newsletter', null]);
  time.store.sql.prepare('UPDATE tasks SET completed_at = 1').run();
  expect(week(northwind).rows[0]?.tasks.map(({ title }) => title)).toEqual([null]);
});

it('says where more time went', () => {
  put('25T08:00', '25T09:00');
  expect(set(90 * MINUTE)).toEqual({
    removes: 0,
    added: { from: Date.parse('2026-11-25T09:00Z'), to: Date.parse('2026-11-25T09:30Z') },
  });
});

describe('a smaller value', () => {
  it('shortens the last entries and asks before any goes', () => {
    put('25T08:00', '25T09:00');
    put('25T10:00', '25T11:00');
    expect(set(90 * MINUTE, { remove: false })).toEqual({ removes: 0 });
    expect(spans()).toEqual(['25 08:00-25 09:00', '25 10:00-25 10:30']);
    expect(set(0, { remove: false })).toEqual({ removes: 2 });
    expect(cell()).toBe(90 * MINUTE);
    expect(set(0)).toEqual({ removes: 0 });
    expect(spans()).toEqual([]);
  });

  it('touches only the day’s part of an entry over midnight', () => {
    put('24T22:00', '25T02:00');
    set(0);
    expect(spans()).toEqual(['24 22:00-24 23:00']);
    time.store.undo();
    set(30 * MINUTE, { date: '2026-11-24' });
    expect(spans()).toEqual(['24 22:00-24 22:30', '24 23:00-25 02:00']);
  });

  it('leaves what is invoiced and says the least', () => {
    bill(put('25T08:00', '25T09:00'));
    put('25T07:00', '25T08:00');
    expect(week().rows.find((row) => row.clientId === northwind)?.billed[2]).toBe(HOUR);
    set(90 * MINUTE);
    expect(spans()).toEqual(['25 07:00-25 07:30', '25 08:00-25 09:00']);
    expect(() => set(59 * MINUTE)).toThrow(refused('time.cellBilled'));
    set(HOUR);
    expect(spans()).toEqual(['25 08:00-25 09:00']);
  });

  it('leaves the running timer', () => {
    run();
    put('25T10:00', '25T11:00');
    expect(week().rows.find((row) => row.clientId === northwind)).toMatchObject({ runs: 2 });
    set(75 * MINUTE);
    expect(spans()).toEqual(['25 10:00-25 10:15', '25 13:00-']);
    expect(() => set(HOUR - MINUTE)).toThrow(refused('time.cellRuns'));
  });

  it('leaves a trace in the history, and undo brings all back', () => {
    const id = put('25T08:00', '25T10:00');
    set(HOUR);
    expect(time.handlers['time.history']({ id })).toHaveLength(1);
    set(0);
    expect(time.handlers['time.history']({ id })).toHaveLength(2);
    time.store.undo();
    time.store.undo();
    expect(spans()).toEqual(['25 08:00-25 10:00']);
  });
});

it('shows clients without time, their terms, and none that is put away', () => {
  time.store.sql.prepare('UPDATE clients SET archived_at = 1 WHERE id = ?').run(fjord);
  time.store.sql
    .prepare('INSERT INTO time_terms (id, weekly_minutes, updated_at) VALUES (?, 600, 1)')
    .run(northwind);
  expect(week().rows.map((row) => [row.clientName, row.weeklyMinutes])).toEqual([['Northwind Bakery', 600]]);
  put('25T08:00', '25T09:00', { clientId: fjord, taskId: boardPack });
  expect(week().rows.map((row) => row.clientName)).toEqual(['Fjord & Co', 'Northwind Bakery']);
});

describe.each([
  ['Asia/Kathmandu', '2026-11-25T14:00:00Z'],
  ['Australia/Lord_Howe', '2026-04-05T10:00:00Z'],
  ['America/St_Johns', '2026-03-08T20:00:00Z'],
  ['Europe/Berlin', '2026-10-25T20:00:00Z'],
  ['Pacific/Apia', '2026-11-25T14:00:00Z'],
  ['UTC', '2026-11-25T14:00:00Z'],
])('in %s at %s', (zone, now) => {
  it('a cell comes to what was typed or says why not; nothing else moves, overlaps or lies ahead', () => {
    const at = Date.parse(now);
    const steps = fc.array(
      fc.record({
        client: fc.constantFrom(northwind, fjord),
        task: fc.boolean(),
        back: fc.integer({ min: 0, max: 2 }),
        length: fc.nat(200).map((fives) => fives * 5 * MINUTE),
      }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(steps, fc.boolean(), (list, night) => {
        time.store.close();
        open(zone, now);
        const days = [0, 1, 2].map((back) => dateBack(zone, at, back));
        if (night) {
          const { from } = dayBounds(days[1] ?? '', zone);
          time.store.sql
            .prepare(
              `INSERT INTO time_entries (id, client_id, started_at, ended_at, zone, source, created_at, updated_at)
               VALUES ('night', ?, ?, ?, ?, 'timer', 1, 1)`,
            )
            .run(northwind, from - 2 * HOUR, from + 2 * HOUR, zone);
        }
        for (const { client, task, back, length } of list) {
          const date = days[back] ?? '';
          const taskId = client === northwind ? newsletter : boardPack;
          const before = sums();
          const input = { clientId: client, date, length, remove: true, ...(task ? { taskId } : {}) };
          const mine = (rows: Map<string, number>) =>
            [...rows].reduce(
              (sum, [key, value]) =>
                key.startsWith(`${client} ${date}`) && (!task || key.endsWith(taskId)) ? sum + value : sum,
              0,
            );
          try {
            time.handlers['time.setCell'](input);
            expect(mine(sums())).toBe(length);
            for (const [key, value] of sums()) {
              const own = key.startsWith(`${client} ${date}`);
              if (!own) expect(value).toBe(before.get(key) ?? 0);
            }
          } catch (error) {
            expect(['time.cellFull', 'time.cellLater']).toContain((error as AppError).details?.reason);
            expect(sums()).toEqual(before);
          }
          const rows = time.store.sql
            .prepare('SELECT started_at AS s, ended_at AS e FROM time_entries ORDER BY started_at')
            .all() as { s: number; e: number }[];
          for (const [index, row] of rows.entries()) {
            expect(row.e).toBeGreaterThan(row.s);
            expect(row.e).toBeLessThanOrEqual(at);
            expect(row.e).toBeLessThanOrEqual(rows[index + 1]?.s ?? at);
          }
        }
      }),
      { numRuns: runs(12) },
    );

    /** Milliseconds by client, day and task, of the last two weeks. */
    function sums(): Map<string, number> {
      const all = new Map<string, number>();
      for (const back of [0, 7]) {
        const view = time.handlers['time.week']({
          date: dateBack(zone, at, back),
          clientId: null,
        }) as WeekView;
        for (const row of view.rows)
          for (const task of row.tasks)
            for (const [index, length] of task.days.entries())
              if (length > 0) all.set(`${row.clientId} ${view.dates[index]} ${task.taskId}`, length);
      }
      return all;
    }
  });
});

function dateBack(zone: string, now: number, back: number): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone }).format(now - back * 24 * HOUR);
}
