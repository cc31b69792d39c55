import { describe, expect, it } from 'vitest';
import { minute, ReminderScene } from '#test/support/reminder-scene.ts';

const scene = new ReminderScene();

describe('a reminder', () => {
  it('that could not be kept is told as soon as it can be', () => {
    scene.addTask('1', 30);
    scene.store.sql.exec(
      `CREATE TEMP TRIGGER full BEFORE INSERT ON main.reminders BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    scene.timer.pass(30 * minute);
    expect(scene.notifier.shown).toEqual([]);
    scene.store.sql.exec('DROP TRIGGER temp.full');
    scene.timer.pass(minute);
    expect(scene.notifier.shown).toHaveLength(1);
  });

  it('does not keep the rest of the app from ending on a full disk', async () => {
    scene.store.sql.pragma('query_only = ON');
    await scene.services.app.stop();
    scene.store.sql.pragma('query_only = OFF');
    expect(scene.timer.count).toBe(0);
  });

  it('comes in the minute a task is due, and once', async () => {
    scene.addTask('1', 30);
    scene.timer.pass(30 * minute - 1);
    expect(scene.notifier.shown).toEqual([]);
    scene.timer.pass(1);
    expect(scene.notifier.shown).toMatchObject([{ title: 'Task 1', body: 'Due 13:12 · Northwind' }]);
    scene.timer.pass(24 * 60 * minute);
    expect(scene.notifier.shown).toHaveLength(1);
    expect(await scene.services.call('reminders.open')).toMatchObject([{ taskId: '1', title: 'Task 1' }]);
  });

  it('follows a task that is moved, and stays away from one that is done', () => {
    scene.addTask('1', 30);
    scene.addTask('2', 30);
    const later = scene.clock.now() + 60 * minute;
    scene.store.write((announce) => {
      scene.store.sql.prepare(`UPDATE tasks SET due_at = ? WHERE id = '1'`).run(later);
      scene.store.sql.prepare(`UPDATE tasks SET completed_at = 1, column_id = 'done' WHERE id = '2'`).run();
      announce('tasks', 'c');
    });
    scene.timer.pass(31 * minute);
    expect(scene.notifier.shown).toEqual([]);
    scene.timer.pass(29 * minute);
    expect(scene.notifier.titles()).toEqual(['Task 1']);
  });

  it('names nothing when the person does not want it to', () => {
    scene.settings.set('notificationDetails', false);
    scene.addTask('1', 1);
    scene.timer.pass(minute);
    expect(scene.notifier.shown).toMatchObject([
      { title: 'A task is due', body: 'Open Clientele to see more.' },
    ]);
  });

  it('can be opened, put off and finished from the notification', async () => {
    scene.addTask('1', 1);
    scene.timer.pass(minute);
    scene.notifier.press('snooze');
    expect(await scene.services.call('reminders.open')).toEqual([]);
    scene.timer.pass(10 * minute - 1);
    expect(scene.notifier.shown).toHaveLength(1);
    scene.timer.pass(1);
    expect(scene.notifier.shown).toHaveLength(2);
    scene.notifier.press('done');
    const task = scene.store.sql.prepare(`SELECT column_id, completed_at FROM tasks WHERE id = '1'`).get();
    expect(task).toEqual({ column_id: 'done', completed_at: scene.clock.now() });
    expect(await scene.services.call('reminders.open')).toEqual([]);

    scene.addTask('2', 1);
    scene.timer.pass(minute);
    scene.notifier.press(null);
    expect(scene.opened).toEqual(['#/client/c/board?task=2']);
  });

  it('refuses what is no longer there', async () => {
    const gone = '01930000-0000-7000-8000-ffffffffffff';
    for (const name of ['reminders.done', 'reminders.dismiss'] as const)
      await expect(scene.services.call(name, { id: gone })).rejects.toMatchObject({ code: 'not_found' });
    await expect(scene.services.call('reminders.snooze', { id: gone, minutes: 5 })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('what was missed', () => {
  it('comes together after sleep, once', () => {
    for (const [id, minutes] of [
      ['1', 10],
      ['2', 20],
      ['3', 30],
    ] as const)
      scene.addTask(id, minutes);
    scene.clock.advance(120 * minute);
    for (const listener of [...scene.returning, ...scene.returning]) listener();
    expect(scene.notifier.titles()).toEqual(['3 reminders while you were away']);
    expect(scene.notifier.shown[0]?.body.split('\n')).toHaveLength(3);
    scene.timer.pass(60 * minute);
    expect(scene.notifier.shown).toHaveLength(1);
  });

  it('comes together after a restart, once, and not again after the next', async () => {
    scene.addTask('1', 10);
    scene.addTask('2', 20);
    await scene.services.app.stop();
    scene.clock.advance(120 * minute);
    scene.start();
    scene.services.app.start();
    expect(scene.notifier.titles()).toEqual(['2 reminders while you were away']);
    await scene.services.app.stop();
    scene.start();
    scene.services.app.start();
    expect(scene.notifier.shown).toEqual([]);
    expect(await scene.services.call('reminders.open')).toHaveLength(2);
  });

  it('is recorded before it is shown, so that a crash in between cannot repeat it', async () => {
    scene.addTask('1', 1);
    scene.notifier.show = () => {
      throw new Error('crash');
    };
    scene.timer.pass(minute);
    scene.start();
    scene.services.app.start();
    scene.timer.pass(60 * minute);
    expect(scene.notifier.shown).toEqual([]);
    expect(await scene.services.call('reminders.open')).toHaveLength(1);
  });

  it('does not come twice when the clock is set back, nor is anything new skipped then', () => {
    scene.addTask('1', 10);
    scene.timer.pass(15 * minute);
    scene.clock.jumpTo('2026-11-25T10:45:00Z');
    scene.addTask('2', 3);
    scene.timer.pass(30 * minute);
    expect(scene.notifier.titles()).toEqual(['Task 1', 'Task 2']);
  });

  it('is not told for what was already past when it was entered, or before the first start', () => {
    scene.addTask('1', -30);
    scene.timer.pass(10 * minute);
    expect(scene.notifier.shown).toEqual([]);
  });
});

describe('the morning list', () => {
  it('comes once a day, also late, and not when nothing is due', async () => {
    scene.settings.set('morningListTime', '13:00');
    scene.addTask('1', 90);
    scene.addTask('2', -60);
    scene.timer.pass(20 * minute);
    expect(scene.notifier.shown).toMatchObject([{ title: '1 task due today, 1 overdue', body: 'Task 1' }]);
    scene.notifier.press(null);
    expect(scene.opened).toEqual(['#/today']);
    await scene.services.app.stop();
    scene.store.sql.prepare('DELETE FROM tasks').run();
    scene.clock.advance(24 * 60 * minute);
    scene.start();
    scene.services.app.start();
    scene.timer.pass(60 * minute);
    expect(scene.notifier.shown).toEqual([]);
  });
});
