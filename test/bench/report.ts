import { join } from 'node:path';
import { ReportService } from '#main/features/reports/service.ts';
import { openDatabase } from '#main/store/open.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import { memorySettings } from '../support/services.ts';
import type { Figure } from './figures.ts';

const zone = 'Europe/Berlin';
/** What 150 ms come to where the plain sum over the same entries takes 23 ms. */
const budget = 6.5;

/** Reports over every entry there is, beside SQLite's plain sum of the same lengths. */
export function measureReport(profile: string): Figure[] {
  const sql = openDatabase(join(profile, 'clientele.db'));
  try {
    const [count, first, last] = sql
      .prepare('SELECT count(*), min(started_at), max(ended_at) FROM time_entries')
      .raw()
      .get() as [number, number, number];
    const clock = { now: () => last, zone: () => zone, monotonic: () => 0, uptime: () => 0 };
    const reports = new ReportService(sql, memorySettings(), clock);
    const question = {
      fromDate: dateOf(first, zone),
      toDate: dateOf(last, zone),
      clientId: null,
      category: null,
      workKindId: null,
      billable: null,
      days: 'here',
    } as const;
    const plain = sql.prepare('SELECT sum(ended_at - started_at) FROM time_entries').pluck();
    const figure = (title: string, by: ReportQuery['by'], within: ReportQuery['within']): Figure => {
      const sums: number[] = [];
      const taken: number[] = [];
      for (let round = 0; round < 7; round++) {
        sums.push(timed(() => plain.get()));
        taken.push(timed(() => reports.get({ ...question, by, within })));
      }
      return {
        work: `Report over ${count.toLocaleString('en')} entries, ${title}`,
        unit: 'ms',
        values: taken,
        baseline: { name: 'plain sum', values: sums },
        budget,
      };
    };
    return [
      figure('by client', 'client', null),
      figure('by day', 'day', null),
      figure('by month and client', 'month', 'client'),
    ];
  } finally {
    sql.close();
  }
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
