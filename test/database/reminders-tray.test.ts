import { describe, expect, it } from 'vitest';
import { minute, ReminderScene } from '#test/support/reminder-scene.ts';

const scene = new ReminderScene();

describe('the tray', () => {
  it('tells the timer and what is due, and changes both', async () => {
    scene.timer.pass(250);
    expect(scene.tray.labels()).toEqual([
      'No timer running',
      'Start timer',
      '-',
      'Nothing due today',
      'No more events today',
      '-',
      'Open Clientele',
      'Quit Clientele',
    ]);
    scene.tray.choose('Start timer');
    expect(scene.opened).toEqual(['#/time']);
    scene.addTask('1', 30);
    scene.store.write((announce) => {
      scene.store.sql
        .prepare(
          `INSERT INTO time_entries (id, client_id, started_at, zone, source, created_at, updated_at)
           VALUES ('e', 'c', ?, 'UTC', 'timer', 1, 1)`,
        )
        .run(scene.clock.now());
      announce('time', 'c');
    });
    scene.timer.pass(250);
    expect(scene.tray.content?.tooltip).toBe('Clientele: Northwind, 0m since 12:42');
    expect(scene.tray.labels()).toContain('1 task due today or overdue');
    scene.tray.choose('Stop timer');
    expect(await scene.services.call('time.running')).toBeNull();
    scene.settings.set('language', 'de');
    await scene.services.call('settings.change', { theme: 'dark' });
    scene.timer.pass(250);
    expect(scene.tray.labels()[0]).toBe('Es läuft kein Timer');
  });

  it('counts by the day of the person, whole days and times, without archived clients', () => {
    const count = () => scene.tray.labels()[3];
    scene.addTask('1', 11 * 60);
    scene.addTask('2', 12 * 60);
    scene.store.write((announce) => {
      scene.store.sql.exec(`
        INSERT INTO tasks (id, client_id, column_id, rank, title, due_date, created_at, updated_at)
        VALUES ('3', 'c', 'todo', 'b1', 'Late', '2026-11-24', 1, 1), ('4', 'c', 'todo', 'b2', 'Soon', '2026-11-26', 1, 1)
      `);
      announce('tasks', 'c');
    });
    scene.timer.pass(250);
    expect(count()).toBe('2 tasks due today or overdue');
    scene.timer.pass(12 * 60 * minute);
    expect(count()).toBe('4 tasks due today or overdue');
    scene.store.write((announce) => {
      scene.store.sql.exec('UPDATE clients SET archived_at = 1');
      announce('clients', 'c');
    });
    scene.timer.pass(250);
    expect(count()).toBe('Nothing due today');
  });

  it('asks the database for what is due by an index', () => {
    const plan = (sql: string) =>
      (scene.store.sql.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join();
    const timed = 'SELECT min(due_at) FROM tasks WHERE due_at > 5 AND completed_at IS NULL';
    expect(plan(timed)).toContain('tasks_open_by_moment');
  });

  it('wakes at most a few times an hour when nothing happens', () => {
    let fired = 0;
    const after = scene.timer.after.bind(scene.timer);
    scene.timer.after = (milliseconds, work) =>
      after(milliseconds, () => {
        fired += 1;
        work();
      });
    scene.timer.pass(8 * 60 * minute);
    // Six looks of the backups, and what reminders and tray wait for.
    expect(fired).toBeLessThan(8 * 12);
  });
});
