import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CalendarStore } from '../calendar/store.ts';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';
import { timed } from '../spec/client.ts';
import { createHarness, type Harness } from '../support/harness.ts';
import { leftovers, localEvents, remoteEvents } from './compare.ts';

const VA = 'va@example.com';
let google: FakeGoogle;
let app: Harness;
let account: string;
let calendar: CalendarStore;
let client: string;

beforeEach(async () => {
  google = await startFakeGoogle({ seed: 11, startAt: 1_780_000_000_000 });
  google.addUser(VA);
  app = createHarness(google);
  account = await app.connect(VA);
  calendar = google.calendar.addCalendar(VA, 'Acme');
  client = app.addClient();
  await app.engine.account(account);
  app.assign(calendar.id, client);
});
afterEach(async () => {
  app.store.close();
  await google.stop();
});

const sync = () => app.engine.account(account);
const problem = () =>
  (
    app.store.sql.prepare('SELECT problem FROM accounts WHERE id = ?').get(account) as {
      problem: string | null;
    }
  ).problem;
const operations = () => google.requests().map((line) => line.operation);
function expectEqual(): void {
  expect(problem()).toBeNull();
  expect(localEvents(app.store, calendar.id)).toEqual(remoteEvents(google, calendar.id));
  expect(leftovers(app.store)).toBe(0);
  google.assertClean();
}

test('only assigned calendars are copied; a first sync copies series, exceptions and all-day events', async () => {
  google.calendar.calendars.get(VA)?.put(timed('Private', '2026-03-02'));
  const master = calendar.put({
    ...timed('Weekly', '2026-03-02'),
    recurrence: ['RRULE:FREQ=WEEKLY;COUNT=5'],
  });
  calendar.put({ summary: 'Holiday', start: { date: '2026-03-05' }, end: { date: '2026-03-07' } });
  calendar.put({
    ...timed('Moved', '2026-03-10', 15),
    id: `${master.id}_20260309T080000Z`,
    recurringEventId: master.id,
    originalStartTime: { dateTime: '2026-03-09T09:00:00', timeZone: 'Europe/Berlin' },
  });
  await sync();
  expectEqual();
  expect(localEvents(app.store, VA)).toEqual([]);
});

test('a quiet round asks each calendar once and writes nothing', async () => {
  calendar.put(timed('A', '2026-03-02'));
  await sync();
  await sync();
  google.clearRequests();
  const before = app.store.sql.pragma('data_version', { simple: true });
  const changes = app.store.sql.prepare('SELECT total_changes() AS n').get();
  await sync();
  expect(operations()).toEqual(['calendar.events.list']);
  expect(app.store.sql.prepare('SELECT total_changes() AS n').get()).toEqual(changes);
  expect(app.store.sql.pragma('data_version', { simple: true })).toBe(before);
});

test('a delta replaces single rows and leaves the rest alone', async () => {
  const [a, b] = [calendar.put(timed('A', '2026-03-02')), calendar.put(timed('B', '2026-03-03'))];
  await sync();
  calendar.put({ ...a.body, summary: 'A2' });
  calendar.remove(b.id);
  calendar.put(timed('C', '2026-03-04'));
  await sync();
  expectEqual();
});

test('410 lists everything again, once, without an error', async () => {
  const a = calendar.put(timed('A', '2026-03-02'));
  await sync();
  google.calendar.expireEventTokens(calendar.id);
  calendar.remove(a.id);
  calendar.put(timed('B', '2026-03-02'));
  google.clearRequests();
  await sync();
  expectEqual();
  expect(google.requests().map((line) => line.status)).toEqual([410, 200]);
});

test('a sync token that the service does not know lists everything again', async () => {
  calendar.put(timed('A', '2026-03-02'));
  await sync();
  app.store.sql.prepare("UPDATE calendars SET cursor = 'nonsense' WHERE client_id IS NOT NULL").run();
  calendar.put(timed('B', '2026-03-02'));
  await sync();
  expectEqual();
});

test('the end of a series takes its exceptions along', async () => {
  const master = calendar.put({ ...timed('Daily', '2026-03-02'), recurrence: ['RRULE:FREQ=DAILY'] });
  calendar.put({
    ...timed('Changed', '2026-03-03', 12),
    id: `${master.id}_20260303T080000Z`,
    recurringEventId: master.id,
    originalStartTime: { dateTime: '2026-03-03T09:00:00', timeZone: 'Europe/Berlin' },
  });
  await sync();
  calendar.remove(master.id);
  await sync();
  expectEqual();
  expect(localEvents(app.store, calendar.id)).toEqual([]);
});

test.each([
  ['429 with Retry-After', { kind: 'rate', code: 429, retryAfterSeconds: 7 }] as const,
  ['403 rateLimitExceeded', { kind: 'rate', code: 403 }] as const,
  ['503', { kind: 'server', code: 503, when: 'before' }] as const,
  ['a cut connection', { kind: 'cut', when: 'before' }] as const,
])('%s between two pages is waited out', async (_name, fault) => {
  for (let i = 0; i < 2600; i += 1) calendar.put(timed(`E${i}`, '2026-03-02'));
  google.faults.addBetweenPages('calendar.events.list', fault, 2);
  await sync();
  expect(google.faults.pending()).toBe(0);
  expect(app.pauses).toHaveLength(2);
  if ('retryAfterSeconds' in fault) expect(Math.min(...app.pauses)).toBeGreaterThan(6_900);
  else expect(app.pauses[1]).toBeGreaterThan((app.pauses[0] ?? 0) * 1.5);
  expectEqual();
});

test('the same pause holds for every call of the account', async () => {
  google.faults.add('*', { kind: 'rate', code: 429, retryAfterSeconds: 30 });
  await sync();
  expect(app.pauses).toHaveLength(1);
  expect(app.pauses[0]).toBeGreaterThan(29_000);
});

test('a dead grant asks to reconnect, loses nothing, and goes on after it', async () => {
  calendar.put(timed('A', '2026-03-02'));
  await sync();
  google.accounts.revokeUser(VA);
  calendar.put(timed('B', '2026-03-03'));
  await sync();
  expect(problem()).toBe('reconnect');
  expect(localEvents(app.store, calendar.id)).toHaveLength(1);
  const grant = google.accounts.grant(google.accounts.userByEmail(VA), google.client.id, [
    'https://www.googleapis.com/auth/calendar.events',
    'https://www.googleapis.com/auth/calendar.calendarlist.readonly',
    'https://www.googleapis.com/auth/drive.metadata.readonly',
  ]);
  await app.tokens.keep(account, grant.refreshToken);
  app.access.forget(account);
  app.store.sql.prepare("UPDATE accounts SET state = 'connected' WHERE id = ?").run(account);
  await sync();
  expectEqual();
});

test('an access token that dies early is renewed once, for parallel calls together', async () => {
  const second = google.calendar.addCalendar(VA, 'Second');
  calendar.put(timed('A', '2026-03-02'));
  second.put(timed('B', '2026-03-02'));
  await sync();
  google.accounts.expireAccess();
  google.clearRequests();
  const signal = new AbortController().signal;
  const call = () => app.parts.calendars.calendars(account, { cursor: null, page: null }, signal);
  await Promise.all([call(), call(), call(), call(), call()]);
  expect(operations().filter((name) => name === 'oauth.token')).toHaveLength(1);
});

test('a damaged page is asked for once more, and then told as what it is', async () => {
  for (let i = 0; i < 2600; i += 1) calendar.put(timed(`E${i}`, '2026-03-02'));
  google.faults.addBetweenPages('calendar.events.list', { kind: 'garbled' }, 1);
  await sync();
  expectEqual();
  google.faults.add('calendar.events.list', { kind: 'garbled' }, 2);
  calendar.put(timed('New', '2026-03-03'));
  await sync();
  expect(problem()).toBe('unreadable');
  expect(localEvents(app.store, calendar.id)).toHaveLength(2600);
  await sync();
  expectEqual();
});

test('a fresh token that is refused as well is tried again before anybody is asked to sign in again', async () => {
  calendar.put(timed('A', '2026-03-02'));
  await sync();
  calendar.put(timed('B', '2026-03-02'));
  const refuse = (times: number) =>
    google.faults.add('calendar.events.list', { kind: 'expire-access' }, times);
  const pauses = app.pauses.length;
  refuse(6);
  await sync();
  expectEqual();
  expect(app.pauses.slice(pauses).map((ms) => Math.round(ms / 100))).toEqual([15, 25, 45]);
  refuse(8);
  google.clearRequests();
  await sync();
  expect(operations().filter((name) => name === 'calendar.events.list')).toHaveLength(8);
  expect(problem()).toBe('reconnect');
  expect(localEvents(app.store, calendar.id)).toHaveLength(2);
});

test('lost access removes the copy; regained access brings it back', async () => {
  google.addUser('client@example.org');
  const shared = google.calendar.addCalendar('client@example.org', 'Shared');
  shared.put(timed('Talk', '2026-03-02'));
  google.calendar.share(shared.id, VA, 'reader');
  await app.engine.account(account, true);
  app.assign(shared.id, client);
  await sync();
  expect(localEvents(app.store, shared.id)).toHaveLength(1);
  google.calendar.unshare(shared.id, VA);
  await sync();
  expect(localEvents(app.store, shared.id)).toEqual([]);
  expect(leftovers(app.store)).toBe(0);
  google.calendar.share(shared.id, VA, 'freeBusyReader');
  await app.engine.account(account, true);
  await sync();
  expect(localEvents(app.store, shared.id)).toEqual([expect.objectContaining({ title: '' })]);
});

test('taking a calendar from its client removes its events', async () => {
  calendar.put(timed('A', '2026-03-02'));
  await sync();
  app.assign(calendar.id, null);
  await sync();
  expect(app.store.sql.prepare('SELECT count(*) AS n FROM events').get()).toEqual({ n: 0 });
});

test('a cancelled first sync shows nothing and can be taken up again', async () => {
  for (let i = 0; i < 3000; i += 1) calendar.put(timed(`E${i}`, '2026-03-02'));
  google.faults.addBetweenPages('calendar.events.list', { kind: 'slow', ms: 2_000 });
  const running = sync();
  await expect.poll(() => app.engine.view(account).run?.seen ?? 0).toBeGreaterThan(2_000);
  await app.engine.cancel(account);
  await running;
  expect(localEvents(app.store, calendar.id)).toEqual([]);
  expect(problem()).toBeNull();
  await sync();
  expectEqual();
});
