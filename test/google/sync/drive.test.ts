import { afterEach, beforeEach, expect, test } from 'vitest';
import { FOLDER } from '../drive/types.ts';
import { type FakeGoogle, startFakeGoogle } from '../index.ts';
import { createHarness, type Harness } from '../support/harness.ts';
import { leftovers, localFiles, remoteFiles } from './compare.ts';

const VA = 'va@example.com';
const OWNER = 'client@example.org';
let google: FakeGoogle;
let app: Harness;
let account: string;
let client: string;
let root: string;

beforeEach(async () => {
  google = await startFakeGoogle({ seed: 5, startAt: 1_780_000_000_000 });
  google.addUser(VA);
  google.addUser(OWNER);
  app = createHarness(google);
  account = await app.connect(VA);
  client = app.addClient();
  root = drive().folder(VA, drive().rootOf(VA), 'Acme').id;
});
afterEach(async () => {
  app.store.close();
  await google.stop();
});

const drive = () => google.drive.store;
const sync = () => app.engine.account(account);
const assign = (id: string, driveId = '') => app.assignFolder(account, id, driveId, client);
const state = (id: string) =>
  (app.store.sql.prepare('SELECT state FROM drive_folders WHERE id = ?').get(id) as { state: string }).state;
const feed = () => app.store.sql.prepare('SELECT name, what FROM drive_feed ORDER BY seq').all();
const operations = () => google.requests().map((line) => line.operation);
function expectEqual(...roots: string[]): void {
  const account0 = app.store.sql.prepare('SELECT problem FROM accounts').get();
  expect(account0).toEqual({ problem: null });
  expect(localFiles(app.store, account)).toEqual(remoteFiles(google, VA, roots));
  expect(leftovers(app.store)).toBe(0);
  google.assertClean();
}

test('assigned folders are listed with everything below, and nothing else', async () => {
  const sub = drive().folder(VA, root, 'Drafts');
  drive().create(VA, { name: 'Brief.pdf', parent: root });
  drive().create(VA, { name: 'Draft.pdf', parent: sub.id });
  drive().create(VA, { name: 'Loop', parent: sub.id, shortcutTarget: root });
  drive().create(VA, { name: 'Private.pdf', parent: drive().rootOf(VA) });
  assign(root);
  await sync();
  expectEqual(root);
  expect(localFiles(app.store, account)).toHaveLength(4);
});

test('a quiet round is one request per drive and no write', async () => {
  const shared = drive().addSharedDrive('Agency', [VA, OWNER]);
  drive().create(OWNER, { name: 'Plan', parent: shared.id });
  assign(root);
  assign(shared.id, shared.id);
  await sync();
  await sync();
  google.clearRequests();
  const before = app.store.sql.prepare('SELECT total_changes() AS n').get();
  await sync();
  expect(operations()).toEqual(['drive.changes.list', 'drive.changes.list']);
  expect(app.store.sql.prepare('SELECT total_changes() AS n').get()).toEqual(before);
  expectEqual(root, shared.id);
});

test('changes are followed and told: added, changed, renamed, moved, removed', async () => {
  const [a, b, c] = ['A', 'B', 'C'].map((name) => drive().create(VA, { name, parent: root }));
  const sub = drive().folder(VA, root, 'Sub');
  assign(root);
  await sync();
  expect(feed()).toEqual([]);
  drive().create(VA, { name: 'New', parent: root });
  drive().edit(VA, a?.id ?? '', { size: 77 });
  drive().edit(VA, b?.id ?? '', { name: 'B2' });
  drive().move(VA, c?.id ?? '', sub.id);
  await sync();
  expectEqual(root);
  drive().trash(c?.id ?? '', true);
  await sync();
  expectEqual(root);
  expect(feed()).toEqual([
    { name: 'New', what: 'added' },
    { name: 'A', what: 'changed' },
    { name: 'B2', what: 'renamed' },
    { name: 'C', what: 'moved' },
    { name: 'C', what: 'removed' },
  ]);
});

test('a folder that is moved in is listed, one that is moved out is pruned', async () => {
  const outside = drive().folder(VA, drive().rootOf(VA), 'Outside');
  const deep = drive().folder(VA, outside.id, 'Deep');
  drive().create(VA, { name: 'Inside', parent: deep.id });
  assign(root);
  await sync();
  drive().move(VA, outside.id, root);
  await sync();
  expectEqual(root);
  expect(localFiles(app.store, account)).toHaveLength(3);
  drive().move(VA, outside.id, drive().rootOf(VA));
  await sync();
  expectEqual(root);
});

test('an inner folder of another client keeps its files when the outer one goes', async () => {
  const inner = drive().folder(VA, root, 'Other client');
  drive().create(VA, { name: 'Theirs', parent: inner.id });
  const outerId = assign(root);
  const innerId = assign(inner.id);
  await sync();
  drive().move(VA, inner.id, drive().rootOf(VA));
  drive().trash(root, true);
  await sync();
  expect([state(outerId), state(innerId)]).toEqual(['lost', 'present']);
  expectEqual(inner.id);
});

test('access that is lost above an assigned folder is noticed, and so is its return', async () => {
  const theirs = drive().folder(OWNER, drive().rootOf(OWNER), 'Theirs');
  const below = drive().folder(OWNER, theirs.id, 'For the VA');
  drive().create(OWNER, { name: 'Brief', parent: below.id });
  drive().share(theirs.id, VA);
  const id = assign(below.id);
  await sync();
  expectEqual(below.id);
  expect(localFiles(app.store, account)).toHaveLength(1);
  drive().unshare(theirs.id, VA);
  await sync();
  expect(state(id)).toBe('lost');
  expectEqual(below.id);
  drive().share(theirs.id, VA);
  await sync();
  expect(state(id)).toBe('present');
  expectEqual(below.id);
});

test('a shared drive that is lost takes its files along', async () => {
  const shared = drive().addSharedDrive('Agency', [VA, OWNER]);
  drive().create(OWNER, { name: 'Plan', parent: shared.id });
  const id = assign(shared.id, shared.id);
  await sync();
  drive().setMembers(shared.id, [OWNER]);
  await sync();
  expect(state(id)).toBe('lost');
  expect(localFiles(app.store, account)).toEqual([]);
});

test('a folder that is shared by itself too stays when its shared drive is lost', async () => {
  const shared = drive().addSharedDrive('Agency', [VA, OWNER]);
  const below = drive().folder(OWNER, shared.id, 'Below').id;
  drive().share(below, VA);
  const plan = drive().create(OWNER, { name: 'Plan', parent: below });
  const id = assign(below, shared.id);
  await sync();
  drive().setMembers(shared.id, [OWNER]);
  await sync();
  await sync();
  expect(state(id)).toBe('present');
  expectEqual(below);
  expect(localFiles(app.store, account)).toHaveLength(1);
  drive().edit(OWNER, plan.id, { name: 'Plan 2' });
  await sync();
  expectEqual(below);
  drive().setMembers(shared.id, [OWNER, VA]);
  drive().edit(OWNER, plan.id, { name: 'Plan 3' });
  await sync();
  await sync();
  expectEqual(below);
});

test('folders of one shared drive ask once where its changes begin', async () => {
  const shared = drive().addSharedDrive('Agency', [VA, OWNER]);
  for (const name of ['North', 'South', 'East']) assign(drive().folder(OWNER, shared.id, name).id, shared.id);
  google.clearRequests();
  await sync();
  expect(operations().filter((name) => name === 'drive.changes.getStartPageToken')).toHaveLength(1);
});

test('a shared drive that is found does not list own folders again, and takes over those that lie in it', async () => {
  const shared = drive().addSharedDrive('Agency', [OWNER]);
  const below = drive().folder(OWNER, shared.id, 'Below').id;
  drive().share(below, VA);
  const plan = drive().create(OWNER, { name: 'Plan', parent: below });
  drive().create(VA, { name: 'Brief.pdf', parent: root });
  assign(root);
  await sync();
  drive().setMembers(drive().addSharedDrive('Elsewhere', [OWNER]).id, [OWNER, VA]);
  google.clearRequests();
  await sync();
  await sync();
  expect(operations()).not.toContain('drive.files.list');
  expectEqual(root);

  assign(below);
  await sync();
  drive().setMembers(shared.id, [OWNER, VA]);
  await sync();
  await sync();
  drive().edit(OWNER, plan.id, { name: 'Plan 2' });
  await sync();
  expectEqual(root, below);
});

test('a change token that is too old lists everything again', async () => {
  drive().create(VA, { name: 'A', parent: root });
  assign(root);
  await sync();
  drive().create(VA, { name: 'B', parent: root });
  google.drive.expireChangeTokens();
  await sync();
  expectEqual(root);
});

test('an incomplete search is not taken for deleted files', async () => {
  drive().create(VA, { name: 'A', parent: root });
  assign(root);
  await sync();
  app.store.sql.prepare('UPDATE accounts SET files_listed_at = NULL').run();
  google.faults.add('drive.files.list', { kind: 'incomplete' }, 99);
  await sync();
  expect(localFiles(app.store, account)).toHaveLength(1);
  google.faults.clear();
  await sync();
  expectEqual(root);
});

test('a folder with more children than a page, and a folder assigned later', async () => {
  for (let i = 0; i < 1100; i += 1) drive().create(VA, { name: `F${i}`, parent: root });
  assign(root);
  await sync();
  expectEqual(root);
  const later = drive().create(VA, { name: 'Later', parent: drive().rootOf(VA), mimeType: FOLDER });
  drive().create(VA, { name: 'X', parent: later.id });
  assign(later.id);
  await sync();
  expectEqual(root, later.id);
});
