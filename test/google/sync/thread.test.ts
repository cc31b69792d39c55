import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Worker } from 'node:worker_threads';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loopbackEndpoints } from '#main/google/endpoints.ts';
import { startThread } from '#main/sync/worker/thread.ts';
import type { SyncWorkerData } from '#main/sync-worker.ts';
import { threadSource } from '#test/support/rounds.ts';
import type { CalendarStore } from '../calendar/store.ts';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';
import { timed } from '../spec/client.ts';
import { createHarness, type Harness } from '../support/harness.ts';
import { leftovers, localEvents, localFiles, remoteEvents, remoteFiles } from './compare.ts';

const VA = 'va@example.com';
let folder: string;
let google: FakeGoogle;
let app: Harness;
let account: string;
let calendar: CalendarStore;
let threads: Worker[];
/** Everything that was handed to a thread. */
let handed: unknown[];

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-thread-'));
  google = await startFakeGoogle({ seed: 31, startAt: 1_780_000_000_000 });
  google.addUser(VA);
  threads = [];
  handed = [];
  app = createHarness(google, {
    file: join(folder, 'clientele.db'),
    start(data) {
      handed.push(data);
      const endpoints = loopbackEndpoints(google.url, false);
      const thread = startThread(threadSource, { ...data, endpoints } satisfies SyncWorkerData);
      const post = thread.postMessage.bind(thread);
      thread.postMessage = (message: unknown) => {
        handed.push(message);
        post(message);
      };
      threads.push(thread);
      return thread;
    },
  });
  account = await app.connect(VA);
  calendar = google.calendar.addCalendar(VA, 'Acme');
  const client = app.addClient();
  await app.engine.account(account);
  app.assign(calendar.id, client);
  const { store: drive } = google.drive;
  const root = drive.folder(VA, drive.rootOf(VA), 'Acme');
  drive.create(VA, { name: 'Brief.pdf', parent: root.id });
  app.assignFolder(account, root.id, '', client);
  roots = [root.id];
});
afterEach(async () => {
  await app.engine.stop();
  app.store.close();
  await google.stop();
  rmSync(folder, { recursive: true, force: true });
});

let roots: string[];
const sync = () => app.engine.account(account);
const one = (column: string, table: string) =>
  (app.store.sql.prepare(`SELECT ${column} AS value FROM ${table}`).get() as { value: unknown }).value;
const problem = () => one('problem', 'accounts');
const cursor = () => one('max(cursor)', 'calendars');
const fill = (count: number, from = 0) => {
  for (let i = from; i < from + count; i += 1) calendar.put(timed(`E${i}`, '2026-03-02'));
};
const seen = () => app.engine.view(account).run?.seen ?? 0;
function expectEqual(): void {
  expect(problem()).toBeNull();
  expect(localEvents(app.store, calendar.id)).toEqual(remoteEvents(google, calendar.id));
  expect(localFiles(app.store, account)).toEqual(remoteFiles(google, VA, roots));
  expect(leftovers(app.store)).toBe(0);
  google.assertClean();
}

test('a list and a delta arrive, those who look are told, and a quiet round asks once and commits nothing', async () => {
  fill(3000);
  const told = new Set<string>();
  app.store.feed.subscribe((changes) => {
    for (const { topic } of changes) told.add(topic);
  });
  await sync();
  expectEqual();
  fill(10, 3000);
  await sync();
  expectEqual();
  expect([...told].sort()).toEqual(['accounts', 'calendar', 'files']);
  await sync();
  google.clearRequests();
  const before = app.store.sql.pragma('data_version', { simple: true });
  await sync();
  expect(google.requests().map((line) => line.operation)).toEqual([
    'calendar.events.list',
    'drive.changes.list',
  ]);
  expect(app.store.sql.pragma('data_version', { simple: true })).toBe(before);
  expect(threads).toHaveLength(1);
});

test('the thread is given access tokens, never what renews them, and keeps neither', async () => {
  fill(5);
  await sync();
  const secret = await app.credentials.read(`google:${account}`);
  const text = JSON.stringify(handed);
  expect(text).toContain('"do":"token"');
  expect(text).not.toContain(secret);
  expect(text).not.toContain(google.client.secret);
  const dump = app.store.sql.serialize().toString('latin1');
  expect(dump).not.toContain('ya29.');
});

test('a thread that dies in the middle of a list fails its round, shows nothing, and the next round is whole', async () => {
  fill(8000);
  google.faults.addBetweenPages('calendar.events.list', { kind: 'slow', ms: 1 }, 2);
  google.faults.addBetweenPages('calendar.events.list', { kind: 'slow', ms: 60_000 });
  const running = sync();
  await expect.poll(seen, { timeout: 20_000 }).toBe(7_500);
  expect(one('count(*)', 'events')).toBe(5_000);
  await threads.at(-1)?.terminate();
  await running;
  expect(problem()).toBe('stopped');
  expect(cursor()).toBeNull();
  expect(localEvents(app.store, calendar.id)).toEqual([]);
  await sync();
  expectEqual();
});

test('a thread that dies between two cuts of a delta leaves the old cursor, and the delta is repeated', async () => {
  fill(10);
  await sync();
  const old = cursor();
  fill(4000, 10);
  const died = new Promise<void>((resolve) => {
    const end = app.store.feed.subscribe((changes) => {
      if (!changes.some(({ topic }) => topic === 'calendar')) return;
      end();
      void threads
        .at(-1)
        ?.terminate()
        .then(() => resolve());
    });
  });
  await Promise.all([sync(), died]);
  expect(problem()).toBe('stopped');
  expect(cursor()).toBe(old);
  await sync();
  expectEqual();
});

test('after a stop in the middle nothing touches the file any more', async () => {
  fill(6000);
  google.faults.addBetweenPages('calendar.events.list', { kind: 'slow', ms: 60_000 });
  const running = sync();
  await expect.poll(seen, { timeout: 20_000 }).toBeGreaterThan(2_000);
  await app.engine.stop();
  await running;
  expect(threads.map((thread) => thread.threadId)).toEqual([-1]);
  expect(problem()).toBeNull();
  // The only connection left may take the whole file for itself.
  expect(app.store.sql.pragma('locking_mode = EXCLUSIVE', { simple: true })).toBe('exclusive');
  app.store.write(() => app.store.sql.prepare("UPDATE clients SET name = 'Alone'").run());
});

test('a thread that does not listen is ended with its round', async () => {
  fill(10);
  const running = sync();
  const thread = threads.at(-1);
  if (!thread) throw new Error('no thread was started');
  // It never hears that it should stop: only the limit can end it.
  const post = thread.postMessage.bind(thread);
  thread.postMessage = (message: { do: string }) => {
    if (message.do === 'run') post(message);
  };
  google.faults.add('*', { kind: 'slow', ms: 60_000 }, 5);
  await app.engine.cancel(account);
  await running;
  expect(problem()).toBeNull();
  google.faults.clear();
  await sync();
  expectEqual();
}, 30_000);

test('an account that is removed in the middle leaves nothing behind', async () => {
  fill(6000);
  google.faults.addBetweenPages('calendar.events.list', { kind: 'slow', ms: 60_000 });
  const running = sync();
  await expect.poll(seen, { timeout: 20_000 }).toBeGreaterThan(2_000);
  await app.tokens.forget(account);
  app.access.forget(account);
  await app.engine.cancel(account);
  await running;
  app.store.write(() => {
    app.store.sql.prepare('DELETE FROM accounts').run();
  });
  expect(one('count(*)', 'events')).toBe(0);
  await sync();
  expect(one('count(*)', 'accounts')).toBe(0);
});
