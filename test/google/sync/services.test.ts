import { expect, test } from 'vitest';
import { AppError } from '#shared/ipc/errors.ts';
import { timed } from '../spec/client.ts';
import { OTHER, ServicesScene, VA } from '../support/services-scene.ts';

const DAY = {
  from: Date.parse('2026-03-02T00:00:00Z'),
  to: Date.parse('2026-03-10T00:00:00Z'),
  zone: 'Europe/Berlin',
};
const scene = new ServicesScene();
const { addClient, calendarNamed, connect, settled } = scene;
const refusal = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (e: unknown) => e,
  );
  return error instanceof AppError ? [error.code, error.details.reason ?? null] : error;
};

const occurrences = (clientId: string | null) =>
  scene.services.call('calendar.occurrences', { ...DAY, clientId });

test('the token is in the keychain and nowhere in the database', async () => {
  await connect();
  await settled();
  const keys = scene.credentials.keys();
  expect(keys).toHaveLength(1);
  const secret = await scene.credentials.read(keys[0] ?? '');
  const dump = scene.services.store.sql.serialize().toString('latin1');
  expect(secret).toContain('1//fake');
  expect(dump).not.toContain('1//fake');
  expect(dump).not.toContain('ya29.');
});

test('refused, closed and doubled sign-ins', async () => {
  scene.google.oauth.consent.answer = 'deny';
  expect(await refusal(connect())).toEqual(['cancelled', 'google.refused']);
  scene.google.oauth.consent.answer = 'close';
  const waiting = refusal(connect());
  await expect.poll(async () => (await scene.services.call('accounts.list')).connecting).toBe(true);
  expect(await refusal(connect())).toEqual(['conflict', 'google.connecting']);
  await scene.services.call('accounts.cancelConnect');
  expect(await waiting).toEqual(['cancelled', null]);
  expect((await scene.services.call('accounts.list')).accounts).toEqual([]);
});

test('reconnect takes only the same person; connecting twice adds nobody', async () => {
  const accountId = await connect();
  await settled();
  scene.google.accounts.revokeUser(VA);
  scene.google.accounts.expireAccess();
  await scene.services.call('accounts.sync', { accountId });
  await expect
    .poll(async () => (await scene.services.call('accounts.list')).accounts[0]?.state)
    .toBe('reconnect');
  scene.google.oauth.consent.email = OTHER;
  expect(await refusal(scene.services.call('accounts.reconnect', { accountId }))).toEqual([
    'conflict',
    'google.otherPerson',
  ]);
  scene.google.oauth.consent.email = VA;
  await scene.services.call('accounts.reconnect', { accountId });
  expect(await settled()).toMatchObject({ state: 'connected', problem: null });
  expect(await connect()).toBe(accountId);
  expect((await scene.services.call('accounts.list')).accounts).toHaveLength(1);
});

test('scopes that were not ticked are read from the answer', async () => {
  scene.google.oauth.consent.withhold = ['https://www.googleapis.com/auth/calendar.events'];
  await connect();
  expect(await settled()).toMatchObject({ readsCalendar: false, readsFiles: true, problem: null });
});

test('removing an account ends the grant and leaves nothing', async () => {
  const acme = addClient('Acme');
  const calendar = scene.google.calendar.addCalendar(VA, 'For Acme');
  for (let i = 0; i < 500; i += 1) calendar.put(timed(`E${i}`, '2026-03-02'));
  const accountId = await connect();
  await settled();
  await scene.services.call('calendar.assign', {
    calendarId: (await calendarNamed('For Acme')).id,
    clientId: acme,
  });
  await expect.poll(async () => (await occurrences(acme)).items.length).toBe(500);
  await scene.services.call('accounts.remove', { accountId });
  expect(scene.credentials.keys()).toEqual([]);
  expect(scene.google.requests().at(-1)?.operation).toBe('oauth.revoke');
  for (const table of ['accounts', 'calendars', 'events']) {
    expect(scene.services.store.sql.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({ n: 0 });
  }
});

test('without the keychain nothing is half done', async () => {
  scene.credentials.lock();
  expect(await scene.services.call('accounts.list')).toMatchObject({ accounts: [] });
  expect(await refusal(connect())).toEqual(['keychain_unavailable', null]);
  expect((await scene.services.call('accounts.list')).accounts).toEqual([]);
});

test('a sign-in that was cut off while its token was kept leaves nothing after the next start', async () => {
  scene.credentials.failNext('write', 'after');
  expect(await refusal(connect())).toEqual(['keychain_unavailable', null]);
  expect((await scene.services.call('accounts.list')).accounts).toEqual([]);
  expect(scene.credentials.keys()).toHaveLength(1);
  scene.services.app.start();
  await expect.poll(() => scene.credentials.keys()).toEqual([]);
  const rows = scene.services.store.sql.prepare('SELECT count(*) AS n FROM accounts');
  await expect.poll(() => rows.get()).toEqual({ n: 0 });
  expect(scene.google.requests().at(-1)?.operation).toBe('oauth.revoke');
});

test('a sign-in that was cut off can be made again at once', async () => {
  scene.credentials.failNext('write', 'before');
  expect(await refusal(connect())).toEqual(['keychain_unavailable', null]);
  const accountId = await connect();
  expect(await settled()).toMatchObject({ id: accountId, state: 'connected', problem: null });
  expect(scene.credentials.keys()).toEqual([`google:${accountId}`]);
});

test('a sign-in whose answer never comes can be given up', async () => {
  scene.google.oauth.consent.silent = true;
  const waiting = refusal(connect());
  await expect.poll(() => scene.google.requests().at(-1)?.operation).toBe('oauth.token');
  await scene.services.call('accounts.cancelConnect');
  expect(await waiting).toEqual(['cancelled', null]);
  expect((await scene.services.call('accounts.list')).accounts).toEqual([]);
});

test('an own client needs its form, and bad questions are refused at the field', async () => {
  const bad = await scene.services.envelope('accounts.useClient', { id: 'nonsense', secret: '' });
  expect(bad).toMatchObject({
    ok: false,
    code: 'invalid_input',
    details: { fields: { id: 'google.clientId' } },
  });
  const wide = await scene.services.envelope('calendar.occurrences', {
    ...DAY,
    to: DAY.from,
    clientId: null,
  });
  expect(wide).toMatchObject({
    ok: false,
    code: 'invalid_input',
    details: { fields: { to: 'field.instant' } },
  });
});
