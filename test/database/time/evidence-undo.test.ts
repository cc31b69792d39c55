import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { addClients, fjord, northwind, openTime } from '#test/support/time.ts';

let time: ReturnType<typeof openTime>;

beforeEach(() => {
  time = openTime();
  addClients(time.store);
  time.pulse.start();
});
afterEach(() => time.store.close());

const pass = (milliseconds: number) => time.clockwork.pass(milliseconds);
const undo = () => time.around(() => time.store.undo());
const impossible = expect.objectContaining({ code: 'conflict', details: { reason: 'undo.impossible' } });
const rows = () =>
  time.store.sql.prepare('SELECT started_at, ended_at FROM time_entries ORDER BY started_at').all();
const sleep = (milliseconds: number) => {
  time.clock.sleep(milliseconds);
  time.power.resume();
};

describe('undo and what the app recorded', () => {
  it('cannot take back a start that a gap came after', () => {
    time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    sleep(HOUR);
    const before = rows();
    expect(undo).toThrow(impossible);
    expect(rows()).toEqual(before);
  });

  it('sees the gap that nobody has noticed yet before it takes a start back', () => {
    time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    time.clock.sleep(HOUR);
    expect(undo).toThrow(impossible);
    expect(rows()).toHaveLength(2);
  });

  it('loses nothing of the entry before a switch that can no longer be taken back', () => {
    time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    time.timer.start({ clientId: fjord }, 'timerSwitched');
    pass(10 * MINUTE);
    sleep(HOUR);
    const before = rows();
    expect(undo).toThrow(impossible);
    expect(undo).toThrow(impossible);
    expect(rows()).toEqual(before);
  });

  it('still takes back what has nothing to do with it', async () => {
    const entry = time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    time.timer.stop();
    await time.handlers['time.change']({ id: entry.id, note: 'first' });
    time.timer.start({ clientId: fjord });
    pass(MINUTE);
    sleep(HOUR);
    expect(undo).toThrow(impossible);
    expect(undo()?.key).toBe('undo.entryChanged');
    // What was stopped cannot run again beside what runs now.
    expect(undo).toThrow(impossible);
  });

  it('asks about the pause when a stop is taken back after it', () => {
    time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    const stopped = time.timer.stop();
    pass(5 * HOUR);
    undo();
    expect(time.timer.running()?.startedAt).toBe(time.clock.now());
    expect(time.days.today().review).toMatchObject({ count: 1, total: 5 * HOUR });
    expect(time.days.day('2026-11-25', null).gaps).toMatchObject([
      { cause: 'stopped', startedAt: stopped?.endedAt, endedAt: time.clock.now() },
    ]);
  });

  it('takes a stop back as if nothing had been, when that was a moment ago', () => {
    const entry = time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    time.timer.stop();
    pass(20_000);
    undo();
    expect(time.timer.running()).toMatchObject({ id: entry.id, startedAt: entry.startedAt });
    expect(time.days.today().review.count).toBe(0);
  });

  it('brings a deleted running entry back with all its time', async () => {
    const entry = time.timer.start({ clientId: northwind });
    pass(2 * HOUR);
    await time.handlers['time.delete']({ ids: [entry.id] });
    pass(5_000);
    undo();
    expect(time.timer.running()).toMatchObject({ id: entry.id, startedAt: entry.startedAt });
    expect(time.days.today().review.count).toBe(0);
  });

  it('opens a gap again when its answer is taken back, with the running piece as it was', async () => {
    time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    sleep(HOUR);
    const before = rows();
    const [gap] = await time.handlers['time.gaps'](undefined);
    await time.handlers['time.answerGap']({ id: gap?.id ?? '', answer: 'keep' });
    expect(rows()).toHaveLength(1);
    pass(30_000);
    undo();
    expect(rows()).toEqual(before);
    expect(time.days.today().review.count).toBe(1);
    pass(10 * MINUTE);
    expect(time.days.today().review.count).toBe(1);
  });
});
