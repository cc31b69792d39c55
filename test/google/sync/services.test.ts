import { afterEach, beforeEach, expect, test } from 'vitest';
import { googleSetup } from '#main/google/setup.ts';
import type { AccountView } from '#shared/ipc/accounts.ts';
import { AppError } from '#shared/ipc/errors.ts';
import { MemoryCredentialStore } from '#test/support/credential-store.ts';
import { openServices, type TestServices } from '#test/support/services.ts';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';
import { timed } from '../spec/client.ts';
import { loopbackOnly } from '../support/loopback-only.ts';

const VA = 'va@example.com';
const OTHER = 'other@example.com';
const DAY = {
  from: Date.parse('2026-03-02T00:00:00Z'),
  to: Date.parse('2026-03-10T00:00:00Z'),
  zone: 'Europe/Berlin',
};
let google: FakeGoogle;
let services: TestServices;
let credentials: MemoryCredentialStore;

beforeEach(async () => {
  loopbackOnly();
  google = await startFakeGoogle({ seed: 21 });
  google.addUser(VA, 'Vera');
  google.addUser(OTHER);
  google.oauth.consent.email = VA;
  credentials = new MemoryCredentialStore();
  const setup = googleSetup(google.url, false, { open: () => Promise.reject(new Error('no browser here')) });
  services = openServices({ google: setup, opener: setup.opener, credentials });
});
afterEach(async () => {
  await services.app.stop();
  services.close();
  await google.stop();
});

const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  return error instanceof AppError ? [error.code, error.details.reason ?? null] : error;
};
async function settled(): Promise<AccountView> {
  await expect
    .poll(async () => {
      const [account] = (await services.call('accounts.list')).accounts;
      return (
        account !== undefined && account.run === null && (account.succeededAt ?? account.problem) !== null
      );
    })
    .toBe(true);
  const [account] = (await services.call('accounts.list')).accounts;
  if (!account) throw new Error('no account');
  return account;
}
let rank = 0;
function addClient(name: string): string {
  rank += 1;
  const id = `01930000-0000-7000-8000-0000000f000${rank % 10}`;
  services.store.sql
    .prepare(
      `INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
       VALUES (?, ?, 'AA', 1, 'Europe/London', '[]', 'en', 'EUR', 1, 1)`,
    )
    .run(id, name);
  return id;
}
const connect = async () => (await services.call('accounts.connect')).accountId;
const calendarNamed = async (name: string) => {
  const found = (await services.call('calendar.calendars')).find((c) => c.name === name);
  if (!found) throw new Error(`no calendar ${name}`);
  return found;
};
const occurrences = (clientId: string | null) => services.call('calendar.occurrences', { ...DAY, clientId });

test('sign-in, calendars to clients, and nothing of one client in the view of another', async () => {
  const [acme, bakery] = [addClient('Acme'), addClient('Bakery')];
  const mine = google.calendar.addCalendar(VA, 'For Acme');
  const theirs = google.calendar.addCalendar(VA, 'For Bakery');
  const nobody = google.calendar.addCalendar(VA, 'For nobody');
  const series = mine.put({ ...timed('Stand-up', '2026-03-02'), recurrence: ['RRULE:FREQ=DAILY;COUNT=4'] });
  mine.put({
    ...timed('Stand-up, later', '2026-03-03', 15),
    id: `${series.id}_20260303T080000Z`,
    recurringEventId: series.id,
    originalStartTime: { dateTime: '2026-03-03T09:00:00', timeZone: 'Europe/Berlin' },
  });
  mine.put({
    id: `${series.id}_20260304T080000Z`,
    status: 'cancelled',
    recurringEventId: series.id,
    originalStartTime: { dateTime: '2026-03-04T09:00:00', timeZone: 'Europe/Berlin' },
  });
  mine.put({ summary: 'Fair', start: { date: '2026-03-06' }, end: { date: '2026-03-08' } });
  theirs.put(timed('Bread', '2026-03-05'));
  nobody.put(timed('Dentist', '2026-03-05'));

  expect((await services.call('accounts.list')).ready).toBe(true);
  await connect();
  await settled();
  await services.call('calendar.assign', {
    calendarId: (await calendarNamed('For Acme')).id,
    clientId: acme,
  });
  await services.call('calendar.assign', {
    calendarId: (await calendarNamed('For Bakery')).id,
    clientId: bakery,
  });
  await expect.poll(async () => (await occurrences(null)).items.length).toBe(5);
  const { items } = await occurrences(acme);
  expect(items.map((i) => i.title)).toEqual(['Stand-up', 'Stand-up, later', 'Stand-up', 'Fair']);
  expect(items.at(-1)).toMatchObject({
    allDay: true,
    startDate: '2026-03-06',
    endDate: '2026-03-08',
    start: Date.parse('2026-03-05T23:00:00Z'),
    end: Date.parse('2026-03-07T23:00:00Z'),
  });
  expect(new Set(items.map((i) => i.key)).size).toBe(4);
  expect((await occurrences(bakery)).items.map((i) => i.title)).toEqual(['Bread']);
  await services.call('undo.undo');
  expect((await occurrences(bakery)).items).toEqual([]);
  google.assertClean();
});

test('the token is in the keychain and nowhere in the database', async () => {
  await connect();
  await settled();
  const keys = credentials.keys();
  expect(keys).toHaveLength(1);
  const secret = await credentials.read(keys[0] ?? '');
  const dump = services.store.sql.serialize().toString('latin1');
  expect(secret).toContain('1//fake');
  expect(dump).not.toContain('1//fake');
  expect(dump).not.toContain('ya29.');
});

test('refused, closed and doubled sign-ins', async () => {
  google.oauth.consent.answer = 'deny';
  expect(await refusal(connect())).toEqual(['cancelled', 'google.refused']);
  google.oauth.consent.answer = 'close';
  const waiting = refusal(connect());
  await expect.poll(async () => (await services.call('accounts.list')).connecting).toBe(true);
  expect(await refusal(connect())).toEqual(['conflict', 'google.connecting']);
  await services.call('accounts.cancelConnect');
  expect(await waiting).toEqual(['cancelled', null]);
  expect((await services.call('accounts.list')).accounts).toEqual([]);
});

test('reconnect takes only the same person; connecting twice adds nobody', async () => {
  const accountId = await connect();
  await settled();
  google.accounts.revokeUser(VA);
  google.accounts.expireAccess();
  await services.call('accounts.sync', { accountId });
  await expect.poll(async () => (await services.call('accounts.list')).accounts[0]?.state).toBe('reconnect');
  google.oauth.consent.email = OTHER;
  expect(await refusal(services.call('accounts.reconnect', { accountId }))).toEqual([
    'conflict',
    'google.otherPerson',
  ]);
  google.oauth.consent.email = VA;
  await services.call('accounts.reconnect', { accountId });
  expect(await settled()).toMatchObject({ state: 'connected', problem: null });
  expect(await connect()).toBe(accountId);
  expect((await services.call('accounts.list')).accounts).toHaveLength(1);
});

test('scopes that were not ticked are read from the answer', async () => {
  google.oauth.consent.withhold = ['https://www.googleapis.com/auth/calendar.events'];
  await connect();
  expect(await settled()).toMatchObject({ readsCalendar: false, readsFiles: true, problem: null });
});

test('folders: choose, assign, look into, see what changed, take away', async () => {
  const [acme, bakery] = [addClient('Acme'), addClient('Bakery')];
  const { store: drive } = google.drive;
  const root = drive.folder(VA, drive.rootOf(VA), 'Acme');
  const inner = drive.folder(VA, root.id, 'Bakery inside');
  drive.create(VA, { name: 'Brief.pdf', parent: root.id });
  drive.create(VA, { name: 'Recipe.pdf', parent: inner.id });
  const accountId = await connect();
  const top = await services.call('files.browse', { accountId, place: { kind: 'my-drive' } });
  expect(top.folders.map((f) => f.name)).toEqual(['Acme']);
  const shared = drive.addSharedDrive('Agency', [VA]);
  drive.folder(VA, drive.folder(VA, shared.id, 'Plans').id, 'Deep');
  const across = await services.call('files.browse', { accountId, place: { kind: 'shared-drives' } });
  expect(across.folders).toEqual([expect.objectContaining({ name: 'Plans', driveId: shared.id })]);
  const chosen = { accountId, driveId: null, clientId: acme };
  const { id } = await services.call('files.assign', { ...chosen, remoteId: root.id, name: 'Acme' });
  await services.call('files.assign', {
    ...chosen,
    remoteId: inner.id,
    name: 'Bakery inside',
    clientId: bakery,
  });
  const names = async (folderId: string, parentId: string | null = null) =>
    (await services.call('files.children', { folderId, parentId })).map((f) => f.name);
  await expect.poll(() => names(id)).toEqual(['Brief.pdf']);
  expect(await refusal(names(id, inner.id))).toEqual(['not_found', null]);
  expect((await services.call('files.folders', { clientId: bakery })).map((f) => [f.name, f.files])).toEqual([
    ['Bakery inside', 1],
  ]);

  drive.create(VA, { name: 'New.pdf', parent: root.id });
  await services.call('accounts.sync', { accountId });
  await expect
    .poll(async () => (await services.call('files.feed', { clientId: acme, limit: 10 })).fresh)
    .toBe(1);
  const feed = await services.call('files.feed', { clientId: acme, limit: 10 });
  expect(feed.items).toEqual([expect.objectContaining({ name: 'New.pdf', what: 'added', fresh: true })]);
  expect((await services.call('files.feed', { clientId: bakery, limit: 10 })).items).toEqual([]);
  await services.call('files.looked', { clientId: acme });
  expect((await services.call('files.feed', { clientId: acme, limit: 10 })).fresh).toBe(0);

  await services.call('files.unassign', { folderId: id });
  expect(await refusal(names(id))).toEqual(['not_found', null]);
  await expect
    .poll(() => services.store.sql.prepare('SELECT group_concat(name) AS names FROM drive_files').get())
    .toEqual({ names: 'Recipe.pdf' });
  google.assertClean();
});

test('Ctrl+Z gives a folder back with its files, also when its copy was already dropped', async () => {
  const acme = addClient('Acme');
  const { store: drive } = google.drive;
  const root = drive.folder(VA, drive.rootOf(VA), 'Acme');
  drive.create(VA, { name: 'Brief.pdf', parent: root.id });
  const accountId = await connect();
  const { id } = await services.call('files.assign', {
    accountId,
    remoteId: root.id,
    driveId: null,
    name: 'Acme',
    clientId: acme,
  });
  const names = async () =>
    (await services.call('files.children', { folderId: id, parentId: null })).map((f) => f.name);
  await expect.poll(names).toEqual(['Brief.pdf']);
  await services.call('files.unassign', { folderId: id });
  const left = () => services.store.sql.prepare('SELECT count(*) AS n FROM drive_files').get();
  await expect.poll(left).toEqual({ n: 0 });
  await services.call('undo.undo');
  await services.call('accounts.sync', { accountId });
  await expect.poll(names).toEqual(['Brief.pdf']);
});

test('removing an account ends the grant and leaves nothing', async () => {
  const acme = addClient('Acme');
  const calendar = google.calendar.addCalendar(VA, 'For Acme');
  for (let i = 0; i < 500; i += 1) calendar.put(timed(`E${i}`, '2026-03-02'));
  const accountId = await connect();
  await settled();
  await services.call('calendar.assign', {
    calendarId: (await calendarNamed('For Acme')).id,
    clientId: acme,
  });
  await expect.poll(async () => (await occurrences(acme)).items.length).toBe(500);
  await services.call('accounts.remove', { accountId });
  expect(credentials.keys()).toEqual([]);
  expect(google.requests().at(-1)?.operation).toBe('oauth.revoke');
  for (const table of ['accounts', 'calendars', 'events']) {
    expect(services.store.sql.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  }
});

test('without the keychain nothing is half done', async () => {
  credentials.lock();
  expect(await services.call('accounts.list')).toMatchObject({ accounts: [] });
  expect(await refusal(connect())).toEqual(['keychain_unavailable', null]);
  expect((await services.call('accounts.list')).accounts).toEqual([]);
});

test('a sign-in that was cut off while its token was kept leaves nothing after the next start', async () => {
  credentials.failNext('write', 'after');
  expect(await refusal(connect())).toEqual(['keychain_unavailable', null]);
  expect((await services.call('accounts.list')).accounts).toEqual([]);
  expect(credentials.keys()).toHaveLength(1);
  services.app.start();
  await expect.poll(() => credentials.keys()).toEqual([]);
  const rows = services.store.sql.prepare('SELECT count(*) AS n FROM accounts');
  await expect.poll(() => rows.get()).toEqual({ n: 0 });
  expect(google.requests().at(-1)?.operation).toBe('oauth.revoke');
});

test('a sign-in that was cut off can be made again at once', async () => {
  credentials.failNext('write', 'before');
  expect(await refusal(connect())).toEqual(['keychain_unavailable', null]);
  const accountId = await connect();
  expect(await settled()).toMatchObject({ id: accountId, state: 'connected', problem: null });
  expect(credentials.keys()).toEqual([`google:${accountId}`]);
});

test('a sign-in whose answer never comes can be given up', async () => {
  google.oauth.consent.silent = true;
  const waiting = refusal(connect());
  await expect.poll(() => google.requests().at(-1)?.operation).toBe('oauth.token');
  await services.call('accounts.cancelConnect');
  expect(await waiting).toEqual(['cancelled', null]);
  expect((await services.call('accounts.list')).accounts).toEqual([]);
});

test('an own client needs its form, and bad questions are refused at the field', async () => {
  const bad = await services.envelope('accounts.useClient', { id: 'nonsense', secret: '' });
  expect(bad).toMatchObject({
    ok: false,
    code: 'invalid_input',
    details: { fields: { id: 'google.clientId' } },
  });
  const wide = await services.envelope('calendar.occurrences', { ...DAY, to: DAY.from, clientId: null });
  expect(wide).toMatchObject({
    ok: false,
    code: 'invalid_input',
    details: { fields: { to: 'field.instant' } },
  });
});
