import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import Database from 'better-sqlite3';
import { expect, test } from './support/app.ts';
import { type FasterApp, launchFaster } from './support/faster.ts';
import { addClient, callApp } from './support/seed.ts';

const rounds = process.env.CLIENTELE_NIGHTLY ? 50 : 3;
/** Ten heartbeats pass in less than half a minute, and a tenth of a second of a busy machine is only one of the app's. */
const speed = 10;
const hour = 3_600_000;

type Rows = ReadonlyMap<string, string>;

/** Every closed entry as the file holds it. */
function closedEntries(profile: string): Rows {
  const sql = new Database(join(profile, 'clientele.db'), { readonly: true });
  try {
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    const rows = sql.prepare('SELECT * FROM time_entries WHERE ended_at IS NOT NULL').all() as {
      id: string;
    }[];
    return new Map(rows.map((row) => [row.id, JSON.stringify(row)]));
  } finally {
    sql.close();
  }
}

function expectUntouched(before: Rows, after: Rows): void {
  for (const [id, row] of before) expect(after.get(id)).toBe(row);
}

/** What the person is shown and what is kept after a kill; answers how much of the work before it was lost. */
async function judge(app: FasterApp, running: string, killedAt: number): Promise<number> {
  const dialog = app.page.getByRole('dialog', { name: /^Where did 3h( \d+m)? go\?$/ });
  await expect(dialog).toContainText('Clientele ended unexpectedly');
  const [gap, ...more] = await callApp(app.page, 'time.gaps');
  expect(more).toEqual([]);
  expect(gap).toMatchObject({ cause: 'crash' });
  const { id, startedAt, endedAt } = gap ?? { id: '', startedAt: 0, endedAt: 0 };
  expect(startedAt).toBeLessThanOrEqual(killedAt);
  expect(endedAt).toBeLessThanOrEqual(app.now());
  const goesOn = await callApp(app.page, 'time.running');
  expect(goesOn?.startedAt).toBe(endedAt);
  // Killed before its first heartbeat, the entry has nothing that is known before the gap.
  const row = closedEntries(app.profile).get(running);
  if (row) expect(JSON.parse(row).ended_at).toBe(startedAt);
  else expect(goesOn?.id).toBe(running);
  await callApp(app.page, 'time.answerGap', { id, answer: 'discard' });
  await expect(dialog).toBeHidden();
  return killedAt - startedAt;
}

test(`killed while the timer runs, ${rounds} times: at most 30 s lost, closed entries untouched`, async ({
  profile,
}) => {
  test.setTimeout(rounds * 60_000);
  let base = Date.now();
  let killed: { readonly running: string; readonly at: number; readonly closed: Rows } | null = null;
  const losses: number[] = [];
  const clients: string[] = [];

  for (let round = 0; round <= rounds; round += 1) {
    const app = await launchFaster(profile, base, speed);
    const { page } = app;
    if (killed) {
      losses.push(await judge(app, killed.running, killed.at));
      expectUntouched(killed.closed, closedEntries(profile));
    } else {
      for (const name of ['Northwind Bakery', 'Fjord & Co'])
        clients.push((await addClient(page, name)).clientId);
    }
    if (round === rounds) {
      await app.close();
      break;
    }
    const clientId = clients[round % 2] ?? '';
    const { id } = await callApp(page, 'time.switch', { clientId });
    const closed = closedEntries(profile);
    await wait(Math.random() * 7_000);
    killed = { running: id, at: await app.kill(), closed };
    expectUntouched(closed, closedEntries(profile));
    base = killed.at + 3 * hour;
  }

  const greatest = Math.max(...losses);
  console.log(
    `kill -9 of the app while the timer runs: ${rounds} rounds, at most ${(greatest / 1000).toFixed(1)} s lost, ${killed?.closed.size} closed entries untouched`,
  );
  expect(losses).toHaveLength(rounds);
  expect(greatest).toBeLessThanOrEqual(30_000);
});
