import { expect, it } from 'vitest';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openDatabase } from '#main/store/open.ts';
import { Store } from '#main/store/store.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import type { OpenGap } from '#shared/ipc/time.ts';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { newsletter, northwind, timeOver } from '#test/support/time.ts';

/** A workspace of version 7, in which a timer was left running; the app is closed and the new one opens it. */
function openOldWorkspace(clock: FakeClock, startedAt: number) {
  const sql = openDatabase(':memory:');
  migrate(
    sql,
    migrations.filter(({ version }) => version <= 7),
  );
  sql.exec(`
    INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
      VALUES ('${northwind}', 'Northwind Bakery', 'NB', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1);
    INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES ('col', '${northwind}', 'To do', 'todo', 'a0');
    INSERT INTO tasks (id, client_id, column_id, rank, title, created_at, updated_at)
      VALUES ('${newsletter}', '${northwind}', 'col', 'a0', 'December newsletter', 1, 1);
    INSERT INTO time_entries (id, client_id, task_id, note, category, started_at, ended_at, zone, source, billable,
        created_at, updated_at)
      VALUES ('01930000-0000-7000-8000-00000000e001', '${northwind}', '${newsletter}', 'Subject lines', 'key',
        ${startedAt}, NULL, 'Europe/Tallinn', 'timer', 1, 1, 1)`);
  migrate(sql, migrations);
  const store = new Store(sql, (error) => {
    throw error;
  });
  return timeOver(store, clock, new CountingIds());
}

it('asks about the time of a timer that ran before anybody looked on, and gives all of it back', () => {
  const clock = new FakeClock();
  const startedAt = clock.now() - 3 * HOUR;
  const time = openOldWorkspace(clock, startedAt);
  time.pulse.start();
  const [gap] = time.handlers['time.gaps'](undefined) as readonly OpenGap[];
  if (!gap) throw new Error('no gap');
  expect(gap).toMatchObject({ cause: 'closed', startedAt, endedAt: clock.now(), note: 'Subject lines' });
  expect(time.timer.running()).toMatchObject({
    taskId: newsletter,
    note: 'Subject lines',
    startedAt: clock.now(),
  });

  time.clockwork.pass(10 * MINUTE);
  time.handlers['time.answerGap']({ id: gap.id, answer: 'keep' });
  expect(time.timer.running()).toMatchObject({ startedAt, note: 'Subject lines' });
  expect(time.handlers['time.gaps'](undefined)).toEqual([]);
  time.clockwork.pass(5 * MINUTE);
  time.timer.stop();
  expect(time.days.day('2026-11-25', null).entries).toMatchObject([{ startedAt, endedAt: clock.now() }]);
  expect(time.days.day('2026-11-25', null).entries).toHaveLength(1);
  time.store.close();
});
