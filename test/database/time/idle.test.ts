import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import type { GapView } from '#shared/ipc/time.ts';
import { addClients, fjord, northwind, openTime } from '#test/support/time.ts';

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
const pass = (milliseconds: number) => time.clockwork.pass(milliseconds);
const since = (instant: number | null) => (instant === null ? null : (instant - start) / MINUTE);
const gaps = () =>
  time.days
    .day('2026-11-25', null)
    .gaps.map((gap: GapView) => [gap.cause, since(gap.startedAt), since(gap.endedAt)]);
const entries = () =>
  time.days.day('2026-11-25', null).entries.map((entry) => [since(entry.startedAt), since(entry.endedAt)]);

/** Keyboard and mouse rest from now on, until `wake`. */
function rest(): void {
  const from = time.clock.uptime();
  time.power.idle = () => (time.clock.uptime() - from) / SECOND;
}
function wake(): void {
  time.power.idle = 0;
}
const meeting = (from: number, to: number, more = {}) => ({
  key: `meeting-${from}`,
  eventId: 'meeting',
  clientId: northwind,
  title: 'Call',
  allDay: false,
  start: start + from * MINUTE,
  end: start + to * MINUTE,
  meetingUrl: 'https://meet.example/abc',
  ...more,
});

describe('idle time', () => {
  it('is a gap from the last input to the return, noticed within seconds', () => {
    time.timer.start({ clientId: northwind });
    pass(20 * MINUTE);
    rest();
    pass(33 * MINUTE);
    expect(gaps()).toEqual([]);
    wake();
    pass(2 * SECOND);
    expect(gaps()).toEqual([['idle', 20, 53 + 2 / 60]]);
    expect(entries()).toEqual([
      [0, 20],
      [53 + 2 / 60, null],
    ]);
  });

  it('is none below the limit, exactly one at it, and none when it is switched off', () => {
    time.timer.start({ clientId: northwind });
    pass(MINUTE);
    rest();
    pass(10 * MINUTE - SECOND);
    wake();
    pass(MINUTE);
    expect(gaps()).toEqual([]);
    rest();
    pass(10 * MINUTE);
    wake();
    pass(2 * SECOND);
    expect(gaps()).toHaveLength(1);
    time.preferences.idleMinutes = 0;
    rest();
    pass(HOUR);
    wake();
    pass(MINUTE);
    expect(gaps()).toHaveLength(1);
  });

  it('touches nothing that was stopped before', () => {
    time.timer.start({ clientId: northwind });
    pass(5 * MINUTE);
    rest();
    pass(4 * MINUTE);
    const stopped = time.timer.stop();
    pass(30 * MINUTE);
    time.timer.start({ clientId: fjord });
    wake();
    pass(MINUTE);
    expect(gaps()).toEqual([]);
    expect(entries()).toEqual([
      [0, 9],
      [39, null],
    ]);
    expect(stopped?.clientId).toBe(northwind);
  });

  it('is settled before a stop, whose own entry ends at the last input', () => {
    time.timer.start({ clientId: northwind });
    pass(5 * MINUTE);
    rest();
    pass(25 * MINUTE);
    time.timer.stop();
    expect(entries()).toEqual([[0, 5]]);
    expect(gaps()).toEqual([['idle', 5, 30]]);
  });

  it('asks nothing while a meeting of the same client goes on', () => {
    time.events.push(meeting(2, 32));
    time.timer.start({ clientId: northwind });
    pass(2 * MINUTE);
    rest();
    pass(35 * MINUTE);
    wake();
    pass(MINUTE);
    expect(gaps()).toEqual([]);
  });

  it.each([
    ['of another client', { clientId: fjord }],
    ['without a link to it', { meetingUrl: null }],
    ['that lasts all day', { allDay: true }],
  ])('asks during an event %s', (_which, more) => {
    time.events.push(meeting(2, 32, more));
    time.timer.start({ clientId: northwind });
    pass(2 * MINUTE);
    rest();
    pass(35 * MINUTE);
    wake();
    pass(2 * SECOND);
    expect(gaps()).toEqual([['idle', 2, 37 + 2 / 60]]);
  });

  it('begins after the meeting when the person stays away longer than the limit', () => {
    time.events.push(meeting(0, 30));
    time.timer.start({ clientId: northwind });
    rest();
    pass(45 * MINUTE);
    wake();
    pass(2 * SECOND);
    // A person who is away is looked for every two seconds.
    const back = since(time.days.day('2026-11-25', null).gaps[0]?.endedAt ?? 0) ?? 0;
    expect(back).toBeGreaterThan(45);
    expect(back).toBeLessThanOrEqual(45 + 2 / 60);
    expect(gaps()).toEqual([['idle', 30, back]]);
    expect(entries()).toEqual([
      [0, 30],
      [back, null],
    ]);
  });

  it('runs into a sleep, and the night is one gap until the first input', () => {
    time.timer.start({ clientId: northwind });
    pass(5 * MINUTE);
    rest();
    pass(15 * MINUTE);
    time.power.suspend();
    time.clock.sleep(2 * HOUR);
    time.power.resume();
    expect(gaps()).toEqual([['idle', 5, 140]]);
    pass(3 * MINUTE);
    time.power.suspend();
    time.clock.sleep(HOUR);
    time.power.resume();
    pass(4 * MINUTE);
    wake();
    pass(2 * SECOND);
    expect(gaps()).toEqual([['idle', 5, 207 + 2 / 60]]);
    expect(entries()).toEqual([
      [0, 5],
      [207 + 2 / 60, null],
    ]);
  });

  it('is known after a crash too', () => {
    time.timer.start({ clientId: northwind });
    pass(5 * MINUTE);
    rest();
    pass(5 * HOUR);
    const { sql } = time.store;
    expect(sql.prepare('SELECT away_since FROM timer_beat').pluck().get()).toBe(start + 5 * MINUTE);
  });
});

describe('a timer that may have been forgotten', () => {
  it('is asked about once over the set length, and the answer takes the question away', () => {
    const entry = time.timer.start({ clientId: northwind, note: 'Inbox' });
    pass(8 * HOUR - MINUTE);
    expect(time.handlers['time.stillWorking'](undefined)).toBeNull();
    pass(MINUTE);
    expect(time.handlers['time.stillWorking'](undefined)).toMatchObject({
      why: 'length',
      entry: { id: entry.id },
    });
    expect(time.notifier.shown).toHaveLength(1);
    time.notifier.press('yes');
    expect(time.handlers['time.stillWorking'](undefined)).toBeNull();
    pass(2 * HOUR);
    expect(time.notifier.shown).toHaveLength(1);
  });

  it('is asked about once past midnight of the person’s zone, and can be stopped at an earlier moment', () => {
    pass(10 * HOUR);
    const entry = time.timer.start({ clientId: northwind });
    pass(2 * HOUR);
    expect(time.handlers['time.stillWorking'](undefined)).toMatchObject({ why: 'midnight' });
    pass(4 * HOUR);
    expect(time.notifier.shown).toHaveLength(1);
    const at = start + 11 * HOUR;
    expect(() => time.timer.stopAt(entry.id, start)).toThrow(
      expect.objectContaining({ details: { fields: { at: 'time.notWithin' } } }),
    );
    expect(time.timer.stopAt(entry.id, at).endedAt).toBe(at);
    expect(time.handlers['time.stillWorking'](undefined)).toBeNull();
    time.notifier.press('stop');
    expect(time.opened).toEqual(['#/time']);
  });

  it('is asked about no more once it was asked, even by the next run of the app', () => {
    time.timer.start({ clientId: northwind });
    pass(8 * HOUR);
    expect(time.notifier.shown).toHaveLength(1);
    time.pulse.stop();
    time.pulse.start();
    pass(HOUR);
    expect(time.notifier.shown).toHaveLength(1);
    time.preferences.longTimerHours = 0;
  });
});
