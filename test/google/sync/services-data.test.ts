import { expect, test } from 'vitest';
import { AppError } from '#shared/ipc/errors.ts';
import { timed } from '../spec/client.ts';
import { ServicesScene, VA } from '../support/services-scene.ts';

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

test('sign-in, calendars to clients, and nothing of one client in the view of another', async () => {
  const [acme, bakery] = [addClient('Acme'), addClient('Bakery')];
  const mine = scene.google.calendar.addCalendar(VA, 'For Acme');
  const theirs = scene.google.calendar.addCalendar(VA, 'For Bakery');
  const nobody = scene.google.calendar.addCalendar(VA, 'For nobody');
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

  expect((await scene.services.call('accounts.list')).ready).toBe(true);
  await connect();
  await settled();
  await scene.services.call('calendar.assign', {
    calendarId: (await calendarNamed('For Acme')).id,
    clientId: acme,
  });
  await scene.services.call('calendar.assign', {
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
  await scene.services.call('undo.undo');
  expect((await occurrences(bakery)).items).toEqual([]);
  scene.google.assertClean();
});

test('folders: choose, assign, look into, see what changed, take away', async () => {
  const [acme, bakery] = [addClient('Acme'), addClient('Bakery')];
  const { store: drive } = scene.google.drive;
  const root = drive.folder(VA, drive.rootOf(VA), 'Acme');
  const inner = drive.folder(VA, root.id, 'Bakery inside');
  drive.create(VA, { name: 'Brief.pdf', parent: root.id });
  drive.create(VA, { name: 'Recipe.pdf', parent: inner.id });
  const accountId = await connect();
  const top = await scene.services.call('files.browse', { accountId, place: { kind: 'my-drive' } });
  expect(top.folders.map((f) => f.name)).toEqual(['Acme']);
  const shared = drive.addSharedDrive('Agency', [VA]);
  drive.folder(VA, drive.folder(VA, shared.id, 'Plans').id, 'Deep');
  const across = await scene.services.call('files.browse', { accountId, place: { kind: 'shared-drives' } });
  expect(across.folders).toEqual([expect.objectContaining({ name: 'Plans', driveId: shared.id })]);
  const chosen = { accountId, driveId: null, clientId: acme };
  const { id } = await scene.services.call('files.assign', { ...chosen, remoteId: root.id, name: 'Acme' });
  await scene.services.call('files.assign', {
    ...chosen,
    remoteId: inner.id,
    name: 'Bakery inside',
    clientId: bakery,
  });
  const names = async (folderId: string, parentId: string | null = null) =>
    (await scene.services.call('files.children', { folderId, parentId })).map((f) => f.name);
  await expect.poll(() => names(id)).toEqual(['Brief.pdf']);
  expect(await refusal(names(id, inner.id))).toEqual(['not_found', null]);
  expect(
    (await scene.services.call('files.folders', { clientId: bakery })).map((f) => [f.name, f.files]),
  ).toEqual([['Bakery inside', 1]]);

  drive.create(VA, { name: 'New.pdf', parent: root.id });
  await scene.services.call('accounts.sync', { accountId });
  await expect
    .poll(async () => (await scene.services.call('files.feed', { clientId: acme, limit: 10 })).fresh)
    .toBe(1);
  const feed = await scene.services.call('files.feed', { clientId: acme, limit: 10 });
  expect(feed.items).toEqual([expect.objectContaining({ name: 'New.pdf', what: 'added', fresh: true })]);
  expect((await scene.services.call('files.feed', { clientId: bakery, limit: 10 })).items).toEqual([]);
  await scene.services.call('files.looked', { clientId: acme });
  expect((await scene.services.call('files.feed', { clientId: acme, limit: 10 })).fresh).toBe(0);

  await scene.services.call('files.unassign', { folderId: id });
  expect(await refusal(names(id))).toEqual(['not_found', null]);
  await expect
    .poll(() => scene.services.store.sql.prepare('SELECT group_concat(name) AS names FROM drive_files').get())
    .toEqual({ names: 'Recipe.pdf' });
  scene.google.assertClean();
});

test('Ctrl+Z gives a folder back with its files, also when its copy was already dropped', async () => {
  const acme = addClient('Acme');
  const { store: drive } = scene.google.drive;
  const root = drive.folder(VA, drive.rootOf(VA), 'Acme');
  drive.create(VA, { name: 'Brief.pdf', parent: root.id });
  const accountId = await connect();
  const { id } = await scene.services.call('files.assign', {
    accountId,
    remoteId: root.id,
    driveId: null,
    name: 'Acme',
    clientId: acme,
  });
  const names = async () =>
    (await scene.services.call('files.children', { folderId: id, parentId: null })).map((f) => f.name);
  await expect.poll(names).toEqual(['Brief.pdf']);
  await scene.services.call('files.unassign', { folderId: id });
  const left = () => scene.services.store.sql.prepare('SELECT count(*) AS n FROM drive_files').get();
  await expect.poll(left).toEqual({ n: 0 });
  await scene.services.call('undo.undo');
  await scene.services.call('accounts.sync', { accountId });
  await expect.poll(names).toEqual(['Brief.pdf']);
});
