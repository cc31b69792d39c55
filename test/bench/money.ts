import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { openDatabase } from '#main/store/open.ts';
import { Store } from '#main/store/store.ts';
import { openServices, type TestServices } from '../support/services.ts';
import type { Figure } from './figures.ts';
import { issueInvoices } from './money-issued.ts';
import { agreeOnEverything, draftAndSpend } from './money-scene.ts';

const invoices = 5_000;
/** So many entries of each of the 20 clients are unbilled, nearly two years of them. */
const kept = 500;
const rounds = 7;
/** What 100 ms come to where the plain sum over the same entries takes 23 ms: a machine's speed changes by the minute. */
const budget = 4.3;
/** Until the code is compiled; what the first time takes is said beside the figures. */
const warmUps = 3;

/**
 * What is unbilled among 200,000 entries, with every kind of agreement, and the whole view of money; where all but some
 * 10,000 are on one of 5,000 issued invoices, and where none has ever been billed.
 */
export async function measureMoney(profile: string): Promise<Figure[]> {
  const file = join(profile, 'clientele.db');
  const other = join(profile, 'unbilled.db');
  copyFileSync(file, other);
  return [...(await measureScene(file, kept)), ...(await measureScene(other, null))];
}

async function measureScene(file: string, keep: number | null): Promise<Figure[]> {
  const services = await openMoneyScene(file, keep);
  const { sql } = services.store;
  try {
    const count = (where: string) =>
      Number(sql.prepare(`SELECT count(*) FROM time_entries ${where}`).pluck().get()).toLocaleString('en');
    const unbilled = count('WHERE billed = 0 AND billable = 1');
    const over = `over ${count('')} entries (${unbilled} unbilled) and ${invoices.toLocaleString('en')} invoices`;
    const clients = await services.call('clients.list');
    const plain = sql.prepare('SELECT sum(ended_at - started_at) FROM time_entries').pluck();
    const figure = async (work: string, ask: () => Promise<unknown>): Promise<Figure> => {
      const values: number[] = [];
      const sums: number[] = [];
      for (let round = 0; round < warmUps + rounds; round++) {
        const before = performance.now();
        plain.get();
        sums.push(performance.now() - before);
        const start = performance.now();
        await ask();
        values.push(performance.now() - start);
      }
      const first = `the first time ${Math.round(values[0] ?? 0)} ms`;
      return {
        work: `${work} ${over}; ${first}`,
        unit: 'ms',
        values: values.slice(warmUps),
        baseline: { name: 'plain sum', values: sums.slice(warmUps) },
        budget,
      };
    };
    return [
      await figure('Unbilled summary of all clients', async () => {
        for (const { id } of clients) await services.call('billing.unbilled', { clientId: id });
      }),
      await figure('Money, the whole view', () => services.call('billing.overview')),
      await figure('The ledgers of all retainers', () =>
        services.call('billing.retainers', { clientId: null }),
      ),
      await figure('Effective rates of a year, all clients', () =>
        services.call('billing.rates', { clientId: null, from: '2025-01-01', to: '2025-12-31' }),
      ),
      await pauses('CSV of all invoices', () => services.call('billing.saveInvoicesCsv', { clientId: null })),
    ];
  } finally {
    services.close();
  }
}

/** The 99th percentile of the event loop's delay while something is saved; how long that takes is said beside it. */
async function pauses(work: string, save: () => Promise<unknown>): Promise<Figure> {
  await save();
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const start = performance.now();
  for (let round = 0; round < rounds; round++) await save();
  const each = Math.round((performance.now() - start) / rounds);
  delay.disable();
  const longest = Math.round(delay.max / 1e6);
  return {
    work: `Event loop while saving: ${work} (${each} ms, longest ${longest} ms)`,
    ...{ unit: 'ms', values: [delay.percentile(99) / 1e6 - 1], budget: 10 },
  };
}

/** Makes a sample workspace one of many years of business. */
async function openMoneyScene(file: string, keep: number | null): Promise<TestServices> {
  forgetStatistics(file);
  const sql = openDatabase(file);
  const store = new Store(sql, (error) => {
    throw error;
  });
  const services = openServices({}, store);
  await agreeOnEverything(services);
  issueInvoices(sql, invoices, keep);
  await draftAndSpend(services);
  // Else the system still writes to the disk what the scene was made of, while it is measured.
  sql.pragma('wal_checkpoint(TRUNCATE)');
  return services;
}

/** The app analyses no workspace; what the sample has found out about itself would give it other plans. */
function forgetStatistics(file: string): void {
  const sql = openDatabase(file);
  sql.exec('DROP TABLE IF EXISTS sqlite_stat4; DROP TABLE IF EXISTS sqlite_stat1');
  sql.close();
}
