import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { SampleOptions } from '#main/features/sample/options.ts';
import { SampleService } from '#main/features/sample/service.ts';
import { writeSample } from '#main/features/sample/write.ts';
import { taskBelongings } from '#main/features/tasks/belongings.ts';
import { timeBelongings } from '#main/features/time/belongings.ts';
import type { Store } from '#main/store/store.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { CountingIds, FakeClock } from '#test/support/clock.ts';
import { openTestStore } from '#test/support/store.ts';
import { timeOver } from '#test/support/time.ts';

const options: SampleOptions = {
  seed: 7,
  now: Date.UTC(2026, 10, 25, 10, 42),
  zone: 'Europe/Tallinn',
  clients: 11,
  tasks: 300,
  entries: 900,
  running: true,
  events: 400,
  files: 90,
};
const names = { todo: 'To do', doing: 'Doing', waiting: 'Waiting', review: 'Review', done: 'Done' };
const tables = [
  'clients',
  'contacts',
  'channels',
  'board_columns',
  'tasks',
  'checklist_items',
  'task_links',
  'time_entries',
  'time_gaps',
  'focus_rounds',
];

let store: Store;
beforeEach(() => {
  store = openTestStore();
});
afterEach(() => store.close());

const dump = (from: Store) =>
  tables.map((table) => from.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all());
const count = (table: string) => store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get();

describe('the sample workspace', () => {
  it('is the same for the same seed and another for another', () => {
    const [second, third] = [openTestStore(), openTestStore()];
    store.write(() => writeSample(store.sql, options, names));
    second.write(() => writeSample(second.sql, options, names));
    third.write(() => writeSample(third.sql, { ...options, seed: 8 }, names));
    expect(dump(second)).toEqual(dump(store));
    expect(dump(third)).not.toEqual(dump(store));
    second.close();
    third.close();
  });

  it('has exactly the size asked for, keeps every rule of the schema, and never tracks two things at once', () => {
    store.write(() => writeSample(store.sql, options, names));
    expect([count('clients'), count('tasks'), count('time_entries'), count('events')]).toEqual([
      11, 300, 900, 400,
    ]);
    expect(store.sql.prepare('SELECT count(*) FROM drive_files WHERE is_folder = 0').pluck().get()).toBe(99);
    expect(store.sql.pragma('foreign_key_check')).toEqual([]);
    const overlaps = store.sql.prepare(
      `SELECT count(*) FROM time_entries a JOIN time_entries b
         ON a.id < b.id AND a.started_at < ifnull(b.ended_at, 1e15) AND b.started_at < ifnull(a.ended_at, 1e15)`,
    );
    expect(overlaps.pluck().get()).toBe(0);
    expect(store.sql.prepare('SELECT count(*) FROM time_entries WHERE ended_at IS NULL').pluck().get()).toBe(
      1,
    );
    expect(store.sql.prepare('SELECT count(*) FROM clients WHERE sample = 0').pluck().get()).toBe(0);
    const ranks = store.sql
      .prepare('SELECT count(*) FROM tasks GROUP BY column_id, rank HAVING count(*) > 1')
      .all();
    expect(ranks).toEqual([]);
  });

  it('has a timer that was seen to run: its 42 minutes are work, and what comes after the sample is a gap', () => {
    const clock = new FakeClock();
    store.write(() => writeSample(store.sql, { ...options, now: clock.now(), zone: clock.zone() }, names));
    const time = timeOver(store, clock, new CountingIds());
    time.clock.advance(5_000);
    time.pulse.start();
    expect(clock.now() - (time.timer.running()?.startedAt ?? 0)).toBe(42 * MINUTE + 15_000);
    // The one of the sample itself.
    expect(time.days.today().review).toMatchObject({ count: 1 });
    time.pulse.stop();

    clock.advance(3 * HOUR);
    const later = timeOver(store, clock, new CountingIds());
    later.pulse.start();
    expect(later.timer.running()?.startedAt).toBe(clock.now());
    expect(later.days.today().review).toMatchObject({ count: 2, total: 3 * HOUR + 33 * MINUTE });
  });

  it('holds an hour of today with a gap to review, beside which nothing is tracked', () => {
    store.write(() => writeSample(store.sql, options, names));
    const gaps = store.sql
      .prepare('SELECT started_at AS "from", ended_at AS "to", answer, cause FROM time_gaps')
      .all();
    expect(gaps).toMatchObject([{ answer: null, cause: 'idle' }]);
    const [{ from, to }] = gaps as [{ from: number; to: number }];
    expect(to - from).toBe(33 * MINUTE);
    const inside = store.sql.prepare(
      'SELECT count(*) FROM time_entries WHERE started_at < ? AND ifnull(ended_at, 9e15) > ?',
    );
    expect(inside.pluck().get(to, from)).toBe(0);
  });

  it('has rounds of focus that were over while something ran, two of them today', () => {
    store.write(() => writeSample(store.sql, options, names));
    const ends = store.sql.prepare('SELECT finished_at FROM focus_rounds').pluck().all() as number[];
    const runs = store.sql.prepare('SELECT 1 FROM time_entries WHERE started_at < ? AND ended_at >= ?');
    expect(ends.filter((at) => !runs.get(at, at))).toEqual([]);
    const midnight = Date.UTC(2026, 10, 24, 22);
    expect(ends.filter((at) => at >= midnight && at < options.now)).toHaveLength(2);
    expect(ends.length).toBeGreaterThan(15);
  });

  it('comes and goes in one step, leaving the VA’s own clients alone', () => {
    store.sql.exec(
      `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
       VALUES ('own', 'Own client', 'OC', 1, 'UTC', '[]', 'en', 'EUR', 1, 1)`,
    );
    const before = dump(store);
    const sample = new SampleService({
      store,
      clock: new FakeClock(),
      words: { language: () => 'en', text: (key) => key },
      belongings: [timeBelongings(store.sql), taskBelongings(store.sql)],
    });
    sample.install();
    expect(sample.present()).toBe(true);
    expect(count('clients')).toBe(5);
    expect(() => sample.install()).toThrow(expect.objectContaining({ code: 'conflict' }));
    sample.remove();
    expect(sample.present()).toBe(false);
    expect(dump(store)).toEqual(before);
  });
});
