import { afterEach, beforeEach, expect, test } from 'vitest';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';
import { bareClient } from './client.ts';

const VA = 'va@example.com';
const OWNER = 'client@example.org';
const FLAGS = 'supportsAllDrives=true&includeItemsFromAllDrives=true';
let google: FakeGoogle;
let call: ReturnType<typeof bareClient>;

beforeEach(async () => {
  google = await startFakeGoogle({ seed: 7, startAt: 1_780_000_000_000 });
  google.addUser(VA);
  google.addUser(OWNER);
  call = bareClient(google, VA);
});
afterEach(async () => {
  await google.stop();
});
const search = (q: string, more = '') => call('GET', `drive/v3/files?q=${encodeURIComponent(q)}&${more}`);
const ids = (files: { id: string }[]) => files.map((f) => f.id).sort();

test('children are found by their parent; without fields only the defaults come', async () => {
  const { store } = google.drive;
  const folder = store.folder(VA, store.rootOf(VA), 'Acme');
  const file = store.create(VA, { name: 'Brief.pdf', parent: folder.id });
  const plain = await search(`'${folder.id}' in parents and trashed = false`);
  expect(plain.body.files).toEqual([
    { kind: 'drive#file', id: file.id, name: 'Brief.pdf', mimeType: 'application/pdf' },
  ]);
  const masked = await search(`'${folder.id}' in parents`, 'fields=files(id,parents)');
  expect(masked.body).toEqual({ files: [{ id: file.id, parents: [folder.id] }] });
  expect((await search(`'${folder.id}' in parents`, 'fields=files(id,mood)')).status).toBe(400);
});

test.each(["name ~ 'x'", "'x' on parents", 'trashed = maybe', "name = 'x' and", "mood = 'good'"])(
  'the search %s is refused',
  async (q) => {
    expect((await search(q)).status).toBe(400);
  },
);

test('a shared drive needs both flags, its id and its own change log', async () => {
  const { store } = google.drive;
  const drive = store.addSharedDrive('Agency', [VA, OWNER]);
  const file = store.create(OWNER, { name: 'Plan', parent: drive.id });
  const q = `'${drive.id}' in parents`;
  expect((await search(q)).body.files).toEqual([]);
  expect(ids((await search(q, `corpora=drive&driveId=${drive.id}&${FLAGS}`)).body.files)).toEqual([file.id]);
  expect((await search(q, `corpora=drive&driveId=${drive.id}`)).status).toBe(400);
  const start = await call(
    'GET',
    `drive/v3/changes/startPageToken?driveId=${drive.id}&supportsAllDrives=true`,
  );
  store.edit(OWNER, file.id, { name: 'Plan B' });
  const changes = await call(
    'GET',
    `drive/v3/changes?pageToken=${start.body.startPageToken}&driveId=${drive.id}&${FLAGS}`,
  );
  expect(changes.body.changes).toEqual([expect.objectContaining({ fileId: file.id, removed: false })]);
  const mine = await call('GET', `drive/v3/changes?pageToken=1000&${FLAGS}`);
  expect(mine.body.changes.some((c: { fileId?: string }) => c.fileId === file.id)).toBe(false);
});

test('losing access says removed without a body, trashing does not', async () => {
  const { store } = google.drive;
  const folder = store.folder(OWNER, store.rootOf(OWNER), 'Shared with the VA');
  const inside = store.create(OWNER, { name: 'Inside', parent: folder.id });
  store.share(folder.id, VA);
  const token = (await call('GET', 'drive/v3/changes/startPageToken')).body.startPageToken;
  store.trash(inside.id, true);
  store.unshare(folder.id, VA);
  const { body } = await call('GET', `drive/v3/changes?pageToken=${token}&fields=*`);
  const lost = body.changes.find((c: { fileId: string }) => c.fileId === folder.id);
  expect(lost).toMatchObject({ removed: true });
  expect(lost.file).toBeUndefined();
  expect((await call('GET', `drive/v3/files/${folder.id}`)).status).toBe(404);
});

test('change tokens that are too old or invented are refused', async () => {
  const token = (await call('GET', 'drive/v3/changes/startPageToken')).body.startPageToken;
  google.drive.expireChangeTokens();
  expect((await call('GET', `drive/v3/changes?pageToken=${token}`)).status).toBe(400);
  expect((await call('GET', 'drive/v3/changes?pageToken=x')).status).toBe(400);
});
