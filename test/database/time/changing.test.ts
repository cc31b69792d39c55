import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR } from '#shared/domain/duration.ts';
import { addEntry, openEntries, refusedAt } from '#test/support/entries.ts';
import { fjord, newsletter, northwind } from '#test/support/time.ts';

let time: ReturnType<typeof openEntries>;

beforeEach(() => {
  time = openEntries();
});
afterEach(() => time.store.close());

const call = <Name extends keyof typeof time.handlers>(name: Name) => time.handlers[name];
const add = (changes?: Parameters<typeof addEntry>[1]) => addEntry(time, changes);

describe('changing', () => {
  it('touches only what is given: the seconds of the start stay', async () => {
    time.timer.start({ clientId: northwind });
    time.pulse.start();
    time.clockwork.pass(HOUR);
    const before = time.timer.stop();
    if (!before) throw new Error('nothing stopped');
    const noted = await call('time.change')({ id: before.id, note: 'second draft' });
    expect(noted).toEqual({ ...before, note: 'second draft' });
    const ended = await call('time.change')({ id: before.id, end: { date: '2026-11-25', time: '12:00' } });
    expect(ended).toEqual({ ...noted, endedAt: Date.UTC(2026, 10, 25, 11) });
  });

  it('takes an entry off its task when it goes to another client', async () => {
    const entry = add({ taskId: newsletter });
    expect(await call('time.change')({ id: entry.id, clientId: fjord })).toMatchObject({
      clientId: fjord,
      taskId: null,
    });
    expect(() => call('time.change')({ id: entry.id, taskId: newsletter })).toThrow(
      refusedAt({ taskId: 'time.otherClient' }),
    );
  });

  it('is kept with before and after, and so is taking it back', async () => {
    const entry = add({ note: 'one' });
    await call('time.change')({ id: entry.id, note: 'two', billable: false });
    time.store.undo();
    await call('time.delete')({ ids: [entry.id] });
    time.store.undo();
    const history = await call('time.history')({ id: entry.id });
    const told = history.map(({ before, after }) => [before?.note ?? null, after?.note ?? null]);
    expect(told).toEqual([
      ['one', 'two'],
      ['two', 'one'],
      ['one', null],
      [null, 'one'],
    ]);
    expect(history[0]?.after).toEqual({
      clientId: northwind,
      taskId: null,
      note: 'two',
      category: null,
      workKindId: null,
      startedAt: entry.startedAt,
      endedAt: entry.endedAt,
      zone: 'Europe/Berlin',
      billable: false,
    });
  });

  it('keeps no history of a running entry, which is not evidence yet', async () => {
    const entry = time.timer.start({ clientId: northwind });
    await call('time.change')({ id: entry.id, note: 'draft' });
    time.timer.stop();
    expect(await call('time.history')({ id: entry.id })).toEqual([]);
  });

  it('lets no running entry start in the future', () => {
    const entry = time.timer.start({ clientId: northwind });
    expect(() => call('time.change')({ id: entry.id, start: { date: '2026-11-25', time: '11:43' } })).toThrow(
      refusedAt({ 'start.time': 'time.startsLater' }),
    );
  });

  it('lets no running entry become longer than a day by an earlier start, and a forgotten one shorter', async () => {
    const entry = time.timer.start({ clientId: northwind });
    const start = (date: string) => call('time.change')({ id: entry.id, start: { date, time: '12:42' } });
    expect(() => start('2026-11-15')).toThrow(refusedAt({ 'start.time': 'time.tooLong' }));
    time.store.sql
      .prepare('UPDATE time_entries SET started_at = started_at - ? WHERE id = ?')
      .run(240 * 3_600_000, entry.id);
    expect(await start('2026-11-20')).toMatchObject({ endedAt: null });
  });

  it('moves no end past now, and leaves one alone that a clock set back has put there', async () => {
    const entry = add();
    const change = call('time.change');
    expect(() => change({ id: entry.id, end: { date: '2026-11-25', time: '11:43' } })).toThrow(
      refusedAt({ 'end.time': 'time.endsLater' }),
    );
    time.clock.jumpTo('2026-11-25T09:10:00Z');
    const earlier = await change({ id: entry.id, start: { date: '2026-11-25', time: '08:45' } });
    expect(earlier).toEqual({ ...entry, startedAt: Date.UTC(2026, 10, 25, 7, 45) });
  });

  it('outlives its task and then says what it was', () => {
    const entry = add({ taskId: newsletter });
    time.store.act({ key: 'undo.test', values: {} }, () =>
      time.store.sql.prepare('DELETE FROM tasks WHERE id = ?').run(newsletter),
    );
    const read = () => time.store.sql.prepare('SELECT task_id, note FROM time_entries').get();
    expect(read()).toEqual({ task_id: null, note: 'December newsletter' });
    time.store.undo();
    expect(read()).toEqual({ task_id: newsletter, note: '' });
    expect(entry.taskId).toBe(newsletter);
  });
});
