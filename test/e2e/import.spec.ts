import { join, resolve } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { test as base, expect, launch, type RunningApp } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { watchErrors } from './support/screen.ts';

const fixtures = resolve(import.meta.dirname, '../fixtures/import');

const test = base.extend<{ app: RunningApp }>({
  app: async ({ profile }, use) => {
    const app = await launch({ profile, env: { TZ: 'Europe/Berlin' } });
    await use(app);
    await app.close();
  },
});

/** The open dialog cannot be clicked by a test; it answers with this file instead. */
async function willChoose(electron: ElectronApplication, file: string): Promise<void> {
  await electron.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(fixtures, file),
  );
}

async function call<Result>(page: Page, name: string, input?: unknown): Promise<Result> {
  const answer = await page.evaluate(([method, value]) => window.api.call(method, value), [
    name,
    input,
  ] as const);
  if (!answer.ok) throw new Error(`${name}: ${answer.message}`);
  return answer.value as Result;
}

const entries = (page: Page) =>
  call<{
    count: number;
    rows: { note: string; clientName: string; taskTitle: string | null; source: string }[];
  }>(page, 'time.list', { filter: { clientId: null }, offset: 0, limit: 100 });

/** From anywhere, by its name in the palette. */
async function openImport(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Import time');
  await page.getByRole('option', { name: 'Import time from a file…' }).first().click();
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
}

test('a Toggl export comes in once, shows what it leaves out, and can be undone', async ({ app, page }) => {
  const errors = watchErrors(page);
  const { clientId } = await call<{ clientId: string }>(page, 'clients.add', { name: 'fjord & co (sample)' });
  await call(page, 'tasks.add', { clientId, title: 'Inbox' });
  await page.waitForFunction(() => window.location.hash === '#/today');
  await expect(page.getByRole('navigation', { name: 'Views' })).toBeVisible();
  await openImport(page);
  await expectAccessible(page);
  await willChoose(app.electron, 'sample-toggl.csv');
  await page.getByRole('button', { name: 'Choose a file…' }).click();

  // What it is: recognised by its header, on the clock of this computer.
  await expect(page.getByRole('combobox', { name: 'Exported from' })).toHaveValue('Toggl Track');
  await expect(page.getByRole('combobox', { name: 'The times are those of' })).toHaveValue('Berlin (Europe)');
  const preview = page.getByRole('region', { name: 'The first rows, as understood' });
  await expect(preview.getByRole('row', { name: /^2 / })).toContainText('09:00–10:30');
  await expect(preview.getByText('The date cannot be read or does not exist.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Next' }).click();

  // Whose it is: an equal name is found, another is new, rows without a name stay out.
  await expect(page.getByRole('combobox', { name: 'Fjord & Co (sample) goes to' })).toHaveValue(clientId);
  await expect(page.getByRole('combobox', { name: 'Harbour Yoga (sample) goes to' })).toHaveValue('new');
  await page.getByRole('combobox', { name: 'Zebra shop (sample) goes to' }).selectOption('Leave out');
  // A look elsewhere costs no answer.
  await page.evaluate(() => {
    window.location.hash = '#/today';
  });
  await expect(page.getByRole('region', { name: 'Due' })).toBeVisible();
  await page.evaluate(() => {
    window.location.hash = '#/import';
  });
  await expect(page.getByRole('combobox', { name: 'Zebra shop (sample) goes to' })).toHaveValue('skip');
  await page.getByRole('button', { name: '2 projects' }).click();
  const travel = page.getByRole('combobox', { name: 'Project Travel of Fjord & Co (sample)' });
  await travel.selectOption('New task');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Check' }).click();

  // What would happen; nothing has.
  await expect(page.getByText('This is what would happen')).toBeVisible();
  await expect(page.getByText('New clients')).toBeVisible();
  await expect(page.getByText('The date cannot be read or does not exist.')).toBeVisible();
  await page.getByText('Over a day long 1').click();
  await expect(page.getByText('Forgotten over the weekend')).toBeVisible();
  await expectAccessible(page);
  expect((await entries(page)).count).toBe(0);
  await page.getByRole('button', { name: 'Import 5 entries' }).click();

  await expect(page.getByText('5 entries were taken over')).toBeVisible();
  await expectAccessible(page);
  const { rows } = await entries(page);
  expect(rows.map(({ clientName, taskTitle, source }) => [clientName, taskTitle, source])).toEqual([
    ['Harbour Yoga (sample)', null, 'import'],
    ['Harbour Yoga (sample)', null, 'import'],
    ['fjord & co (sample)', 'Travel', 'import'],
    ['fjord & co (sample)', 'Travel', 'import'],
    ['fjord & co (sample)', 'Inbox', 'import'],
  ]);

  // The same file again has nothing new.
  await page.getByRole('button', { name: 'Choose another file…' }).click();
  await page.getByRole('button', { name: 'Next' }).click();
  await page.getByRole('combobox', { name: 'Zebra shop (sample) goes to' }).selectOption('Leave out');
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.getByText('There is nothing new in this file.')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  // Ctrl+Z takes the whole import back, with the client and the task that came with it.
  await expect(page.getByRole('button', { name: 'Choose a file…' })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByText('Undone: Importing 5 time entries').first()).toBeVisible();
  expect((await entries(page)).count).toBe(0);
  const clients = await call<{ name: string }[]>(page, 'clients.list');
  expect(clients.map(({ name }) => name)).toEqual(['fjord & co (sample)']);
  expect(errors()).toEqual([]);
});

test('a Harvest export asks for the order of its dates and lays its hours on their days', async ({
  app,
  page,
}) => {
  await call(page, 'clients.add', { name: 'Somebody (sample)' });
  await page.waitForFunction(() => window.location.hash === '#/today');
  await page.evaluate(() => {
    window.location.hash = '#/settings/import';
  });
  await page.getByRole('button', { name: 'Import time from a file…' }).click();
  await willChoose(app.electron, 'sample-harvest.csv');
  await page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(page.getByRole('combobox', { name: 'Exported from' })).toHaveValue('Harvest');
  await expect(page.getByText(/WINDOWS-1252, parted by semicolons/)).toBeVisible();
  const next = page.getByRole('button', { name: 'Next' });
  await expect(next).toBeDisabled();
  await expect(page.getByText('The dates in this file can be read both ways. Please choose.')).toBeVisible();
  await page.getByRole('combobox', { name: 'Dates such as 03/04/2026' }).click();
  await page.getByRole('option', { name: 'Day first: 3 April' }).click();
  await expect(next).toBeEnabled();
  await next.click();
  await page.getByRole('button', { name: 'Check' }).click();
  await page.getByRole('button', { name: 'Import 3 entries' }).click();
  await expect(page.getByText('3 entries were taken over')).toBeVisible();
  const list = await call<{
    rows: { startedAt: number; endedAt: number; note: string; billable: boolean }[];
  }>(page, 'time.list', { filter: { clientId: null }, offset: 0, limit: 10 });
  expect(
    list.rows.map(({ startedAt, endedAt, note, billable }) => [note, iso(startedAt), iso(endedAt), billable]),
  ).toEqual([
    ['Inbox · Mail', '2025-11-05T08:00', '2025-11-05T10:00', false],
    ['Website · Pictures', '2025-11-02T09:30', '2025-11-02T10:15', false],
    ['Website · Texts: Überschriften', '2025-11-02T08:00', '2025-11-02T09:30', true],
  ]);
  await page.getByRole('button', { name: 'Undo this import' }).first().click();
  await expect(page.getByText('The import was undone')).toBeVisible();
  expect((await entries(page)).count).toBe(0);
});

const iso = (at: number) => new Date(at).toISOString().slice(0, 16);
