import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { fetchByHand } from './by-hand.ts';
import { type OtherSide, startOtherSide } from './other-side.ts';
import { openScene, type Scene } from './scene.ts';

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
  /** How long a person's write takes meanwhile, one every 20 ms, milliseconds. */
  readonly personWrites: number;
  readonly personP99Ms: number;
  readonly personMaxMs: number;
  /** The longest of as many writes with nothing else to do. */
  readonly personIdleMaxMs: number;
  /** The same delay while nothing is done at all: what the machine itself adds. */
  readonly idleP99Ms: number;
  /** Budget: one per calendar and one per drive, so 2 here. */
  readonly quietRequests: number;
  /** Rows written by a quiet round here, and one if the copying thread committed anything. Budget: 0. */
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
      quiet = await quietRound(side, scene);
      await scene.engine.stop();
      scene.store.close();
    }
    const person = await personWrites(side, folder);
    const [byHandMs, firstSyncMs] = [median(hand), median(sync)];
    return {
      events,
      byHandMs,
      firstSyncMs,
      ratio: firstSyncMs / byHandMs,
      processorRatio: processor.sync / processor.hand,
      loopP99Ms: median(p99),
      loopMaxMs: worst,
      ...person,
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

/** Somebody edits all the time while a first sync runs; how long each edit takes until it is on the disk. */
async function personWrites(side: OtherSide, folder: string) {
  const { store, engine, account } = await openScene(side, folder, 'person');
  const write = () => {
    const started = performance.now();
    store.act({ key: 'undo.clientChanged', values: { name: 'Bench' } }, () =>
      store.sql.prepare('UPDATE clients SET updated_at = updated_at + 1').run(),
    );
    return performance.now() - started;
  };
  const waits: number[] = [];
  let done = false;
  void engine.account(account).then(() => {
    done = true;
  });
  while (!done) {
    waits.push(write());
    await setTimeout(20);
  }
  const idle: number[] = [];
  while (idle.length < waits.length) {
    idle.push(write());
    await setTimeout(20);
  }
  await engine.stop();
  store.close();
  const sorted = waits.toSorted((a, b) => a - b);
  return {
    personWrites: waits.length,
    personP99Ms: sorted[Math.floor(sorted.length * 0.99)] ?? 0,
    personMaxMs: sorted.at(-1) ?? 0,
    personIdleMaxMs: Math.max(...idle),
  };
}

async function quietRound(side: OtherSide, { engine, account, store }: Scene) {
  await engine.account(account);
  const own = () => (store.sql.prepare('SELECT total_changes() AS n').get() as { n: number }).n;
  // Changes with every commit that another connection makes.
  const others = () => Number(store.sql.pragma('data_version', { simple: true }));
  const before = { requests: await side.requests(), own: own(), others: others() };
  await engine.account(account);
  return {
    requests: (await side.requests()) - before.requests,
    writes: own() - before.own + (others() === before.others ? 0 : 1),
  };
}

if (process.argv[1] === import.meta.filename) {
  const figures = await measureSync(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 3));
  process.stdout.write(`${JSON.stringify(figures, null, 2)}\n`);
}
