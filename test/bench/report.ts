import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { ReportDesk } from '#main/features/reports/desk.ts';
import { ReportService } from '#main/features/reports/service.ts';
import { openDatabase, type Sql } from '#main/store/open.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { type Grouping, groupings } from '#shared/domain/report.ts';
import type { AuditQuery } from '#shared/ipc/audit.ts';
import { AppError } from '#shared/ipc/errors.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import { startReading } from '../support/reading.ts';
import { memorySettings } from '../support/services.ts';
import { type Figure, median } from './figures.ts';

const zone = 'Europe/Berlin';
/** What 150 ms come to where the plain sum over the same entries takes 23 ms. */
const budget = 6.5;
const rounds = 5;

interface Scene {
  readonly sql: Sql;
  readonly entries: string;
  readonly now: number;
  readonly question: Omit<ReportQuery, 'by' | 'within'>;
}

/** Reports over every entry there is, by everything that can be asked for, and what the main thread feels of them. */
export async function measureReport(profile: string): Promise<Figure[]> {
  const sql = openDatabase(join(profile, 'clientele.db'));
  try {
    const scene = openScene(sql);
    return [...measureGroupings(scene), ...(await measureLoop(scene))];
  } finally {
    sql.close();
  }
}

function openScene(sql: Sql): Scene {
  const [count, first, last] = sql
    .prepare('SELECT count(*), min(started_at), max(ended_at) FROM time_entries')
    .raw()
    .get() as [number, number, number];
  return {
    sql,
    entries: count.toLocaleString('en'),
    now: last,
    question: {
      fromDate: dateOf(first, zone),
      toDate: dateOf(last, zone),
      clientId: null,
      category: null,
      workKindId: null,
      billable: null,
      days: 'here',
    },
  };
}

/** Every grouping and every pair of two, each by turns with SQLite's plain sum; the slowest is the figure. */
function measureGroupings({ sql, entries, now, question }: Scene): Figure[] {
  const reports = new ReportService(sql, { now, zone, weekStart: 1 });
  const plain = sql.prepare('SELECT sum(ended_at - started_at) FROM time_entries').pluck();
  const measured = groupings.flatMap((by) =>
    [null, ...groupings.filter((one) => one !== by)].map((within) => {
      const sums: number[] = [];
      const taken: number[] = [];
      for (let round = 0; round < rounds; round++) {
        sums.push(timed(() => plain.get()));
        taken.push(timed(() => orRefused(() => reports.get({ ...question, by, within }))));
      }
      return { by, within, taken, sums, ratio: median(taken) / median(sums) };
    }),
  );
  measured.sort((a, b) => b.ratio - a.ratio);
  const slowest = measured
    .slice(0, 3)
    .map(({ by, within, taken, sums }) =>
      line(`Report over ${entries} entries, ${title(by, within)}`, taken, sums),
    );
  const all = line(
    `The same, all ${measured.length} groupings and pairs`,
    measured.flatMap(({ taken }) => taken),
    measured.flatMap(({ sums }) => sums),
  );
  return [...slowest, all];
}

const title = (by: Grouping, within: Grouping | null) => `by ${by}${within ? ` and ${within}` : ''}`;

const line = (work: string, values: readonly number[], sums: readonly number[]): Figure => ({
  work,
  unit: 'ms',
  values,
  baseline: { name: 'plain sum', values: sums },
  budget,
});

/** Questions one after the other, as somebody asks who tries groupings, while the main thread does nothing else. */
async function measureLoop({ sql, now, question }: Scene): Promise<Figure[]> {
  const desk = new ReportDesk({
    sql,
    settings: memorySettings(),
    clock: { now: () => now, zone: () => zone, monotonic: () => 0, uptime: () => 0 },
    timer: { after: () => () => {} },
    logger: { info() {}, warn() {}, error() {} },
    startReading,
  });
  const audit: AuditQuery = {
    subject: 'kind',
    clientId: null,
    fromDate: question.fromDate,
    toDate: question.toDate,
  };
  try {
    const idle = await delays(() => pause(1_000));
    const begin = performance.now();
    await desk.report({ ...question, by: 'client', within: null });
    const begun = performance.now() - begin;
    const waited: number[] = [];
    const asked = await delays(async () => {
      for (const by of ['client', 'category', 'kind', 'month'] as const)
        for (const within of [null, 'client', 'month'] as const) {
          const start = performance.now();
          await desk.report({ ...question, by, within });
          waited.push(performance.now() - start);
        }
    });
    const audits: number[] = [];
    const audited = await delays(async () => {
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        await desk.audit(audit);
        audits.push(performance.now() - start);
      }
    });
    const long = await delays(() => desk.report({ ...question, by: 'task', within: null }));
    return [
      {
        work: `Event loop while reports are asked for, 99th percentile (${told(idle.p99)} with nothing to do; longest ${told(asked.longest)}, with 10,000 tasks ${told(long.longest)})`,
        unit: 'ms',
        values: [asked.p99],
        budget: 10,
      },
      {
        work: `A report until it is there (${told(begun)} with the start of the thread)`,
        unit: 'ms',
        values: waited,
        budget: 150,
      },
      {
        work: `An audit over all entries (event loop ${told(audited.p99)}, longest ${told(audited.longest)})`,
        unit: 'ms',
        values: audits,
        budget: 500,
      },
    ];
  } finally {
    await desk.stop();
  }
}

const told = (milliseconds: number) => `${milliseconds.toFixed(1)} ms`;

/** Waits of the event loop beyond the timer's own millisecond, while `work` is done. */
async function delays(work: () => Promise<unknown>): Promise<{ p99: number; longest: number }> {
  const histogram = monitorEventLoopDelay({ resolution: 1 });
  histogram.enable();
  await work();
  histogram.disable();
  return { p99: histogram.percentile(99) / 1e6 - 1, longest: histogram.max / 1e6 - 1 };
}

/** More sums than anyone reads are refused; until then they have taken their time. */
function orRefused(work: () => unknown): void {
  try {
    work();
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== 'limit') throw error;
  }
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
