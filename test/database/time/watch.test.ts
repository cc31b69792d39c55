import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { BEAT } from '#shared/domain/gap.ts';
import type { EntryView, GapView } from '#shared/ipc/time.ts';
import { addClients, fjord, newsletter, northwind, openTime } from '#test/support/time.ts';

let time: ReturnType<typeof openTime>;
let start: number;

beforeEach(() => {
  time = openTime();
  addClients(time.store);
  time.pulse.start();
  start = time.clock.now();
});
afterEach(() => time.store.close());

const SECOND = 1_000;
/** Minutes, and the beat after them: when a look comes next. */
const beatAfter = (minutes: number) => (minutes * MINUTE + BEAT) / MINUTE;
const pass = (milliseconds: number) => time.clockwork.pass(milliseconds);
const begin = () => time.timer.start({ clientId: northwind, taskId: newsletter });
const rows = () => {
  const { entries, gaps } = time.days.day('2026-11-25', null);
  const at = (instant: number | null) => (instant === null ? null : (instant - start) / MINUTE);
  return {
    entries: entries.map((entry: EntryView) => [at(entry.startedAt), at(entry.endedAt)]),
    gaps: gaps.map((gap: GapView) => [gap.cause, at(gap.startedAt), at(gap.endedAt)]),
  };
};
const sleep = (milliseconds: number, announced = true) => {
  if (announced) time.power.suspend();
  time.clock.sleep(milliseconds);
  time.power.resume();
};

describe('the watch over a running timer', () => {
  it('leaves time alone that passes under its eyes', () => {
    begin();
    pass(3 * HOUR);
    time.timer.stop();
    expect(rows()).toEqual({ entries: [[0, 180]], gaps: [] });
  });

  it('takes a sleep out of the entry and goes on with the same work', () => {
    const entry = begin();
    pass(20 * MINUTE);
    sleep(33 * MINUTE);
    expect(rows()).toEqual({
      entries: [
        [0, 20],
        [53, null],
      ],
      gaps: [['sleep', 20, 53]],
    });
    expect(time.timer.running()).toMatchObject({ clientId: northwind, taskId: newsletter });
    expect(time.days.day('2026-11-25', null).gaps[0]).toMatchObject({ entryId: entry.id, answer: null });
  });

  it('minds no sleep of a minute, and one nobody announced it minds all the same', () => {
    begin();
    pass(5 * MINUTE);
    sleep(MINUTE);
    expect(rows().gaps).toEqual([]);
    time.clock.sleep(10 * MINUTE);
    pass(30 * SECOND);
    expect(rows().gaps).toEqual([['sleep', 6, beatAfter(16)]]);
  });

  it('tells a clock set ahead from a sleep', () => {
    begin();
    pass(5 * MINUTE);
    time.clock.shift(2 * HOUR);
    pass(30 * SECOND);
    expect(rows()).toMatchObject({ gaps: [['clock_ahead', 5, beatAfter(125)]] });
  });

  it('looks before it acts: a stop right after a sleep credits none of it', () => {
    begin();
    pass(5 * MINUTE);
    time.clock.sleep(14 * HOUR);
    time.timer.stop();
    expect(rows().entries).toEqual([[0, 5]]);
    expect(time.days.today().review).toMatchObject({ count: 1, total: 14 * HOUR });
  });

  it('moves an entry that would be left empty', () => {
    const entry = begin();
    sleep(10 * MINUTE);
    expect(rows()).toEqual({ entries: [[10, null]], gaps: [['sleep', 0, 10]] });
    expect(time.timer.running()?.id).toBe(entry.id);
  });
});

describe('a clock set back', () => {
  it('never lays entries over each other: what ran in the hour shown twice is to be reviewed', () => {
    begin();
    pass(60 * MINUTE);
    time.clock.shift(-30 * MINUTE);
    pass(45 * MINUTE);
    time.timer.stop();
    expect(rows()).toEqual({
      entries: [
        [0, beatAfter(60)],
        [beatAfter(60), 75],
      ],
      // Noticed a beat later, with that time known from the monotonic clock.
      gaps: [['clock_back', beatAfter(30), beatAfter(60)]],
    });
  });

  it('goes on at once where that time is free, and runs into no entry later', () => {
    pass(30 * MINUTE);
    begin();
    pass(10 * MINUTE);
    time.clock.shift(-30 * MINUTE);
    time.timer.start({ clientId: fjord });
    pass(35 * MINUTE);
    time.timer.stop();
    expect(rows()).toEqual({
      entries: [
        [10, 30],
        [30, 40],
        [40, 45],
      ],
      gaps: [
        ['clock_back', 10, 10],
        ['clock_back', 30, 40],
      ],
    });
  });

  it('starts nothing over time that is tracked ahead of the clock', () => {
    begin();
    pass(20 * MINUTE);
    time.timer.stop();
    time.clock.shift(-10 * MINUTE);
    time.timer.start({ clientId: fjord });
    pass(4 * MINUTE);
    time.timer.stop();
    expect(rows()).toEqual({ entries: [[0, 20]], gaps: [['clock_back', 10, 14]] });
    expect(time.days.day('2026-11-25', null).gaps[0]).toMatchObject({ clientId: fjord });
  });
});
