import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { FocusScene, other, work } from '#test/support/focus-scene.ts';
import { newsletter, northwind } from '#test/support/time.ts';

const SECOND = 1_000;
const scene = new FocusScene();
const { back, credited, pass, phase, rest, restart, round, shown } = scene;

describe('a round', () => {
  it('is worked through after its length, never before, and is told once', () => {
    scene.app.focus.start(work);
    expect(round()).toMatchObject({
      phase: 'work',
      length: 25 * MINUTE,
      endsAt: scene.clock.now() + 25 * MINUTE,
    });
    pass(25 * MINUTE);
    expect(phase()).toBe('work');
    pass(2 * SECOND);
    expect(phase()).toBe('done');
    expect(shown()).toEqual(['focus:told.done']);
    expect(scene.app.focus.get().finishedToday).toBe(1);
    pass(20 * MINUTE);
    expect(shown()).toHaveLength(1);
    // Nothing is cut behind the person's back.
    expect(scene.app.timer.running()?.taskId).toBe(newsletter);
  });

  it('begins on what runs, and needs something that does', () => {
    expect(() => scene.app.focus.start()).toThrow(AppError);
    expect(scene.app.focus.get()).toMatchObject({ round: null, finishedToday: 0, length: 25 * MINUTE });
    const running = scene.app.timer.start(work);
    pass(10 * MINUTE);
    scene.app.focus.start();
    expect(scene.app.timer.running()?.id).toBe(running.id);
    // What ran before it does not count.
    pass(24 * MINUTE);
    expect(phase()).toBe('work');
  });

  it('takes no idle time, and none that was idle when nobody could know yet', () => {
    scene.app.focus.start(work);
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
    expect(scene.app.days.day('2026-11-25', null).gaps).toMatchObject([{ cause: 'idle' }]);
    expect(phase()).toBe('work');
    pass(MINUTE + 4 * SECOND);
    expect(phase()).toBe('done');
  });

  it('takes quiet time once somebody is back before it is idle', () => {
    scene.app.focus.start(work);
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
    scene.app.preferences.idleMinutes = 0;
    scene.app.focus.start(work);
    rest();
    pass(25 * MINUTE + 2 * SECOND);
    expect(phase()).toBe('done');
  });

  it.each([
    ['asleep', () => scene.clock.sleep(30 * MINUTE)],
    [
      'asleep, announced',
      () => {
        scene.app.power.suspend();
        scene.clock.sleep(30 * MINUTE, true);
      },
    ],
    [
      'asleep for a minute',
      () => {
        scene.app.power.suspend();
        scene.clock.sleep(MINUTE, true);
      },
    ],
    ['set ahead', () => scene.clock.shift(30 * MINUTE)],
    ['set ahead by a minute', () => scene.clock.shift(MINUTE)],
  ])('takes nothing of the time in which the computer was %s', (_how, happens) => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    happens();
    scene.app.power.resume();
    pass(15 * MINUTE - 30 * SECOND);
    expect(phase()).toBe('work');
    pass(35 * SECOND);
    expect(phase()).toBe('done');
  });

  // Found by the law with seed -1128350804.
  it('takes no idle time for a clock that is set ahead by seconds after it', () => {
    const returns = () => scene.app.power.resume();
    scene.app.preferences.idleMinutes = 2;
    scene.app.focus.start(work);
    rest();
    pass(2 * MINUTE);
    back();
    returns();
    scene.clock.sleep(SECOND);
    returns();
    pass(SECOND);
    for (const _ of [1, 2]) {
      scene.clock.shift(SECOND);
      returns();
    }
    scene.app.focus.start(work);
    expect(credited()).toBe(SECOND);
  });

  it('goes on by what passed when the clock is set back', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.clock.shift(-3 * HOUR);
    scene.app.power.resume();
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 35 * SECOND);
    expect(phase()).toBe('done');
  });

  it('gives back what the person says was not worked', () => {
    scene.app.focus.start(work);
    const running = scene.app.timer.running();
    pass(26 * MINUTE);
    expect(scene.app.focus.get().finishedToday).toBe(1);
    scene.app.timer.stopAt(running?.id ?? '', (running?.startedAt ?? 0) + 10 * MINUTE);
    expect(round()).toMatchObject({ phase: 'work', left: 15 * MINUTE });
    expect(scene.app.focus.get().finishedToday).toBe(0);
    const entry = scene.app.timer.last();
    scene.app.handlers['time.delete']({ ids: [entry?.id ?? ''] });
    expect(round()).toMatchObject({ left: 25 * MINUTE });
  });

  it('does not get a gap that is kept as work afterwards', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.clock.sleep(20 * MINUTE);
    scene.app.power.resume();
    pass(MINUTE);
    const [gap] = scene.app.handlers['time.gaps'](undefined) as readonly OpenGap[];
    scene.app.handlers['time.answerGap']({ id: gap?.id ?? '', answer: 'keep' });
    pass(30 * SECOND);
    // What ran with somebody there, of thirty minutes and a half.
    expect(credited()).toBeLessThanOrEqual(11 * MINUTE + 30 * SECOND);
    expect(phase()).toBe('work');
  });

  it('goes on across a switch to another client', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.timer.start(other, 'timerSwitched');
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 2 * SECOND);
    expect(phase()).toBe('done');
  });

  it('waits while the timer is stopped, and is over when that lasts too long', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.timer.stop();
    expect(round()).toMatchObject({ phase: 'work', endsAt: null, left: 15 * MINUTE, paused: false });
    pass(30 * MINUTE);
    scene.app.timer.start(other);
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    scene.app.timer.stop();
    pass(HOUR + MINUTE);
    expect(round()).toBeNull();
    expect(scene.app.focus.get().finishedToday).toBe(0);
    expect(shown()).toEqual([]);
  });

  it('can be stopped while the timer goes on, and continued', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.focus.pause();
    expect(round()).toMatchObject({ paused: true, endsAt: null, left: 15 * MINUTE });
    pass(30 * MINUTE);
    expect(scene.app.timer.running()).not.toBeNull();
    scene.app.focus.goOn();
    pass(14 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 2 * SECOND);
    expect(phase()).toBe('done');
  });

  it('starts the timer again when it is continued after a stop', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.timer.stop();
    pass(MINUTE);
    scene.app.focus.goOn();
    expect(scene.app.timer.running()).toMatchObject({ clientId: northwind, taskId: newsletter });
  });

  it('is over after a night with the lid closed', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.clock.sleep(9 * HOUR);
    scene.app.power.resume();
    expect(round()).toBeNull();
  });

  it.each([true, false])(
    'survives the app’s end (in good order: %s) and takes nothing of what nobody saw',
    (fine) => {
      scene.app.focus.start(work);
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
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    const before = credited() ?? 0;
    restart(60 * SECOND, false);
    expect(credited()).toBe(before);
  });
});
