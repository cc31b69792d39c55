import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as pause } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '#main/store/store.ts';
import { openTestStore } from '#test/support/store.ts';

const ROWS = 100_000;
let folder: string;
let store: Store;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-turn-'));
  store = openTestStore(join(folder, 'clientele.db'));
  store.sql.exec(
    'CREATE TABLE copies (seq INTEGER PRIMARY KEY, text TEXT NOT NULL); CREATE TABLE work (n INTEGER)',
  );
});
afterEach(() => {
  store.close();
  rmSync(folder, { recursive: true, force: true });
});

const count = (table: string) =>
  (store.sql.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;

test('what a person does goes first, and the copy is complete all the same', async () => {
  const data = { database: store.sql.name, turn: store.turn.shared, rows: ROWS };
  const copier = new Worker(new URL('../support/copier.ts', import.meta.url), { workerData: data });
  await once(copier, 'message');
  const ended = once(copier, 'exit');
  const started = performance.now();
  let copying = true;
  void once(copier, 'message').then(() => {
    copying = false;
  });
  const waits: number[] = [];
  while (copying) {
    const before = performance.now();
    store.write(() => store.sql.prepare('INSERT INTO work VALUES (1)').run());
    waits.push(performance.now() - before);
    await pause(10);
  }
  const whole = performance.now() - started;
  await ended;
  expect(count('copies')).toBe(ROWS);
  expect(count('work')).toBe(waits.length);
  // One transaction would have kept the first write out for nearly all of that time.
  expect(waits.length).toBeGreaterThan(5);
  expect(Math.max(...waits)).toBeLessThan(whole / 4);
}, 60_000);

test('a turn that was never given back is waited for a moment, not for ever', () => {
  const cells = new Int32Array(store.turn.shared);
  Atomics.store(cells, 1, 1);
  store.write(() => store.sql.prepare('INSERT INTO work VALUES (1)').run());
  store.turn.release();
  expect(Atomics.load(cells, 1)).toBe(0);
  expect(count('work')).toBe(1);
});
