import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '#main/store/store.ts';
import { FakeClock } from '#test/support/clock.ts';
import { FakeNotifier } from '#test/support/notifier.ts';
import { memorySettings, openServices, type TestServices } from '#test/support/services.ts';
import { openTestStore } from '#test/support/store.ts';
import { FakeTimer } from '#test/support/timer.ts';
import { FakeTray } from '#test/support/tray.ts';

const minute = 60_000;
let clock: FakeClock;
let timer: FakeTimer;
let notifier: FakeNotifier;
let tray: FakeTray;
let settings: ReturnType<typeof memorySettings>;
let opened: (string | undefined)[];
let returning: (() => void)[];
let store: Store;
let services: TestServices;

/** Starts the app on the store, as after a restart. */
function start(): void {
  notifier = new FakeNotifier();
  tray = new FakeTray();
  opened = [];
  returning = [];
  services = openServices(
    {
      clock,
      timer,
      notifier,
      tray,
      settings,
      window: { show: (address) => void opened.push(address), run() {}, say() {}, quit() {}, stay() {} },
      power: {
        onAway: () => () => {},
        onSuspend: () => () => {},
        idleSeconds: () => 0,
        onReturn(listener) {
          returning.push(listener);
          return () => {};
        },
      },
    },
    store,
  );
}

/** Adds the client `c` with a to-do and a done column. */
function seed(): void {
  store.sql.exec(`
    INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
    VALUES ('c', 'Northwind', 'NO', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1);
    INSERT INTO board_columns (id, client_id, name, kind, rank)
    VALUES ('todo', 'c', 'To do', 'todo', 'a0'), ('done', 'c', 'Done', 'done', 'a1');
  `);
}

/** A task due so many minutes from now. */
function addTask(id: string, minutes: number): void {
  const at = clock.now() + minutes * minute;
  const iso = new Date(at).toISOString();
  store.write((announce) => {
    store.sql
      .prepare(
        `INSERT INTO tasks (id, client_id, column_id, rank, title, due_date, due_time, due_zone, due_at, created_at, updated_at)
         VALUES (?, 'c', 'todo', ?, ?, ?, ?, 'UTC', ?, 1, 1)`,
      )
      .run(id, `a${id}`, `Task ${id}`, iso.slice(0, 10), iso.slice(11, 16), at);
    announce('tasks', 'c');
  });
}

beforeEach(() => {
  clock = new FakeClock();
  timer = new FakeTimer(clock);
  settings = memorySettings();
  settings.set('morningListTime', null);
  store = openTestStore();
  seed();
  start();
  services.app.start();
});
afterEach(async () => {
  await services.app.stop();
  store.close();
});

describe('a reminder', () => {
  it('that could not be kept is told as soon as it can be', () => {
    addTask('1', 30);
    store.sql.exec(
      `CREATE TEMP TRIGGER full BEFORE INSERT ON main.reminders BEGIN SELECT RAISE(ABORT, 'full'); END`,
    );
    timer.pass(30 * minute);
    expect(notifier.shown).toEqual([]);
    store.sql.exec('DROP TRIGGER temp.full');
    timer.pass(minute);
    expect(notifier.shown).toHaveLength(1);
  });

  it('does not keep the rest of the app from ending on a full disk', async () => {
    store.sql.pragma('query_only = ON');
    await services.app.stop();
    store.sql.pragma('query_only = OFF');
    expect(timer.count).toBe(0);
  });

  it('comes in the minute a task is due, and once', async () => {
    addTask('1', 30);
    timer.pass(30 * minute - 1);
    expect(notifier.shown).toEqual([]);
    timer.pass(1);
    expect(notifier.shown).toMatchObject([{ title: 'Task 1', body: 'Due 13:12 · Northwind' }]);
    timer.pass(24 * 60 * minute);
    expect(notifier.shown).toHaveLength(1);
    expect(await services.call('reminders.open')).toMatchObject([{ taskId: '1', title: 'Task 1' }]);
  });

  it('follows a task that is moved, and stays away from one that is done', () => {
    addTask('1', 30);
    addTask('2', 30);
    const later = clock.now() + 60 * minute;
    store.write((announce) => {
      store.sql.prepare(`UPDATE tasks SET due_at = ? WHERE id = '1'`).run(later);
      store.sql.prepare(`UPDATE tasks SET completed_at = 1, column_id = 'done' WHERE id = '2'`).run();
      announce('tasks', 'c');
    });
    timer.pass(31 * minute);
    expect(notifier.shown).toEqual([]);
    timer.pass(29 * minute);
    expect(notifier.titles()).toEqual(['Task 1']);
  });

  it('names nothing when the person does not want it to', () => {
    settings.set('notificationDetails', false);
    addTask('1', 1);
    timer.pass(minute);
    expect(notifier.shown).toMatchObject([{ title: 'A task is due', body: 'Open Clientele to see more.' }]);
  });

  it('can be opened, put off and finished from the notification', async () => {
    addTask('1', 1);
    timer.pass(minute);
    notifier.press('snooze');
    expect(await services.call('reminders.open')).toEqual([]);
    timer.pass(10 * minute - 1);
    expect(notifier.shown).toHaveLength(1);
    timer.pass(1);
    expect(notifier.shown).toHaveLength(2);
    notifier.press('done');
    const task = store.sql.prepare(`SELECT column_id, completed_at FROM tasks WHERE id = '1'`).get();
    expect(task).toEqual({ column_id: 'done', completed_at: clock.now() });
    expect(await services.call('reminders.open')).toEqual([]);

    addTask('2', 1);
    timer.pass(minute);
    notifier.press(null);
    expect(opened).toEqual(['#/client/c/board?task=2']);
  });

  it('refuses what is no longer there', async () => {
    const gone = '01930000-0000-7000-8000-ffffffffffff';
    for (const name of ['reminders.done', 'reminders.dismiss'] as const)
      await expect(services.call(name, { id: gone })).rejects.toMatchObject({ code: 'not_found' });
    await expect(services.call('reminders.snooze', { id: gone, minutes: 5 })).rejects.toMatchObject({
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
      addTask(id, minutes);
    clock.advance(120 * minute);
    for (const listener of [...returning, ...returning]) listener();
    expect(notifier.titles()).toEqual(['3 reminders while you were away']);
    expect(notifier.shown[0]?.body.split('\n')).toHaveLength(3);
    timer.pass(60 * minute);
    expect(notifier.shown).toHaveLength(1);
  });

  it('comes together after a restart, once, and not again after the next', async () => {
    addTask('1', 10);
    addTask('2', 20);
    await services.app.stop();
    clock.advance(120 * minute);
    start();
    services.app.start();
    expect(notifier.titles()).toEqual(['2 reminders while you were away']);
    await services.app.stop();
    start();
    services.app.start();
    expect(notifier.shown).toEqual([]);
    expect(await services.call('reminders.open')).toHaveLength(2);
  });

  it('is recorded before it is shown, so that a crash in between cannot repeat it', async () => {
    addTask('1', 1);
    notifier.show = () => {
      throw new Error('crash');
    };
    timer.pass(minute);
    start();
    services.app.start();
    timer.pass(60 * minute);
    expect(notifier.shown).toEqual([]);
    expect(await services.call('reminders.open')).toHaveLength(1);
  });

  it('does not come twice when the clock is set back, nor is anything new skipped then', () => {
    addTask('1', 10);
    timer.pass(15 * minute);
    clock.jumpTo('2026-11-25T10:45:00Z');
    addTask('2', 3);
    timer.pass(30 * minute);
    expect(notifier.titles()).toEqual(['Task 1', 'Task 2']);
  });

  it('is not told for what was already past when it was entered, or before the first start', () => {
    addTask('1', -30);
    timer.pass(10 * minute);
    expect(notifier.shown).toEqual([]);
  });
});

describe('the morning list', () => {
  it('comes once a day, also late, and not when nothing is due', async () => {
    settings.set('morningListTime', '13:00');
    addTask('1', 90);
    addTask('2', -60);
    timer.pass(20 * minute);
    expect(notifier.shown).toMatchObject([{ title: '1 task due today, 1 overdue', body: 'Task 1' }]);
    notifier.press(null);
    expect(opened).toEqual(['#/today']);
    await services.app.stop();
    store.sql.prepare('DELETE FROM tasks').run();
    clock.advance(24 * 60 * minute);
    start();
    services.app.start();
    timer.pass(60 * minute);
    expect(notifier.shown).toEqual([]);
  });
});

describe('the tray', () => {
  it('tells the timer and what is due, and changes both', async () => {
    timer.pass(250);
    expect(tray.labels()).toEqual([
      'No timer running',
      'Start timer',
      '-',
      'Nothing due today',
      'No more events today',
      '-',
      'Open Clientele',
      'Quit Clientele',
    ]);
    tray.choose('Start timer');
    expect(opened).toEqual(['#/time']);
    addTask('1', 30);
    store.write((announce) => {
      store.sql
        .prepare(
          `INSERT INTO time_entries (id, client_id, started_at, zone, source, created_at, updated_at)
           VALUES ('e', 'c', ?, 'UTC', 'timer', 1, 1)`,
        )
        .run(clock.now());
      announce('time', 'c');
    });
    timer.pass(250);
    expect(tray.content?.tooltip).toBe('Clientele: Northwind, 0m since 12:42');
    expect(tray.labels()).toContain('1 task due today or overdue');
    tray.choose('Stop timer');
    expect(await services.call('time.running')).toBeNull();
    settings.set('language', 'de');
    await services.call('settings.change', { theme: 'dark' });
    timer.pass(250);
    expect(tray.labels()[0]).toBe('Es läuft kein Timer');
  });

  it('counts by the day of the person, whole days and times, without archived clients', () => {
    const count = () => tray.labels()[3];
    addTask('1', 11 * 60);
    addTask('2', 12 * 60);
    store.write((announce) => {
      store.sql.exec(`
        INSERT INTO tasks (id, client_id, column_id, rank, title, due_date, created_at, updated_at)
        VALUES ('3', 'c', 'todo', 'b1', 'Late', '2026-11-24', 1, 1), ('4', 'c', 'todo', 'b2', 'Soon', '2026-11-26', 1, 1)
      `);
      announce('tasks', 'c');
    });
    timer.pass(250);
    expect(count()).toBe('2 tasks due today or overdue');
    timer.pass(12 * 60 * minute);
    expect(count()).toBe('4 tasks due today or overdue');
    store.write((announce) => {
      store.sql.exec('UPDATE clients SET archived_at = 1');
      announce('clients', 'c');
    });
    timer.pass(250);
    expect(count()).toBe('Nothing due today');
  });

  it('asks the database for what is due by an index', () => {
    const plan = (sql: string) =>
      (store.sql.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[])
        .map(({ detail }) => detail)
        .join();
    const timed = 'SELECT min(due_at) FROM tasks WHERE due_at > 5 AND completed_at IS NULL';
    expect(plan(timed)).toContain('tasks_open_by_moment');
  });

  it('wakes at most a few times an hour when nothing happens', () => {
    let fired = 0;
    const after = timer.after.bind(timer);
    timer.after = (milliseconds, work) =>
      after(milliseconds, () => {
        fired += 1;
        work();
      });
    timer.pass(8 * 60 * minute);
    // Six looks of the backups, and what reminders and tray wait for.
    expect(fired).toBeLessThan(8 * 12);
  });
});
