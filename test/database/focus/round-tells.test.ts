import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/duration.ts';
import { meeting } from '#test/support/focus.ts';
import { FocusScene, other, work } from '#test/support/focus-scene.ts';
import { fjord, newsletter } from '#test/support/time.ts';

const SECOND = 1_000;
const scene = new FocusScene();
const { pass, phase, shown } = scene;

describe('what a round tells', () => {
  it('waits for the end of a meeting with a link', () => {
    scene.app.events.push(meeting(fjord, scene.clock.now() + 20 * MINUTE, scene.clock.now() + 40 * MINUTE));
    scene.app.focus.start(work);
    pass(30 * MINUTE);
    expect(phase()).toBe('done');
    expect(shown()).toEqual([]);
    pass(10 * MINUTE + SECOND);
    expect(shown()).toEqual(['focus:told.done']);
  });

  it('is not told after the meeting when it was answered in it', () => {
    scene.app.events.push(meeting(fjord, scene.clock.now() + 20 * MINUTE, scene.clock.now() + 40 * MINUTE));
    scene.app.focus.start(work);
    pass(30 * MINUTE);
    scene.app.focus.goOn();
    pass(11 * MINUTE);
    expect(shown()).toEqual([]);
  });

  it('is nothing when notifications of it are off', () => {
    scene.app.preferences.focusNotify = false;
    scene.app.focus.start(work);
    pass(26 * MINUTE);
    scene.app.focus.rest();
    pass(6 * MINUTE);
    expect(phase()).toBe('rested');
    expect(shown()).toEqual([]);
  });
});

describe('focus and hours', () => {
  it('never makes, changes or lengthens an entry but by starting and stopping the timer', () => {
    const entries = () =>
      scene.app.store.sql
        .prepare('SELECT started_at AS at, ended_at AS "end" FROM time_entries ORDER BY started_at')
        .all();
    const start = scene.clock.now();
    scene.app.focus.start(work);
    pass(26 * MINUTE);
    scene.app.focus.pause();
    scene.app.focus.goOn();
    scene.app.focus.end();
    expect(entries()).toEqual([{ at: start, end: null }]);
    scene.app.focus.start();
    pass(25 * MINUTE + 2 * SECOND);
    scene.app.focus.rest();
    pass(10 * MINUTE);
    expect(entries()).toEqual([{ at: start, end: start + 51 * MINUTE + 2 * SECOND }]);
  });

  it('lets a stop for a break be taken back', () => {
    scene.app.focus.start(work);
    pass(25 * MINUTE + 2 * SECOND);
    scene.app.focus.rest();
    pass(10 * SECOND);
    scene.app.around(() => scene.app.store.undo());
    expect(scene.app.timer.running()).toMatchObject({ taskId: newsletter });
    expect(phase()).toBe('done');
    expect(scene.app.focus.get().finishedToday).toBe(1);
    expect(scene.shown()).toEqual(['focus:told.done']);
  });

  it('comes back to the break when the stop for it is done again, as often as one likes', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.focus.rest();
    const ends = scene.round()?.endsAt;
    for (const _ of [1, 2]) {
      pass(10 * SECOND);
      scene.app.around(() => scene.app.store.undo());
      expect(phase()).toBe('work');
      pass(10 * SECOND);
      scene.app.around(() => scene.app.store.redo());
      expect(scene.app.timer.running()).toBeNull();
      expect(scene.round()).toMatchObject({ phase: 'break', endsAt: ends });
    }
    scene.app.around(() => scene.app.store.undo());
    expect(phase()).toBe('work');
    // What was worked before the stop was done again is tracked no more.
    expect(scene.credited()).toBe(10 * MINUTE);
  });

  it('comes back to the break after a finished round, which stays finished once', () => {
    scene.app.focus.start(work);
    pass(25 * MINUTE + 2 * SECOND);
    scene.app.focus.rest();
    scene.app.around(() => scene.app.store.undo());
    expect(phase()).toBe('done');
    scene.app.around(() => scene.app.store.redo());
    expect(phase()).toBe('break');
    expect(scene.app.focus.get().finishedToday).toBe(1);
  });

  it('takes a stop after the break was taken back for what it is, no break', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.focus.rest();
    scene.app.around(() => scene.app.store.undo());
    pass(MINUTE);
    scene.app.timer.stop();
    expect(phase()).toBe('work');
    scene.app.around(() => scene.app.store.undo());
    scene.app.around(() => scene.app.store.redo());
    expect(phase()).toBe('work');
  });

  it('goes on with the round that a break had cut short, and credits nothing of the time between', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.focus.rest();
    // The break is over by now.
    pass(7 * MINUTE);
    expect(phase()).toBe('rested');
    scene.app.around(() => scene.app.store.undo());
    expect(phase()).toBe('work');
    expect(scene.credited()).toBe(10 * MINUTE);
    pass(15 * MINUTE + 2 * SECOND);
    expect(phase()).toBe('done');
    expect(scene.app.focus.get().finishedToday).toBe(1);
  });

  it('begins a round where other work is started in a break, and does not go back to the old one', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.focus.rest();
    scene.app.timer.start(other);
    expect(scene.credited()).toBe(0);
    pass(MINUTE);
    scene.app.focus.rest();
    scene.app.around(() => scene.app.store.undo());
    expect(scene.credited()).toBe(MINUTE);
  });

  it('is over when the break is taken back long after', () => {
    scene.app.focus.start(work);
    pass(10 * MINUTE);
    scene.app.focus.rest();
    pass(30 * MINUTE);
    scene.clock.sleep(45 * MINUTE);
    scene.app.power.resume();
    scene.app.around(() => scene.app.store.undo());
    expect(scene.app.timer.running()).toMatchObject({ taskId: newsletter });
    expect(phase()).toBeNull();
  });
});
