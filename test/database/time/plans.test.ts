import { expect, it } from 'vitest';
import { TimeRepository } from '#main/features/time/repository.ts';
import type { Sql } from '#main/store/open.ts';
import { MINUTE } from '#shared/domain/duration.ts';
import { northwind, openTime } from '#test/support/time.ts';

/** What the repository asks, kept with how SQLite means to find it. */
function watched(sql: Sql): { readonly sql: Sql; readonly plans: string[] } {
  const plans: string[] = [];
  const prepare = (text: string) => {
    const names = [...text.matchAll(/:(\w+)/g)].map(([, name]) => [name, null]);
    const rows = sql.prepare(`EXPLAIN QUERY PLAN ${text}`).all(Object.fromEntries(names));
    plans.push(...(rows as { detail: string }[]).map(({ detail }) => detail));
    return sql.prepare(text);
  };
  return {
    sql: new Proxy(sql, { get: (target, key) => (key === 'prepare' ? prepare : Reflect.get(target, key)) }),
    plans,
  };
}

it('finds a day, what runs and what ran last without reading every entry', () => {
  const { store, clock } = openTime();
  store.sql.exec(`
    INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
      VALUES ('${northwind}', 'Northwind Bakery', 'NB', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1)`);
  const insert = store.sql.prepare(`
    INSERT INTO time_entries (id, client_id, task_id, note, started_at, ended_at, zone, source, billable, created_at, updated_at)
    VALUES (?, ?, NULL, '', ?, ?, 'Europe/Tallinn', 'manual', 1, 1, 1)`);
  store.write(() => {
    for (let at = 1; at <= 2_000; at += 1) {
      const start = clock.now() - at * 10 * MINUTE;
      insert.run(`entry-${at}`, northwind, start, start + 5 * MINUTE);
    }
  });
  store.sql.exec('ANALYZE');
  const { sql, plans } = watched(store.sql);
  const entries = new TimeRepository(sql);
  const span = { from: clock.now() - 60 * MINUTE, to: clock.now() };
  expect(entries.touching(span, clock.now(), null)).toHaveLength(6);
  expect(entries.latest()).toMatchObject({ id: 'entry-1' });
  expect(entries.running()).toBeNull();
  expect(
    plans.filter((step) =>
      /^SCAN (e|time_entries)\b(?!.* (one_running_entry|time_entries_by_start)$)/.test(step),
    ),
  ).toEqual([]);
  expect(plans.length).toBeGreaterThan(8);
  store.close();
});
