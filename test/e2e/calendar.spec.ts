import { execFileSync } from 'node:child_process';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { appFolder, test as base, expect, launch, type RunningApp } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { addClient, ask } from './support/clients.ts';
import { resize } from './support/picture.ts';

/** An invented workspace with a connected account, so that there is something to see without a network. */
const test = base.extend<{ app: RunningApp; page: Page }, { sample: string }>({
  sample: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
    async ({}, use) => {
      const folder = await mkdtemp(join(tmpdir(), 'clientele-sample-'));
      execFileSync(
        process.execPath,
        ['main/features/sample/cli.ts', '--out', folder, '--events', '300', '--files', '200'],
        { cwd: appFolder, env: { ...process.env, TZ: 'Europe/Tallinn' } },
      );
      await use(folder);
      await rm(folder, { recursive: true, force: true });
    },
    { scope: 'worker' },
  ],
  app: async ({ profile, sample }, use) => {
    await cp(sample, profile, { recursive: true });
    const app = await launch({ profile, env: { TZ: 'Europe/Tallinn' } });
    await use(app);
    await app.close();
  },
  page: async ({ app }, use) => use(app.page),
});

async function openView(page: Page, client: string, view: 'calendar' | 'files'): Promise<string> {
  const clients = await ask<{ id: string; name: string }[]>(page, 'clients.list');
  const id = clients.find(({ name }) => name === client)?.id ?? '';
  await page.evaluate(
    ([clientId, name]) => {
      window.location.hash = `#/client/${clientId}/${name}`;
    },
    [id, view],
  );
  const name = view === 'calendar' ? 'Calendar' : 'Files';
  await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('aria-current', 'page');
  return id;
}

test('a week is read on both clocks and turned by keys', async ({ app, page }) => {
  await resize(app, 1024, 700);
  await openView(page, 'Northwind Bakery', 'calendar');
  const meeting = page.getByRole('button', {
    name: /^Christmas orders planning, .*13:30–14:15, 11:30–12:15 in London/,
  });
  await expect(meeting).toBeVisible();
  await expect(
    page.getByRole('list', { name: 'All day' }).getByRole('button', { name: /^Card orders close/ }),
  ).toBeVisible();
  await expect(page.getByText('London', { exact: true })).toBeVisible();
  await expectAccessible(page);

  const heading = page.getByRole('heading', { level: 2 }).first();
  const thisWeek = await heading.textContent();
  await page.keyboard.press(']');
  await expect(heading).not.toHaveText(thisWeek ?? '');
  await expect(meeting).toBeHidden();
  await page.keyboard.press('[');
  await expect(heading).toHaveText(thisWeek ?? '');

  await meeting.focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Christmas orders planning' });
  await expect(details.getByText(/13:30–14:15 in Tallinn/)).toBeVisible();
  await expect(details.getByText(/11:30–12:15 in London/)).toBeVisible();
  await expect(details.getByRole('button', { name: 'Join' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(meeting).toBeFocused();
});

test('a past event becomes a time entry once', async ({ page }) => {
  const clientId = await openView(page, 'Fjord & Co', 'calendar');
  await expect(page.getByRole('radio', { name: 'Week' })).toBeChecked();
  const heading = page.getByRole('heading', { level: 2 }).first();
  const thisWeek = await heading.textContent();
  await page.keyboard.press('[');
  await expect(heading).not.toHaveText(thisWeek ?? '');
  const call = page.getByRole('button', { name: /^Weekly check-in, .*10:00–10:30/ });
  await call.focus();
  await page.keyboard.press('e');
  await expect(
    page.getByRole('button', { name: /^Weekly check-in, .*10:00–10:30.*Time entry made$/ }),
  ).toBeVisible();
  const entries = () =>
    ask<{ rows: { note: string; source: string }[] }>(page, 'time.list', {
      filter: { clientId, text: 'Weekly check-in' },
      offset: 0,
      limit: 50,
    }).then(({ rows }) => rows.filter(({ source }) => source === 'event').length);
  const made = await entries();
  expect(made).toBeGreaterThan(0);
  await call.focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('dialog', { name: 'Weekly check-in' });
  await expect(details.getByText('Time entry made')).toBeVisible();
  await expect(details.getByRole('button', { name: 'Make a time entry' })).toHaveCount(0);
  expect(await entries()).toBe(made);
});

test('a month is walked by arrows and leads to a week', async ({ page }) => {
  await openView(page, 'Northwind Bakery', 'calendar');
  await expect(page.getByRole('radio', { name: 'Week' })).toBeChecked();
  await page.keyboard.press('2');
  await expect(page.getByRole('radio', { name: 'Month' })).toBeChecked();
  const today = page.locator('[aria-current="date"]');
  await expect(today).toBeVisible();
  await expectAccessible(page);
  await today.focus();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('button', { name: /^Card orders close, .*All day/ })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(today).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radio', { name: 'Week' })).toBeChecked();
});

test('files are a tree, found by name, and attached to a task', async ({ app, page }) => {
  await resize(app, 1024, 700);
  const clientId = await openView(page, 'Northwind Bakery', 'files');
  const tree = page.getByRole('tree', { name: 'Folders and files' });
  const root = tree.getByRole('treeitem', { name: /^Northwind Bakery, Folder/ });
  await expect(root).toHaveAttribute('aria-expanded', 'true');
  await expectAccessible(page);

  await root.focus();
  await page.keyboard.press('ArrowRight');
  const first = tree.locator('[aria-level="2"]').first();
  await expect(first).toBeFocused();
  await page.keyboard.press('ArrowRight');
  const file = tree.locator('[aria-level="3"]').first();
  await expect(file).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await expect(file).toBeFocused();
  const name = (await file.getAttribute('aria-label'))?.split(',')[0] ?? '';
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('combobox', { name: 'Task' })).toBeFocused();
  await expect(dialog.getByRole('option').first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type('newsletter');
  await expect(dialog.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const board = await ask<{ cards: { id: string; title: string }[] }>(page, 'board.get', { clientId });
  const task = board.cards.find(({ title }) => title === 'December newsletter');
  const { links } = await ask<{ links: { title: string; fileId: string | null }[] }>(page, 'tasks.get', {
    id: task?.id,
  });
  expect(links.find(({ title }) => title === name)?.fileId).toBeTruthy();

  await tree.getByRole('treeitem').first().focus();
  await page.keyboard.press('/');
  await page.keyboard.type(name.toUpperCase());
  const found = page.getByRole('tree', { name: 'Files found' });
  await expect(found.getByRole('treeitem', { name: name }).first()).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.type(' zzz');
  await expect(page.getByText('No file has this in its name')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(root).toBeVisible();
});

test('what changed is new until it is marked as seen', async ({ page }) => {
  await openView(page, 'Northwind Bakery', 'files');
  const feed = page.getByRole('region', { name: 'Changes' });
  await expect(feed.getByRole('button', { name: /^.*New:/ }).first()).toBeVisible();
  await feed.getByRole('button', { name: 'Mark as seen' }).click();
  await expect(feed.getByRole('button', { name: 'Mark as seen' })).toBeHidden();
  await expect(feed.getByRole('button', { name: /New:/ })).toHaveCount(0);
  await page.reload();
  await expect(feed.getByRole('listitem').first()).toBeVisible();
  await expect(feed.getByRole('button', { name: /New:/ })).toHaveCount(0);
});

test('a client without a calendar or folder says what to do', async ({ page }) => {
  await addClient(page, 'Alder Books');
  await openView(page, 'Alder Books', 'calendar');
  await expect(page.getByRole('heading', { name: 'No calendar belongs to Alder Books' })).toBeVisible();
  await expectAccessible(page);
  await openView(page, 'Alder Books', 'files');
  await expect(page.getByRole('heading', { name: 'No Drive folder belongs to Alder Books' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Choose folders' }).click();
  await expect.poll(() => page.evaluate(() => window.location.hash)).toContain('/settings/accounts');
});

base('without an account both views lead to the settings', async ({ page }) => {
  await addClient(page, 'Alder Books');
  await openView(page, 'Alder Books', 'calendar');
  await expect(page.getByRole('heading', { name: 'No Google account is connected' })).toBeVisible();
  await expectAccessible(page);
  await openView(page, 'Alder Books', 'files');
  await expect(page.getByRole('heading', { name: 'No Google account is connected' })).toBeVisible();
});
