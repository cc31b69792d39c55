import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { meeting, openFocus } from '#test/support/focus.ts';
import { addClients, boardPack, fjord, newsletter, northwind } from '#test/support/time.ts';

const SECOND = 1_000;
let folder: string;
let clock: FakeClock;
let ids: CountingIds;
let app: ReturnType<typeof openFocus>;

function open(): void {
  app = openFocus(join(folder, 'focus.db'), clock, ids);
}
function begin(): void {
  app.pulse.settle();
  app.pulse.start();
  app.feature.start();
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-focus-'));
  clock = new FakeClock();
  ids = new CountingIds();
  open();
  addClients(app.store);
  begin();
});
afterEach(() => {
  app.store.close();
  rmSync(folder, { recursive: true });
});

const pass = (milliseconds: number) => app.clockwork.pass(milliseconds);
const round = () => app.focus.get().round;
const phase = () => round()?.phase ?? null;
/** Milliseconds of the round that are credited by now, with what the clock says still to come. */
const credited = () => app.focus.current()?.credited ?? null;
const shown = () => app.notifier.titles();
const work = { clientId: northwind, taskId: newsletter };
const other = { clientId: fjord, taskId: boardPack };

/** Nobody touches the computer from now on, until `back`. */
function rest(): void {
  const from = clock.uptime();
  app.power.idle = () => (clock.uptime() - from) / SECOND;
}
function back(): void {
  app.power.idle = 0;
}
/** The app ends, in good order or not, and is started again after a while. */
function restart(away: number, inGoodOrder: boolean): void {
  const { power } = app;
  app.feature.stop();
  if (inGoodOrder) app.pulse.stop();
  app.store.close();
  clock.advance(away);
  open();
  app.power.idle = power.idle;
  begin();
}

describe('a round', () => {
  it('is worked through after its length, never before, and is told once', () => {
    app.focus.start(work);
    expect(round()).toMatchObject({ phase: 'work', length: 25 * MINUTE, endsAt: clock.now() + 25 * MINUTE });
    pass(25 * MINUTE);
    expect(phase()).toBe('work');
    pass(2 * SECOND);
    expect(phase()).toBe('done');
    expect(shown()).toEqual(['focus:told.done']);
    expect(app.focus.get().finishedToday).toBe(1);
    pass(20 * MINUTE);
    expect(shown()).toHaveLength(1);
    // Nothing is cut behind the person's back.
    expect(app.timer.running()?.taskId).toBe(newsletter);
  });

  it('begins on what runs, and needs something that does', () => {
    expect(() => app.focus.start()).toThrow(AppError);
    expect(app.focus.get()).toMatchObject({ round: null, finishedToday: 0, length: 25 * MINUTE });
    const running = app.timer.start(work);
    pass(10 * MINUTE);
    app.focus.start();
    expect(app.timer.running()?.id).toBe(running.id);
    // What ran before it does not count.
    pass(24 * MINUTE);
    expect(phase()).toBe('work');
  });

  it('takes no idle time, and none that was idle when nobody could know yet', () => {
    app.focus.start(work);
    pass(20 * MINUTE);
    rest();
    // By the clock the round would be over after five of these minutes.
    pass(9 * MINUTE);
    expect(phase()).toBe('work');
    expect(shown()).toEqual([]);
    pass(24 * MINUTE);
    expect(round()).toMatchObject({ endsAt: null });
    back();
    pass(4 * MINUTE);
    expect(app.days.day('2026-11-25', null).gaps).toMatchObject([{ cause: 'idle' }]);
    expect(phase()).toBe('work');
    pass(MINUTE + 4 * SECOND);
    expect(phase()).toBe('done');
  });

  it('takes quiet time once somebody is back before it is idle', () => {
    app.focus.start(work);
    pass(20 * MINUTE);
    rest();
    pass(8 * MINUTE);
    expect(phase()).toBe('work');
    back();
    pass(3 * SECOND);
    expect(phase()).toBe('done');
    expect(shown()).toEqual(['focus:told.done']);
  });

  it('counts quiet time as the timer does where nobody is asked about it', () => {
    app.preferences.idleMinutes = 0;
    app.focus.start(work);
    rest();
    pass(25 * MINUTE + 2 * SECOND);
    expect(phase()).toBe('done');
  });

  it.each([
    ['asleep', () => clock.sleep(30 * MINUTE)],
    [
      'asleep, announced',
      () => {
        app.power.suspend();
        clock.sleep(30 * MINUTE, true);
      },
    ],
    [
      'asleep for a minute',
      () => {
        app.power.suspend();
        clock.sleep(MINUTE, true);
      },
    ],
    ['set ahead', () => clock.shift(30 * MINUTE)],
    ['set ahead by a minute', () => clock.shift(MINUTE)],
  ])('takes nothing of the time in which the computer was %s', (_how, happens) => {
    app.focus.start(work);
    pass(10 * MINUTE);
    happens();
    app.power.resume();
    pass(15 * MINUTE - 30 * SECOND);
    expect(phase()).toBe('work');
    pass(35 * SECOND);
    expect(phase()).toBe('done');
  });

  it('goes on by what passed when the clock is set back', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    clock.shift(-3 * HOUR);
    app.power.resume();
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 35 * SECOND);
    expect(phase()).toBe('done');
  });

  it('gives back what the person says was not worked', () => {
    app.focus.start(work);
    const running = app.timer.running();
    pass(26 * MINUTE);
    expect(app.focus.get().finishedToday).toBe(1);
    app.timer.stopAt(running?.id ?? '', (running?.startedAt ?? 0) + 10 * MINUTE);
    expect(round()).toMatchObject({ phase: 'work', left: 15 * MINUTE });
    expect(app.focus.get().finishedToday).toBe(0);
    const entry = app.timer.last();
    app.handlers['time.delete']({ ids: [entry?.id ?? ''] });
    expect(round()).toMatchObject({ left: 25 * MINUTE });
  });

  it('does not get a gap that is kept as work afterwards', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    clock.sleep(20 * MINUTE);
    app.power.resume();
    pass(MINUTE);
    const [gap] = app.handlers['time.gaps'](undefined) as readonly OpenGap[];
    app.handlers['time.answerGap']({ id: gap?.id ?? '', answer: 'keep' });
    pass(30 * SECOND);
    // What ran with somebody there, of thirty minutes and a half.
    expect(credited()).toBeLessThanOrEqual(11 * MINUTE + 30 * SECOND);
    expect(phase()).toBe('work');
  });

  it('goes on across a switch to another client', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    app.timer.start(other, 'timerSwitched');
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 2 * SECOND);
    expect(phase()).toBe('done');
  });

  it('waits while the timer is stopped, and is over when that lasts too long', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    app.timer.stop();
    expect(round()).toMatchObject({ phase: 'work', endsAt: null, left: 15 * MINUTE, paused: false });
    pass(30 * MINUTE);
    app.timer.start(other);
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    app.timer.stop();
    pass(HOUR + MINUTE);
    expect(round()).toBeNull();
    expect(app.focus.get().finishedToday).toBe(0);
    expect(shown()).toEqual([]);
  });

  it('can be stopped while the timer goes on, and continued', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    app.focus.pause();
    expect(round()).toMatchObject({ paused: true, endsAt: null, left: 15 * MINUTE });
    pass(30 * MINUTE);
    expect(app.timer.running()).not.toBeNull();
    app.focus.goOn();
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 2 * SECOND);
    expect(phase()).toBe('done');
  });

  it('starts the timer again when it is continued after a stop', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    app.timer.stop();
    pass(MINUTE);
    app.focus.goOn();
    expect(app.timer.running()).toMatchObject({ clientId: northwind, taskId: newsletter });
  });

  it('is over after a night with the lid closed', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    clock.sleep(9 * HOUR);
    app.power.resume();
    expect(round()).toBeNull();
  });

  it.each([true, false])(
    'survives the app’s end (in good order: %s) and takes nothing of what nobody saw',
    (fine) => {
      app.focus.start(work);
      pass(10 * MINUTE);
      restart(20 * MINUTE, fine);
      expect(round()).toMatchObject({ phase: 'work' });
      const left = round()?.left ?? 0;
      expect(left).toBeGreaterThanOrEqual(15 * MINUTE);
      expect(left).toBeLessThanOrEqual(15 * MINUTE + 31 * SECOND);
      pass(left);
      expect(phase()).toBe('work');
      pass(2 * SECOND);
      expect(phase()).toBe('done');
      restart(10 * SECOND, false);
      expect(shown()).toEqual([]);
      expect(phase()).toBe('done');
    },
  );

  it('takes nothing of the moments of a quick restart', () => {
    app.focus.start(work);
    pass(10 * MINUTE);
    const before = credited() ?? 0;
    restart(60 * SECOND, false);
    expect(credited()).toBe(before);
  });
});

describe('the end of a round', () => {
  beforeEach(() => {
    app.focus.start(work);
    pass(25 * MINUTE + 2 * SECOND);
  });

  it('leads into a break with the timer stopped, and back to the same work', () => {
    app.focus.rest();
    expect(app.timer.running()).toBeNull();
    expect(round()).toMatchObject({ phase: 'break', endsAt: clock.now() + 5 * MINUTE });
    expect(app.timer.last()).toMatchObject({ taskId: newsletter, endedAt: clock.now() });
    pass(5 * MINUTE);
    expect(phase()).toBe('rested');
    expect(shown()).toEqual(['focus:told.done', 'focus:told.rested']);
    app.notifier.press('goOn');
    expect(app.timer.running()).toMatchObject({ clientId: northwind, taskId: newsletter });
    expect(round()).toMatchObject({ phase: 'work', endsAt: clock.now() + 25 * MINUTE });
  });

  it('leads back to work that is not billable as such', () => {
    const { id } = app.timer.running() ?? { id: '' };
    app.store.write(() => app.store.sql.prepare('UPDATE time_entries SET billable = 0 WHERE id = ?').run(id));
    app.focus.rest();
    pass(5 * MINUTE);
    app.focus.goOn();
    expect(app.timer.running()).toMatchObject({ taskId: newsletter, billable: false });
  });

  it('starts the next round without a break', () => {
    const running = app.timer.running()?.id;
    app.notifier.press('goOn');
    expect(app.timer.running()?.id).toBe(running);
    pass(24 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 2 * SECOND);
    expect(app.focus.get().finishedToday).toBe(2);
  });

  it('is the end when the timer is stopped without a break', () => {
    app.timer.stop();
    expect(round()).toBeNull();
    expect(app.focus.get().finishedToday).toBe(1);
  });

  it('leaves an answer in a notification alone that came too late', () => {
    app.focus.end();
    app.notifier.press('rest');
    expect(app.timer.running()).not.toBeNull();
    expect(app.opened).toHaveLength(1);
  });

  it('ends a break by work that is started in any way', () => {
    app.focus.rest();
    pass(MINUTE);
    app.timer.start(other);
    expect(phase()).toBe('work');
    pass(4 * MINUTE);
    expect(shown()).toHaveLength(1);
  });

  it('forgets a break that nobody came back from', () => {
    app.focus.rest();
    restart(3 * HOUR, true);
    expect(round()).toBeNull();
    expect(shown()).toEqual([]);
  });

  it('ends a break at its time across a restart, and tells it', () => {
    app.focus.rest();
    restart(4 * MINUTE, false);
    expect(phase()).toBe('break');
    pass(MINUTE);
    expect(phase()).toBe('rested');
    expect(shown()).toEqual(['focus:told.rested']);
  });

  it('makes every fourth break of a day a long one', () => {
    for (let finished = 1; finished < 4; finished += 1) {
      app.focus.goOn();
      pass(25 * MINUTE + 2 * SECOND);
    }
    expect(app.focus.get()).toMatchObject({ finishedToday: 4, round: { breakLength: 15 * MINUTE } });
    app.focus.rest();
    expect(round()).toMatchObject({ length: 15 * MINUTE });
  });

  it('says when a break follows that was taken before its time, and counts no round', () => {
    app.focus.goOn();
    pass(10 * MINUTE);
    app.focus.rest();
    expect(round()).toMatchObject({ phase: 'break', length: 5 * MINUTE });
    expect(app.focus.get().finishedToday).toBe(1);
  });
});

describe('what a round tells', () => {
  it('waits for the end of a meeting with a link', () => {
    app.events.push(meeting(fjord, clock.now() + 20 * MINUTE, clock.now() + 40 * MINUTE));
    app.focus.start(work);
    pass(30 * MINUTE);
    expect(phase()).toBe('done');
    expect(shown()).toEqual([]);
    pass(10 * MINUTE + SECOND);
    expect(shown()).toEqual(['focus:told.done']);
  });

  it('is not told after the meeting when it was answered in it', () => {
    app.events.push(meeting(fjord, clock.now() + 20 * MINUTE, clock.now() + 40 * MINUTE));
    app.focus.start(work);
    pass(30 * MINUTE);
    app.focus.goOn();
    pass(11 * MINUTE);
    expect(shown()).toEqual([]);
  });

  it('is nothing when notifications of it are off', () => {
    app.preferences.focusNotify = false;
    app.focus.start(work);
    pass(26 * MINUTE);
    app.focus.rest();
    pass(6 * MINUTE);
    expect(phase()).toBe('rested');
    expect(shown()).toEqual([]);
  });
});

describe('focus and hours', () => {
  it('never makes, changes or lengthens an entry but by starting and stopping the timer', () => {
    const entries = () =>
      app.store.sql
        .prepare('SELECT started_at AS at, ended_at AS "end" FROM time_entries ORDER BY started_at')
        .all();
    const start = clock.now();
    app.focus.start(work);
    pass(26 * MINUTE);
    app.focus.pause();
    app.focus.goOn();
    app.focus.end();
    expect(entries()).toEqual([{ at: start, end: null }]);
    app.focus.start();
    pass(25 * MINUTE + 2 * SECOND);
    app.focus.rest();
    pass(10 * MINUTE);
    expect(entries()).toEqual([{ at: start, end: start + 51 * MINUTE + 2 * SECOND }]);
  });

  it('lets a stop for a break be taken back', () => {
    app.focus.start(work);
    pass(25 * MINUTE + 2 * SECOND);
    app.focus.rest();
    pass(10 * SECOND);
    app.around(() => app.store.undo());
    expect(app.timer.running()).toMatchObject({ taskId: newsletter });
    expect(phase()).toBe('work');
  });
});
