import { beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { FocusScene, other, work } from '#test/support/focus-scene.ts';
import { newsletter, northwind } from '#test/support/time.ts';

const SECOND = 1_000;
const scene = new FocusScene();
const { pass, phase, restart, round, shown } = scene;

describe('the end of a round', () => {
  beforeEach(() => {
    scene.app.focus.start(work);
    pass(25 * MINUTE + 2 * SECOND);
  });

  it('leads into a break with the timer stopped, and back to the same work', () => {
    scene.app.focus.rest();
    expect(scene.app.timer.running()).toBeNull();
    expect(round()).toMatchObject({ phase: 'break', endsAt: scene.clock.now() + 5 * MINUTE });
    expect(scene.app.timer.last()).toMatchObject({ taskId: newsletter, endedAt: scene.clock.now() });
    pass(5 * MINUTE);
    expect(phase()).toBe('rested');
    expect(shown()).toEqual(['focus:told.done', 'focus:told.rested']);
    scene.app.notifier.press('goOn');
    expect(scene.app.timer.running()).toMatchObject({ clientId: northwind, taskId: newsletter });
    expect(round()).toMatchObject({ phase: 'work', endsAt: scene.clock.now() + 25 * MINUTE });
  });

  it('leads back to work that is not billable as such', () => {
    const { id } = scene.app.timer.running() ?? { id: '' };
    scene.app.store.write(() =>
      scene.app.store.sql.prepare('UPDATE time_entries SET billable = 0 WHERE id = ?').run(id),
    );
    scene.app.focus.rest();
    pass(5 * MINUTE);
    scene.app.focus.goOn();
    expect(scene.app.timer.running()).toMatchObject({ taskId: newsletter, billable: false });
  });

  it('starts the next round without a break', () => {
    const running = scene.app.timer.running()?.id;
    scene.app.notifier.press('goOn');
    expect(scene.app.timer.running()?.id).toBe(running);
    pass(24 * MINUTE);
    expect(phase()).toBe('work');
    pass(MINUTE + 2 * SECOND);
    expect(scene.app.focus.get().finishedToday).toBe(2);
  });

  it('is the end when the timer is stopped without a break', () => {
    scene.app.timer.stop();
    expect(round()).toBeNull();
    expect(scene.app.focus.get().finishedToday).toBe(1);
  });

  it('leaves an answer in a notification alone that came too late', () => {
    scene.app.focus.end();
    scene.app.notifier.press('rest');
    expect(scene.app.timer.running()).not.toBeNull();
    expect(scene.app.opened).toHaveLength(1);
  });

  it('ends a break by work that is started in any way', () => {
    scene.app.focus.rest();
    pass(MINUTE);
    scene.app.timer.start(other);
    expect(phase()).toBe('work');
    pass(4 * MINUTE);
    expect(shown()).toHaveLength(1);
  });

  it('forgets a break that nobody came back from', () => {
    scene.app.focus.rest();
    restart(3 * HOUR, true);
    expect(round()).toBeNull();
    expect(shown()).toEqual([]);
  });

  it('ends a break at its time across a restart, and tells it', () => {
    scene.app.focus.rest();
    restart(4 * MINUTE, false);
    expect(phase()).toBe('break');
    pass(MINUTE);
    expect(phase()).toBe('rested');
    expect(shown()).toEqual(['focus:told.rested']);
  });

  it('makes every fourth break of a day a long one', () => {
    for (let finished = 1; finished < 4; finished += 1) {
      scene.app.focus.goOn();
      pass(25 * MINUTE + 2 * SECOND);
    }
    expect(scene.app.focus.get()).toMatchObject({ finishedToday: 4, round: { breakLength: 15 * MINUTE } });
    scene.app.focus.rest();
    expect(round()).toMatchObject({ length: 15 * MINUTE });
  });

  it('says when a break follows that was taken before its time, and counts no round', () => {
    scene.app.focus.goOn();
    pass(10 * MINUTE);
    scene.app.focus.rest();
    expect(round()).toMatchObject({ phase: 'break', length: 5 * MINUTE });
    expect(scene.app.focus.get().finishedToday).toBe(1);
  });
});
