import { closeSync, mkdtempSync, openSync, writeSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { clientHref, overviewHref, settingsHref } from '#renderer/lib/addresses.ts';
import { expect, launch, test } from './support/app.ts';
import { launchSample, type SampleApp } from './support/sample.ts';
import { fillCredentials } from './support/sample-money.ts';
import { expectSound, show, watchErrors } from './support/screen.ts';
import { callApp } from './support/seed.ts';

const profile = mkdtempSync(join(tmpdir(), 'clientele-screens-'));
const compact = [1024, 700] as const;
let app: SampleApp;
let errors: () => string[];
let draft: string;

const id = (name: string) => app.clients.get(name) ?? '';
const bakery = () => id('Northwind Bakery');

test.beforeAll(async () => {
  app = await launchSample(profile);
  errors = watchErrors(app.page);
  draft = app.draft;
  await fillCredentials(app.page, bakery());
});

test.afterEach(() => {
  expect(errors()).toEqual([]);
});

test.afterAll(async () => {
  await app.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

test('Today', async () => {
  await show(app.page, overviewHref('today'), 'All clients');
  await expect(app.page.getByRole('region', { name: 'Due', exact: true })).toContainText(
    'December newsletter',
  );
  await expectSound(app, { name: 'today' }, { name: 'today-dark', dark: true });
});

test('board', async () => {
  await show(app.page, clientHref(bakery()), 'Northwind Bakery');
  await expect(app.page.getByRole('article', { name: 'December newsletter' })).toBeVisible();
  await expectSound(
    app,
    { name: 'board' },
    { name: 'board-dark', dark: true },
    { name: 'board-1024', size: compact },
  );
});

test('task panel', async () => {
  await show(app.page, clientHref(bakery()), 'Northwind Bakery');
  await app.page.getByRole('article', { name: /^Travel to Oslo/ }).focus();
  await app.page.keyboard.press('Enter');
  await expect(app.page.getByRole('complementary', { name: /^Task Travel to Oslo/ })).toBeVisible();
  await expectSound(app, { name: 'task-panel' }, { name: 'task-panel-dark', dark: true });
  await app.page.keyboard.press('Escape');
});

test('palette', async () => {
  await show(app.page, clientHref(bakery()), 'Northwind Bakery');
  await app.page.keyboard.press('Control+k');
  await app.page.getByRole('combobox', { name: 'Search or run' }).fill('inv');
  await expect(app.page.getByRole('option', { name: /Invoice query/ })).toBeVisible();
  await expectSound(app, { name: 'palette' });
  await app.page.keyboard.press('Escape');
});

test('time: day, week, list', async () => {
  await show(app.page, overviewHref('time'), 'All clients');
  await expect(app.page.getByRole('list', { name: 'Entries' })).toBeVisible();
  await expectSound(app, { name: 'time-day' }, { name: 'time-day-dark', dark: true });
  await app.page.keyboard.press('2');
  await expect(app.page.getByRole('grid', { name: 'Tracked time by client and day' })).toBeVisible();
  await expectSound(app, { name: 'time-week' });
  await app.page.keyboard.press('3');
  await expect(app.page.getByRole('textbox', { name: 'Search notes, tasks, clients' })).toBeVisible();
  await expectSound(app, { name: 'time-list' });
});

test('money: across clients, one client, a draft', async () => {
  await show(app.page, overviewHref('money'), 'All clients');
  await expect(app.page.getByText('Unbilled by client')).toBeVisible();
  await expectSound(app, { name: 'money' });
  await show(app.page, clientHref(id('Fjord & Co'), 'money'), 'Fjord & Co');
  await expectSound(app, { name: 'money-client' });
  await show(app.page, `${clientHref(id('Fjord & Co'), 'money')}?invoice=${draft}`, 'Fjord & Co');
  await expect(app.page.frameLocator('iframe').getByText('Courier, board packs')).toBeVisible();
  await expectSound(app, { name: 'invoice' });
});

test('money: the tabs', async () => {
  for (const [tab, name] of [
    ['unbilled', 'Unbilled by client'],
    ['retainers', 'Running now'],
    ['invoices', 'Invoices'],
    ['reports', 'Ageing'],
    ['reports&report=expected', 'Cash expected'],
  ] as const) {
    await show(app.page, `${overviewHref('money')}?tab=${tab}`, 'All clients');
    await expect(app.page.getByRole('region', { name }).first()).toBeVisible();
    await expectSound(app, { name: `money-${tab.replace('reports&report=', '')}` });
  }
});

test('credentials: locked, shown', async () => {
  await show(app.page, clientHref(bakery(), 'credentials'), 'Northwind Bakery');
  await expect(app.page.getByRole('heading', { name: 'The passwords are locked' })).toBeVisible();
  await expectSound(app, { name: 'credentials-locked' });
  await app.page.keyboard.press('l');
  await expect(app.page.getByText('Keychain unlocked')).toBeVisible();
  await app.page.getByRole('button', { name: 'Show the password of Newsletter service' }).click();
  await expect(app.page.getByText('rye-Loaf_4471-Levain')).toBeVisible();
  await expectSound(app, { name: 'credentials' });
  await app.page.keyboard.press('l');
});

test('credentials without a keychain', async ({ profile: own }) => {
  test.skip(process.platform !== 'linux', 'only here can the keychain be taken away');
  const before = await launch({ profile: own });
  await callApp(before.page, 'sample.install');
  const clients = await callApp(before.page, 'clients.list');
  const clientId = clients.find(({ name }) => name === 'Northwind Bakery')?.id ?? '';
  await fillCredentials(before.page, clientId);
  await before.close();

  const without = await launch({
    profile: own,
    env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' },
  });
  const fails = watchErrors(without.page);
  await show(without.page, clientHref(clientId, 'credentials'), 'Northwind Bakery');
  await expect(without.page.getByRole('row', { name: /Newsletter service/ })).toBeVisible();
  await without.page.keyboard.press('l');
  await expect(without.page.getByText('The system keychain cannot be used right now')).toBeVisible();
  await expectSound(without, { name: 'credentials-no-keychain' });
  expect(fails()).toEqual([]);
  await without.close();
});

test('calendar of a client', async () => {
  await show(app.page, clientHref(bakery(), 'calendar'), 'Northwind Bakery');
  await expect(app.page.getByText('Christmas orders planning').first()).toBeVisible();
  await expectSound(app, { name: 'calendar' });
});

test('files of a client', async () => {
  await show(app.page, clientHref(bakery(), 'files'), 'Northwind Bakery');
  const tree = app.page.getByRole('tree', { name: 'Folders and files' });
  await tree.locator('[aria-level="2"]').first().focus();
  await app.page.keyboard.press('ArrowRight');
  await expect(tree.locator('[aria-level="3"]').first()).toBeVisible();
  await expectSound(app, { name: 'files' });
});

for (const section of [
  'accounts',
  'general',
  'details',
  'reminders',
  'archived',
  'backup',
  'about',
] as const) {
  test(`settings: ${section}`, async () => {
    await show(app.page, settingsHref(section), 'Settings');
    await expect(app.page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expectSound(app, { name: `settings-${section}` });
  });
}

test('first run, and a board before its first card', async ({ profile: empty }) => {
  const fresh = await launch({ profile: empty });
  const fails = watchErrors(fresh.page);
  await expect(fresh.page.getByRole('heading', { name: 'Welcome to Clientele' })).toBeVisible();
  await expectSound(fresh, { name: 'first-run' });
  const { clientId } = await callApp(fresh.page, 'clients.add', { name: 'Northwind Bakery' });
  await show(fresh.page, clientHref(clientId), 'Northwind Bakery');
  await expect(fresh.page.getByRole('heading', { name: 'Nothing open for Northwind Bakery' })).toBeVisible();
  await expectSound(fresh, { name: 'board-empty' });
  expect(fails()).toEqual([]);
  await callApp(fresh.page, 'backup.create');
  await fresh.close();

  const file = openSync(join(empty, 'clientele.db'), 'r+');
  writeSync(file, Buffer.alloc(4096, 0xa5), 0, 4096, 0);
  closeSync(file);
  const damaged = await launch({ profile: empty });
  await expect(damaged.page.getByRole('alert')).toContainText('damaged');
  await expectSound(damaged, { name: 'recovery' });
  await damaged.close();
});

test('a board in German', async () => {
  await callApp(app.page, 'settings.change', { language: 'de' });
  await show(app.page, clientHref(bakery()), 'Northwind Bakery');
  await expect(app.page.getByRole('article', { name: 'December newsletter' })).toBeVisible();
  await expectSound(app, { name: 'board-german' });
  await callApp(app.page, 'settings.change', { language: 'en' });
});
