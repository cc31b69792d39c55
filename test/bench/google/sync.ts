import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fetchByHand } from './by-hand.ts';
import { startOtherSide } from './other-side.ts';
import { openScene } from './scene.ts';

export interface SyncFigures {
  readonly events: number;
  /** Fetching and inserting the same pages by hand, milliseconds, median of the rounds. */
  readonly byHandMs: number;
  readonly firstSyncMs: number;
  /** Budget: 1.3. */
  readonly ratio: number;
  /** The same in processor time of the process, which other programs on the machine disturb less. */
  readonly processorRatio: number;
  /** Delay of the event loop while the first sync runs, 99th percentile, milliseconds. Budget: 10. */
  readonly loopP99Ms: number;
  readonly loopMaxMs: number;
  /** The same delay while nothing is done at all: what the machine itself adds. */
  readonly idleP99Ms: number;
  /** Budget: one per calendar and one per drive, so 2 here. */
  readonly quietRequests: number;
  /** Rows written by a quiet round. Budget: 0. */
  readonly quietWrites: number;
}

const median = (values: number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

/** Measures the sync of DESIGN 9 against a server on loopback in another process. */
export async function measureSync(events = 100_000, rounds = 3): Promise<SyncFigures> {
  const folder = mkdtempSync(join(tmpdir(), 'clientele-bench-'));
  const side = await startOtherSide(events, 1_000);
  try {
    // The client library and the server are warm before anything counts.
    const warm = await openScene(side, folder, 'warm');
    await fetchByHand(side, warm.store, 1);
    warm.store.close();
    const hand: number[] = [];
    const sync: number[] = [];
    const p99: number[] = [];
    const processor = { hand: 0, sync: 0 };
    const idleP99Ms = await idleDelay();
    let worst = 0;
    let quiet = { requests: -1, writes: -1 };
    for (let round = 0; round < rounds; round += 1) {
      const byHand = await openScene(side, folder, `hand-${round}`);
      const handStart = process.cpuUsage();
      hand.push(await fetchByHand(side, byHand.store, 1));
      processor.hand += spent(handStart);
      byHand.store.close();

      const scene = await openScene(side, folder, `sync-${round}`);
      const delay = monitorEventLoopDelay({ resolution: 1 });
      delay.enable();
      const syncStart = process.cpuUsage();
      const started = performance.now();
      await scene.engine.account(scene.account);
      sync.push(performance.now() - started);
      delay.disable();
      processor.sync += spent(syncStart);
      p99.push(delay.percentile(99) / 1e6);
      worst = Math.max(worst, delay.max / 1e6);
      const copied = scene.store.sql.prepare('SELECT count(*) AS n FROM events').get() as { n: number };
      if (copied.n !== events) throw new Error(`${copied.n} of ${events} events were copied`);
      quiet = await quietRound(scene);
      scene.store.close();
    }
    const [byHandMs, firstSyncMs] = [median(hand), median(sync)];
    return {
      events,
      byHandMs,
      firstSyncMs,
      ratio: firstSyncMs / byHandMs,
      processorRatio: processor.sync / processor.hand,
      loopP99Ms: median(p99),
      loopMaxMs: worst,
      idleP99Ms,
      quietRequests: quiet.requests,
      quietWrites: quiet.writes,
    };
  } finally {
    await side.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

function spent(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1000;
}

async function idleDelay(): Promise<number> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  await setTimeout(1_000);
  delay.disable();
  return delay.percentile(99) / 1e6;
}

async function quietRound(scene: Awaited<ReturnType<typeof openScene>>) {
  await scene.engine.account(scene.account);
  const writes = () => (scene.store.sql.prepare('SELECT total_changes() AS n').get() as { n: number }).n;
  const before = { requests: scene.requests(), writes: writes() };
  await scene.engine.account(scene.account);
  return { requests: scene.requests() - before.requests, writes: writes() - before.writes };
}

if (process.argv[1] === import.meta.filename) {
  const figures = await measureSync(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 3));
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
