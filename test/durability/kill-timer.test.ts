import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { systemClock } from '#main/platform/clock.ts';
import { createIds } from '#main/platform/ids.ts';
import { FakeClock } from '#test/support/clock.ts';
import { openTestStore } from '#test/support/store.ts';
import { addClients, openTime } from '#test/support/time.ts';
import { rounds, runAndKill } from './kill-loop.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-kill-timer-'));
  file = join(folder, 'clientele.db');
  const store = openTestStore(file);
  addClients(store);
  store.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const HOUR = 3_600_000;

interface Told {
  /** The last moment that was acknowledged, and the entry that ran then; null when none did. */
  readonly alive: number;
  readonly running: { readonly id: string; readonly from: number } | null;
  readonly closed: readonly { readonly id: string; readonly from: number; readonly to: number }[];
}

function told(lines: readonly string[], from: number): Told {
  let alive = from;
  let running: Told['running'] = null;
  const closed: { id: string; from: number; to: number }[] = [];
  for (const line of lines) {
    const [kind, a = '', b = '', c = ''] = line.split(' ');
    if (kind === 'lived') alive = Number(a);
    if (kind === 'running') running = { id: a, from: Number(b) };
    if (kind === 'closed') {
      closed.push({ id: a, from: Number(b), to: Number(c) });
      running = null;
    }
  }
  return { alive, running, closed };
}

describe('kill -9 while the timer runs', () => {
  it('costs at most one heartbeat, and no closed entry a millisecond', async () => {
    let from = Date.UTC(2026, 9, 24, 6);
    const losses: number[] = [];
    let closedEntries = 0;
    const all = new Map<string, string>();
    for (let round = 0; round < rounds(50); round++) {
      const lines = await runAndKill(
        'write-timer.ts',
        [file, new Date(from).toISOString()],
        Math.random() * 500,
      );
      const { alive, running, closed } = told(lines, from);
      const back = alive + 3 * HOUR;
      const time = openTime(file, new FakeClock(new Date(back).toISOString()), createIds(systemClock));
      const { sql } = time.store;
      const row = (id: string) =>
        sql.prepare('SELECT started_at AS "from", ended_at AS "to" FROM time_entries WHERE id = ?').get(id) as
          | { from: number; to: number }
          | undefined;
      for (const { id, ...span } of closed) expect(row(id)).toEqual(span);
      closedEntries += closed.length;
      time.pulse.start();
      if (running) {
        const gap = sql
          .prepare(
            'SELECT entry_id AS entryId, started_at AS "from", cause FROM time_gaps WHERE ended_at = ?',
          )
          .get(back) as { entryId: string; from: number; cause: string } | undefined;
        // It may have stopped or switched in its last moment, and not lived to say so.
        const end = gap?.entryId === running.id ? Math.max(gap.from, running.from) : row(running.id)?.to;
        const lost = Math.max(0, alive - (end ?? 0));
        losses.push(lost);
        expect(lost).toBeLessThanOrEqual(30_000);
        if (gap) expect(gap.cause).toBe('crash');
        if (gap && gap.from > running.from) expect(row(running.id)).toEqual({ from: running.from, to: end });
      }
      time.timer.stop();
      for (const [id, before] of all) expect(JSON.stringify(row(id))).toBe(before);
      const ids = sql.prepare('SELECT id FROM time_entries').pluck().all() as string[];
      for (const id of ids) all.set(id, JSON.stringify(row(id)));
      expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
      time.store.close();
      from = back + HOUR;
    }
    expect(losses.length).toBeGreaterThan(0);
    console.log(
      `kill -9 while the timer runs: ${rounds(50)} rounds, at most ${Math.max(...losses) / 1000} s lost, ${closedEntries} closed entries untouched`,
    );
  });
});
