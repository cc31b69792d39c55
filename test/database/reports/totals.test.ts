import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReportService } from '#main/features/reports/service.ts';
import type { Store } from '#main/store/store.ts';
import { type Grouping, groupings } from '#shared/domain/report.ts';
import { addDays } from '#shared/domain/time.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import { runs } from '#test/support/runs.ts';
import { openTestStore } from '#test/support/store.ts';
import { addClients, boardPack, fjord, newsletter, northwind } from '#test/support/time.ts';

const zones = [
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Europe/Berlin',
  'Pacific/Apia',
  'America/New_York',
  'UTC',
] as const;

const minute = 60_000;
const now = Date.UTC(2026, 10, 25);

let store: Store;
beforeEach(() => {
  store = openTestStore();
  addClients(store);
});
afterEach(() => store.close());

const question: ReportQuery = {
  by: 'client',
  within: null,
  fromDate: '2026-01-01',
  toDate: '2026-12-31',
  clientId: null,
  category: null,
  workKindId: null,
  billable: null,
  days: 'here',
};

interface Written {
  readonly clientId: string;
  readonly taskId: string | null;
  readonly category: string | null;
  readonly kind: string | null;
  readonly billable: boolean;
  readonly start: number;
  readonly end: number | null;
}

function write(entries: readonly Written[]): void {
  store.sql.exec('DELETE FROM time_entries');
  const insert = store.sql.prepare(
    `INSERT INTO time_entries (id, client_id, task_id, category, work_kind_id, billable, started_at, ended_at, zone,
       source, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'UTC', 'timer', 1, 1)`,
  );
  for (const [index, entry] of entries.entries()) {
    const { clientId, taskId, category, kind, billable, start, end } = entry;
    insert.run(`e${index}`, clientId, taskId, category, kind, Number(billable), start, end);
  }
}

const reports = (zone: string, few?: number) =>
  new ReportService(store.sql, { now, zone, weekStart: 1 }, few);

/** An entry's milliseconds by date, found without anything that reports are made with; the running one ends now. */
function byDate(entry: Written, zone: string): Map<string, number> {
  const dates = new Map<string, number>();
  const end = entry.end ?? Math.max(now, entry.start);
  for (let at = entry.start; at < end; ) {
    const date = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate();
    const next = Math.min(end, date.add({ days: 1 }).toZonedDateTime(zone).epochMilliseconds);
    dates.set(date.toString(), (dates.get(date.toString()) ?? 0) + next - at);
    at = next;
  }
  return dates;
}

const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);

// Around the changes of clocks of spring and autumn, and around a year's end.
const start = fc.oneof(
  fc.integer({ min: Date.UTC(2026, 2, 1), max: Date.UTC(2026, 3, 10) }),
  fc.integer({ min: Date.UTC(2026, 9, 1), max: Date.UTC(2026, 10, 24) }),
  fc.integer({ min: Date.UTC(2025, 11, 28), max: Date.UTC(2026, 0, 3) }),
);
const length = fc.oneof(
  fc.integer({ min: 0, max: 240 * minute }),
  fc.integer({ min: 0, max: 70 * 60 * minute }),
);
const closed = fc
  .record({
    side: fc.boolean(),
    task: fc.boolean(),
    category: fc.constantFrom('key', 'routine', 'useful', null),
    kind: fc.constantFrom('email', 'travel', null),
    billable: fc.boolean(),
    start,
    length,
  })
  .map(({ side, task, start: begin, length: long, ...rest }): Written => {
    const clientId = side ? northwind : fjord;
    const own = side ? newsletter : boardPack;
    return { ...rest, clientId, taskId: task ? own : null, start: begin, end: begin + long };
  });
const running = fc
  .option(fc.integer({ min: 0, max: 60 * 60 * minute }), { nil: null })
  .map((ago): Written[] =>
    ago === null
      ? []
      : [
          {
            clientId: fjord,
            taskId: null,
            category: null,
            kind: null,
            billable: true,
            start: now - ago,
            end: null,
          },
        ],
  );
const entries = fc
  .tuple(fc.array(closed, { maxLength: 30 }), running)
  .map(([some, one]) => [...some, ...one]);
const range = fc
  .tuple(fc.integer({ min: 0, max: 360 }), fc.integer({ min: 0, max: 120 }))
  .map(([from, days]) => ({
    fromDate: addDays('2025-12-20', from),
    toDate: addDays('2025-12-20', from + days),
  }));

function keyOf(entry: Written, grouping: Grouping, date: string): string | null {
  if (grouping === 'client') return entry.clientId;
  if (grouping === 'task') return entry.taskId;
  if (grouping === 'category') return entry.category;
  if (grouping === 'kind') return entry.kind;
  const day = Temporal.PlainDate.from(date);
  if (grouping === 'month') return day.with({ day: 1 }).toString();
  return (grouping === 'week' ? day.subtract({ days: day.dayOfWeek - 1 }) : day).toString();
}

describe.each(zones)('a report in %s', (zone) => {
  it('adds up to the spans exactly, whatever it is grouped by, and every sum is the one counted by hand', () => {
    fc.assert(
      fc.property(
        entries,
        range,
        fc.constantFrom(...groupings),
        fc.constantFrom(...groupings, null),
        fc.constantFrom(0, 5_000),
        fc.constantFrom(null, northwind),
        (written, { fromDate, toDate }, by, second, few, clientId) => {
          write(written);
          const asked = { ...question, fromDate, toDate, by, within: second, clientId };
          const view = reports(zone, few).get(asked);
          const byHand = new Map<string, number>();
          let billable = 0;
          let unsorted = 0;
          for (const entry of written) {
            if (clientId && entry.clientId !== clientId) continue;
            for (const [date, own] of byDate(entry, zone)) {
              if (date < fromDate || date > toDate) continue;
              const parts = [by, ...(second === null || second === by ? [] : [second])];
              const keys = parts.map((grouping) => keyOf(entry, grouping, date));
              const key = JSON.stringify([keys[0], keys[1] ?? null]);
              byHand.set(key, (byHand.get(key) ?? 0) + own);
              if (entry.billable) billable += own;
              if (entry.category === null || entry.kind === null) unsorted += own;
            }
          }
          const exact = sum([...byHand.values()]);
          expect([view.total, view.billable, view.unsorted]).toEqual([exact, billable, unsorted]);
          expect(sum(view.rows.map((row) => row.total))).toBe(exact);

          const told = new Map<string, number>();
          for (const row of view.rows) {
            if (row.parts.length === 0) told.set(JSON.stringify([row.key, null]), row.total);
            else expect(sum(row.parts.map((part) => part.total))).toBe(row.total);
            for (const part of row.parts) told.set(JSON.stringify([row.key, part.key]), part.total);
          }
          expect(told).toEqual(byHand);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe('a report', () => {
  const entry = (part: Partial<Written>): Written => ({
    clientId: northwind,
    taskId: null,
    category: 'key',
    kind: 'email',
    billable: true,
    start: Date.UTC(2026, 10, 10, 9),
    end: Date.UTC(2026, 10, 10, 10),
    ...part,
  });

  it('is narrowed by client, category, kind and billing, and tells what is billable and unsorted', () => {
    write([
      entry({}),
      entry({ clientId: fjord, category: null }),
      entry({ kind: null, billable: false }),
      entry({ category: 'useful', kind: 'travel' }),
    ]);
    const total = (part: Partial<ReportQuery>) =>
      reports('UTC').get({ ...question, ...part }).total / (60 * minute);
    expect(total({})).toBe(4);
    expect(total({ clientId: fjord })).toBe(1);
    expect(total({ category: 'key' })).toBe(2);
    expect(total({ category: 'none' })).toBe(1);
    expect(total({ workKindId: 'email' })).toBe(2);
    expect(total({ workKindId: 'none' })).toBe(1);
    expect(total({ billable: false })).toBe(1);
    const view = reports('UTC').get(question);
    expect([view.billable, view.unsorted]).toEqual([180 * minute, 120 * minute]);
  });

  it("counts a client's days by the client's clock when asked to", () => {
    store.sql.prepare(`UPDATE clients SET zone = 'Asia/Kathmandu' WHERE id = ?`).run(northwind);
    // 23:00 to 01:00 in Kathmandu, wholly within one day in London.
    write([entry({ start: Date.UTC(2026, 10, 10, 17, 15), end: Date.UTC(2026, 10, 10, 19, 15) })]);
    const asked = { ...question, clientId: northwind, by: 'day' } as const;
    expect(reports('Europe/London').get({ ...asked, days: 'client' })).toMatchObject({
      zone: 'Asia/Kathmandu',
      rows: [
        { key: '2026-11-10', total: 60 * minute },
        { key: '2026-11-11', total: 60 * minute },
      ],
    });
    expect(reports('Europe/London').get({ ...asked, days: 'here' }).rows).toHaveLength(1);
  });

  it('shows gaps that need review and never counts them', () => {
    write([entry({})]);
    const gap = (id: string, clientId: string, from: number, answer: string | null) =>
      store.sql
        .prepare(
          `INSERT INTO time_gaps (id, client_id, entry_id, started_at, ended_at, zone, cause, noticed_at, answer, answered_at)
           VALUES (?, ?, 'e0', ?, ?, 'UTC', 'sleep', 1, ?, ?)`,
        )
        .run(id, clientId, from, from + 30 * minute, answer, answer && 1);
    gap('g1', northwind, Date.UTC(2026, 10, 10, 10), null);
    gap('g2', northwind, Date.UTC(2026, 10, 10, 12), 'discarded');
    // Half of it before the range.
    gap('g3', northwind, Date.UTC(2026, 10, 9, 23, 45), null);
    const asked = { ...question, fromDate: '2026-11-10', toDate: '2026-11-10' };
    expect(reports('UTC').get(asked)).toMatchObject({ total: 60 * minute, toReview: 45 * minute });
    expect(reports('UTC').get({ ...asked, clientId: fjord }).toReview).toBe(0);
    expect(reports('UTC').get({ ...asked, category: 'useful' }).toReview).toBe(0);
    // What ran is known even when its entry is gone.
    store.sql.exec(`UPDATE time_gaps SET category = 'useful'; DELETE FROM time_entries WHERE id = 'e0'`);
    expect(reports('UTC').get({ ...asked, category: 'useful' }).toReview).toBe(45 * minute);
    expect(reports('UTC').get({ ...asked, category: 'key' }).toReview).toBe(0);
  });

  it('refuses more rows than anyone reads, and a client who is gone', () => {
    const many = Array.from({ length: 20_001 }, (_, index) =>
      entry({ start: index * 86_400_000, end: index * 86_400_000 + minute }),
    );
    write(many);
    const asked = { ...question, fromDate: '1970-01-01', toDate: '2024-12-31', by: 'day' } as const;
    expect(() => reports('UTC').get(asked)).toThrow(expect.objectContaining({ code: 'limit' }));
    const gone = { ...question, clientId: '01930000-0000-7000-8000-00000000cfff', days: 'client' } as const;
    expect(() => reports('UTC').get(gone)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
