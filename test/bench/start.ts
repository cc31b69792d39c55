import { setTimeout as pause } from 'node:timers/promises';
import { type Run, startElectron } from './electron-run.ts';
import type { Figure } from './figures.ts';
import { treeCpu, treeMemory } from './processes.ts';

export interface Contestant {
  readonly folder: string;
  readonly profile: string;
}

const SETTLE_MS = 10_000;
/** A whole minute: the clocks in the window move once in it, whenever that is. */
const WATCH_MS = 60_000;

/** Start, memory and idle processor time of the app on a full workspace, by turns with the bare page. */
export async function measureStart(
  app: Contestant,
  bare: Contestant,
  rounds: { readonly start: number; readonly idle: number },
): Promise<Figure[]> {
  const start = await byTurns(app, bare, rounds.start, async (run) => run.readyMs);
  const idle = process.platform === 'linux' ? await byTurns(app, bare, rounds.idle, watch) : null;
  const name = 'bare page';
  const figures: Figure[] = [
    {
      work: 'Start to interactive, 20 clients, 10,000 tasks, 50,000 entries',
      unit: 'ms',
      values: start.app,
      baseline: { name, values: start.bare },
      budget: 1.4,
    },
  ];
  if (!idle) return figures;
  return [
    ...figures,
    {
      work: 'Memory of all processes (PSS), same workspace, idle 10 s',
      unit: 'MB',
      values: idle.app.map((one) => one.memory),
      baseline: { name, values: idle.bare.map((one) => one.memory) },
      budget: 1.2,
    },
    {
      work: 'Idle processor time, of one core',
      unit: '%',
      values: idle.app.map((one) => one.cpu),
      budget: 0.5,
    },
  ];
}

/** The first run of each warms the caches and does not count. */
async function byTurns<T>(
  app: Contestant,
  bare: Contestant,
  rounds: number,
  look: (run: Run, name: 'app' | 'bare') => Promise<T>,
) {
  const seen: { app: T[]; bare: T[] } = { app: [], bare: [] };
  for (let round = 0; round <= rounds; round += 1) {
    for (const [name, one] of [
      ['bare', bare],
      ['app', app],
    ] as const) {
      const run = await startElectron(one.folder, one.profile);
      try {
        if (round > 0) seen[name].push(await look(run, name));
        else await pause(2_000);
      } finally {
        await run.stop();
      }
    }
  }
  return seen;
}

async function watch(run: Run, name: 'app' | 'bare'): Promise<{ memory: number; cpu: number }> {
  await pause(SETTLE_MS);
  const memory = treeMemory(run.pid);
  if (name === 'bare') return { memory, cpu: 0 };
  const before = treeCpu(run.pid);
  await pause(WATCH_MS);
  return { memory, cpu: ((treeCpu(run.pid) - before) / WATCH_MS) * 100 };
}
