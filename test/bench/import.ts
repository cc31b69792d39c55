import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { openImportScene } from '../support/import-scene.ts';

export interface ImportFigures {
  readonly rows: number;
  /** The same entries by one prepared INSERT in one transaction, milliseconds, median of the rounds. */
  readonly plainMs: number;
  /** Reading, dry run and writing while nobody else does anything, milliseconds. */
  readonly importMs: number;
  readonly steps: { readonly read: number; readonly check: number; readonly write: number };
  readonly undoMs: number;
  /** Delay of the event loop, 99th percentile, milliseconds. Budget: 10. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  readonly undoLoopP99Ms: number;
  /** Writing while somebody works: each of their changes makes it begin anew. */
  readonly disturbedWriteMs: number;
  /** A person's changes made meanwhile: how many, and the longest. */
  readonly writes: number;
  readonly slowestWriteMs: number;
}

const DAY = 86_400_000;
const FIRST = Date.parse('2016-01-01T08:00:00Z');
const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Rows of made-up work, marked as sample: some 55 a day over ten years, in UTC. */
function sampleRows(
  count: number,
): { start: number; end: number; client: string; project: string; note: string }[] {
  return Array.from({ length: count }, (_, index) => {
    const start = FIRST + Math.floor(index / 55) * DAY + (index % 55) * 600_000;
    return {
      start,
      end: start + 300_000 + (index % 5) * 60_000,
      client: `Sample client ${index % 20}`,
      project: `Project ${index % 77}`,
      note: `Sample work, number ${index}`,
    };
  });
}

function asToggl(rows: ReturnType<typeof sampleRows>): string {
  const moment = (at: number) => new Date(at).toISOString().slice(0, 19).replace('T', ',');
  const length = (ms: number) => new Date(ms).toISOString().slice(11, 19);
  const header =
    'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)';
  const lines = rows.map(
    ({ start, end, client, project, note }) =>
      `Sample,sample@sample.example,${client},${project},,"${note}",Yes,${moment(start)},${moment(end)},${length(end - start)},,`,
  );
  return [header, ...lines, ''].join('\r\n');
}

/** Inserts the same entries as plainly as possible, into a workspace that holds the clients. */
function plainInsert(rows: ReturnType<typeof sampleRows>): number {
  const scene = openImportScene();
  const { sql } = scene.store;
  const clients = new Map<string, string>();
  for (const { client } of rows) {
    if (!clients.has(client)) clients.set(client, '');
    if (clients.size === 20) break;
  }
  sql.exec(
    [...clients.keys()]
      .map(
        (name, index) =>
          `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
           VALUES ('c${index}', '${name}', 'S', 1, 'UTC', '[]', 'en', 'EUR', 0, 0);`,
      )
      .join('\n'),
  );
  const insert = sql.prepare(
    `INSERT INTO time_entries (id, client_id, note, started_at, ended_at, zone, source, billable, created_at, updated_at)
     VALUES (?, ?, ?, ?, ?, 'UTC', 'import', 1, 0, 0)`,
  );
  const began = performance.now();
  sql
    .transaction(() => {
      for (const [index, row] of rows.entries()) {
        const id = `01930000-0000-7000-8000-${index.toString(16).padStart(12, '0')}`;
        insert.run(id, `c${index % 20}`, `${row.project}: ${row.note}`, row.start, row.end);
      }
    })
    .immediate();
  const took = performance.now() - began;
  void scene.end();
  return took;
}

/** Measures the import of a large file beside plain inserts of the same entries. */
export async function measureImport(count = 200_000, rounds = 2): Promise<ImportFigures> {
  const rows = sampleRows(count);
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  const file = join(folder, 'sample.csv');
  writeFileSync(file, asToggl(rows));
  const plain: number[] = [];
  const imported: ImportRound[] = [];
  let disturbed: ImportRound;
  try {
    for (let round = 0; round < rounds; round += 1) {
      plain.push(plainInsert(rows));
      imported.push(await importRound(file, count, false));
    }
    disturbed = await importRound(file, count, true);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const of = (pick: (round: ImportRound) => number) => median(imported.map(pick));
  const all = [...imported, disturbed];
  const worst = (pick: (round: ImportRound) => number) => Math.max(...all.map(pick));
  return {
    rows: count,
    plainMs: median(plain),
    importMs: of((round) => round.read + round.check + round.write),
    steps: { read: of(({ read }) => read), check: of(({ check }) => check), write: of(({ write }) => write) },
    undoMs: of(({ undo }) => undo),
    loopP99Ms: worst(({ loopP99 }) => loopP99),
    loopMaxMs: worst(({ loopMax }) => loopMax),
    undoLoopP99Ms: worst(({ undoP99 }) => undoP99),
    disturbedWriteMs: disturbed.write,
    writes: disturbed.writes,
    slowestWriteMs: disturbed.slowestWrite,
  };
}

type ImportRound = Record<
  'read' | 'check' | 'write' | 'undo' | 'loopP99' | 'loopMax' | 'undoP99' | 'writes' | 'slowestWrite',
  number
>;

async function importRound(file: string, count: number, busy: boolean): Promise<ImportRound> {
  const scene = openImportScene();
  const { call } = scene;
  try {
    const { clientId } = await call('clients.add', { name: 'Somebody' });
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    const since = stopwatch();
    scene.picker.will(file);
    await call('import.choose');
    await scene.settled();
    const read = since();
    const found = await call('import.found');
    if (found?.rows !== count) throw new Error(`${found?.rows} of ${count} rows were read`);
    await call('import.reading', { ...found.reading, zone: 'UTC' });
    const answers = scene.answers(found);
    since();
    await call('import.check', answers);
    const check = since();
    // Meanwhile somebody works: at once, in the middle, and now and then.
    const person = somebody(busy, () => call('clients.change', { clientId, notes: `${performance.now()}` }));
    await call('import.run');
    const write = since();
    const { writes, slowest } = await person.rest();
    delay.disable();
    const { result } = await scene.settled();
    if (result?.entries !== count) throw new Error(`${result?.entries} of ${count} rows were imported`);
    const [loopP99, loopMax] = [delay.percentile(99) / 1e6, delay.max / 1e6];
    delay.reset();
    delay.enable();
    since();
    await call('import.undo', { id: result.importId });
    const undo = since();
    delay.disable();
    const left = scene.store.sql.prepare('SELECT count(*) FROM time_entries').pluck().get();
    if (left !== 0) throw new Error(`${left} entries were left`);
    const undoP99 = delay.percentile(99) / 1e6;
    return { read, check, write, undo, loopP99, loopMax, undoP99, writes, slowestWrite: slowest };
  } finally {
    await scene.end();
  }
}

/** Time since it was asked last, milliseconds. */
function stopwatch(): () => number {
  let last = performance.now();
  return () => {
    const now = performance.now();
    const passed = now - last;
    last = now;
    return passed;
  };
}

function somebody(busy: boolean, work: () => Promise<unknown>) {
  const waits = busy ? [100, 900, 2_500] : [];
  let [writes, slowest, working] = [0, 0, true];
  const done = (async () => {
    for (const wait of waits) {
      await setTimeout(wait);
      if (!working) return;
      const began = performance.now();
      await work();
      writes += 1;
      slowest = Math.max(slowest, performance.now() - began);
    }
  })();
  return {
    async rest() {
      working = false;
      await done;
      return { writes, slowest };
    },
  };
}

if (process.argv[1] === import.meta.filename) {
  const figures = await measureImport(Number(process.argv[2] ?? 200_000), Number(process.argv[3] ?? 1));
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
