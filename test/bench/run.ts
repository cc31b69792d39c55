import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { buildBarePage } from './bare-react/build.ts';
import { measureDay } from './day.ts';
import { type Figure, table } from './figures.ts';
import { measureSync } from './google/sync.ts';
import { measureImport } from './import.ts';
import { measureInvoice } from './invoice.ts';
import { measureMoney } from './money.ts';
import { measureBoard, measureSearch } from './page.ts';
import { measureReport } from './report.ts';
import { measureStart } from './start.ts';
import { measureWeek } from './week.ts';

// Runs the measurements on the profiles that scripts/bench.mjs has made in `--work`, and prints the budget table.
const { values } = parseArgs({
  options: {
    work: { type: 'string', default: '' },
    only: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '7' },
    events: { type: 'string', default: '100000' },
  },
});
const { work, only } = values;
const appFolder = resolve(import.meta.dirname, '../..');
const rounds = Number(values.rounds);

const parts: Readonly<Record<string, () => Promise<Figure[]>>> = {
  async start() {
    const bare = join(appFolder, 'out', 'bench', 'bare-react');
    await buildBarePage(bare);
    return measureStart(
      { folder: appFolder, profile: join(work, 'big') },
      { folder: bare, profile: join(work, 'bare') },
      { start: rounds, idle: Math.ceil(rounds / 3) },
    );
  },
  board: () => measureBoard(join(work, 'boards')),
  day: () => measureDay(join(work, 'day')),
  week: () => measureWeek(join(work, 'week')),
  search: () => measureSearch(join(work, 'search')),
  report: () => measureReport(join(work, 'report')),
  money: () => measureMoney(join(work, 'money')),
  invoice: () => measureInvoice(join(work, 'invoice')),
  sync: () => syncFigures(Number(values.events)),
  import: () => importFigures(),
};

async function syncFigures(events: number): Promise<Figure[]> {
  const sync = await measureSync(events, 3);
  const count = sync.events.toLocaleString('en');
  return [
    {
      work: `First sync of ${count} events from loopback`,
      unit: 'ms',
      values: [sync.firstSyncMs],
      baseline: { name: 'by hand', values: [sync.byHandMs] },
      budget: 1.3,
    },
    {
      work: `Event loop while syncing, 99th percentile (${sync.idleP99Ms.toFixed(1)} ms with nothing to do)`,
      unit: 'ms',
      values: [sync.loopP99Ms],
      budget: 10,
    },
    {
      work: 'Requests when nothing is new, one calendar and one drive',
      unit: 'count',
      values: [sync.quietRequests],
      budget: 2,
    },
    { work: 'Rows written when nothing is new', unit: 'count', values: [sync.quietWrites], budget: 0 },
  ];
}

async function importFigures(): Promise<Figure[]> {
  const figures = await measureImport();
  const count = figures.rows.toLocaleString('en');
  const perSecond = Math.round(figures.rows / (figures.importMs / 1000)).toLocaleString('en');
  const { read, check, write } = figures.steps;
  const steps = [read, check, write].map((ms) => `${(ms / 1000).toFixed(1)} s`).join(', ');
  const writes = `${figures.writes} changes by a person meanwhile, the slowest ${figures.slowestWriteMs.toFixed(0)} ms; writing then took ${(figures.disturbedWriteMs / 1000).toFixed(1)} s`;
  return [
    {
      work: `Import of ${count} rows: read, dry run, write (${steps}; ${perSecond} rows a second)`,
      unit: 'ms',
      values: [figures.importMs],
      baseline: { name: 'plain inserts', values: [figures.plainMs] },
      budget: 4,
    },
    {
      work: `Event loop while importing, 99th percentile (${writes})`,
      unit: 'ms',
      values: [figures.loopP99Ms],
      budget: 10,
    },
    {
      work: `Event loop while undoing the import (${(figures.undoMs / 1000).toFixed(1)} s), 99th percentile`,
      unit: 'ms',
      values: [figures.undoLoopP99Ms],
      budget: 10,
    },
  ];
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(parts)) {
  if (only.length > 0 && !only.includes(name)) continue;
  process.stdout.write(`[bench] measuring: ${name}\n`);
  try {
    figures.push(...(await measure()));
  } catch (error) {
    process.exitCode = 1;
    const reason = error instanceof Error ? error.stack : String(error);
    process.stderr.write(`[bench] ${name} could not be measured: ${reason}\n`);
  }
}
process.stdout.write(`\n${table(figures)}\n`);
