import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ReportDesk } from '#main/features/reports/desk.ts';
import type { Store } from '#main/store/store.ts';
import type { AuditQuery } from '#shared/ipc/audit.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import { FakeClock } from '#test/support/clock.ts';
import { startReading } from '#test/support/reading.ts';
import { memorySettings } from '#test/support/services.ts';
import { openTestStore } from '#test/support/store.ts';
import { addClients, northwind } from '#test/support/time.ts';
import { FakeTimer } from '#test/support/timer.ts';

const hour = 3_600_000;
const begin = Date.UTC(2026, 10, 2, 9);
const dates = { fromDate: '2026-11-01', toDate: '2026-11-30', clientId: null };
const question: ReportQuery = {
  ...dates,
  by: 'day',
  within: 'kind',
  category: null,
  workKindId: null,
  billable: null,
  days: 'here',
};
const audit: AuditQuery = { ...dates, subject: 'kind' };

let folder: string;
let store: Store;
let timer: FakeTimer;
let threads: Worker[];
let logged: string[];
let database: string | null;
let desk: ReportDesk;
let here: ReportDesk;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-report-'));
  store = openTestStore(join(folder, 'clientele.db'));
  addClients(store);
  threads = [];
  logged = [];
  database = null;
  const clock = new FakeClock('2026-11-25T00:00:00Z', 'Asia/Kathmandu');
  timer = new FakeTimer(clock);
  const parts = {
    sql: store.sql,
    settings: memorySettings(),
    clock,
    timer,
    logger: { info() {}, warn() {}, error: (event: string) => void logged.push(event) },
    startReading(data: { readonly database: string }) {
      const thread = startReading(database === null ? data : { database });
      threads.push(thread);
      return thread;
    },
  };
  // Everything is too much to be read here, nothing at all too.
  desk = new ReportDesk({ ...parts, few: -1 });
  here = new ReportDesk(parts);
});
afterEach(async () => {
  await desk.stop();
  await here.stop();
  store.close();
  rmSync(folder, { recursive: true });
});

let count = 0;
function track(hours: number): void {
  store.sql
    .prepare(
      `INSERT INTO time_entries (id, client_id, work_kind_id, started_at, ended_at, zone, source, created_at, updated_at)
       VALUES (?, ?, 'email', ?, ?, 'UTC', 'timer', 1, 1)`,
    )
    .run(`e${++count}`, northwind, begin + count * 24 * hour, begin + count * 24 * hour + hours * hour);
}

describe('the thread that reads whole ranges', () => {
  it('answers what would be answered here, with what was just written', async () => {
    track(2);
    expect(await desk.report(question)).toEqual(await here.report(question));
    track(12);
    const view = await desk.report(question);
    expect(view).toMatchObject({ total: 14 * hour, zone: 'Asia/Kathmandu' });
    expect(view).toEqual(await here.report(question));
    expect(await desk.audit(audit)).toEqual(await here.audit(audit));
    expect(threads).toHaveLength(1);
  });

  it('is not started for a few entries', async () => {
    track(1);
    await here.report(question);
    await here.audit(audit);
    expect(threads).toHaveLength(0);
  });

  it('tells a refusal as it is told here', async () => {
    track(1);
    const gone = { ...question, clientId: '01930000-0000-7000-8000-00000000cfff', days: 'client' } as const;
    await expect(desk.report(gone)).rejects.toMatchObject({ code: 'not_found' });
    expect(threads).toHaveLength(1);
    store.sql.exec(`UPDATE clients SET zone = 'Nowhere/Land' WHERE id = '${northwind}'`);
    const broken = { ...question, clientId: northwind, days: 'client' } as const;
    await expect(desk.report(broken)).rejects.toThrow('a thread failed');
    await expect(desk.report(question)).resolves.toMatchObject({ total: hour });
  });

  it('is gone when nobody has asked for a while, and comes back', async () => {
    track(3);
    await desk.report(question);
    const exit = once(threads[0] as Worker, 'exit');
    timer.pass(19_000);
    await desk.report(question);
    timer.pass(19_000);
    expect(threads).toHaveLength(1);
    timer.pass(1_000);
    await exit;
    expect(await desk.report(question)).toMatchObject({ total: 3 * hour });
    expect(threads).toHaveLength(2);
  });

  it('says so when it ends in the middle, and answers the next question', async () => {
    track(3);
    await desk.report(question);
    const asked = Array.from({ length: 500 }, () => desk.report(question));
    await threads[0]?.terminate();
    const told = await Promise.allSettled(asked);
    expect(told.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'unavailable' } });
    expect(await desk.report(question)).toMatchObject({ total: 3 * hour });
  });

  it('leaves a line in the log when it cannot begin, and begins anew', async () => {
    track(3);
    database = join(folder, 'nowhere.db');
    await expect(desk.report(question)).rejects.toMatchObject({ code: 'unavailable' });
    expect(logged).toEqual(['reports.thread']);
    database = null;
    expect(await desk.report(question)).toMatchObject({ total: 3 * hour });
  });

  it('ends with the workspace', async () => {
    track(3);
    await desk.report(question);
    const exit = once(threads[0] as Worker, 'exit');
    await desk.stop();
    await exit;
    await expect(desk.report(question)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
