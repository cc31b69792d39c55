import { afterEach, beforeEach } from 'vitest';
import type { Store } from '#main/store/store.ts';
import { FakeClock } from '#test/support/clock.ts';
import { FakeNotifier } from '#test/support/notifier.ts';
import { memorySettings, openServices, type TestServices } from '#test/support/services.ts';
import { openTestStore } from '#test/support/store.ts';
import { FakeTimer } from '#test/support/timer.ts';
import { FakeTray } from '#test/support/tray.ts';

export const minute = 60_000;

/** The app with reminders and tray over a store with one client, before each test of a file; no morning list. */
export class ReminderScene {
  clock!: FakeClock;
  timer!: FakeTimer;
  notifier!: FakeNotifier;
  tray!: FakeTray;
  settings!: ReturnType<typeof memorySettings>;
  /** Addresses that the window was shown at. */
  opened: (string | undefined)[] = [];
  /** To be called when the computer comes back from sleep. */
  returning: (() => void)[] = [];
  store!: Store;
  services!: TestServices;

  constructor() {
    beforeEach(() => {
      this.clock = new FakeClock();
      this.timer = new FakeTimer(this.clock);
      this.settings = memorySettings();
      this.settings.set('morningListTime', null);
      this.store = openTestStore();
      this.#seed();
      this.start();
      this.services.app.start();
    });
    afterEach(async () => {
      await this.services.app.stop();
      this.store.close();
    });
  }

  /** Starts the app on the store, as after a restart. */
  start(): void {
    this.notifier = new FakeNotifier();
    this.tray = new FakeTray();
    this.opened = [];
    this.returning = [];
    const { clock, timer, notifier, tray, settings, opened, returning } = this;
    this.services = openServices(
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
      this.store,
    );
  }

  /** Adds the client `c` with a to-do and a done column. */
  #seed(): void {
    this.store.sql.exec(`
    INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
    VALUES ('c', 'Northwind', 'NO', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1);
    INSERT INTO board_columns (id, client_id, name, kind, rank)
    VALUES ('todo', 'c', 'To do', 'todo', 'a0'), ('done', 'c', 'Done', 'done', 'a1');
  `);
  }

  /** A task due so many minutes from now. */
  addTask(id: string, minutes: number): void {
    const at = this.clock.now() + minutes * minute;
    const iso = new Date(at).toISOString();
    this.store.write((announce) => {
      this.store.sql
        .prepare(
          `INSERT INTO tasks (id, client_id, column_id, rank, title, due_date, due_time, due_zone, due_at, created_at, updated_at)
         VALUES (?, 'c', 'todo', ?, ?, ?, ?, 'UTC', ?, 1, 1)`,
        )
        .run(id, `a${id}`, `Task ${id}`, iso.slice(0, 10), iso.slice(11, 16), at);
      announce('tasks', 'c');
    });
  }
}
