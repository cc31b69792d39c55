import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { importHref, overviewHref, settingsHref } from '#renderer/lib/addresses.ts';
import { expect, test } from './support/app.ts';
import { takeOver } from './support/computer.ts';
import { launchSample, type SampleApp } from './support/sample.ts';
import { expectSound, show, watchErrors } from './support/screen.ts';

const profile = mkdtempSync(join(tmpdir(), 'clientele-screens-time-'));
const compact = [1024, 700] as const;
let app: SampleApp;
let errors: () => string[];

test.beforeAll(async () => {
  app = await launchSample(profile);
  errors = watchErrors(app.page);
});

test.afterEach(() => {
  expect(errors()).toEqual([]);
});

test.afterAll(async () => {
  await app.close();
  await rm(profile, { recursive: true, force: true, maxRetries: 5 });
});

/** One of the views of the time screen, by its key, once the screen hears keys. */
async function showTime(key: string, view: 'Day' | 'Week' | 'Report' | 'Audit'): Promise<void> {
  await show(app.page, overviewHref('time'), 'All clients');
  const radio = app.page.getByRole('radio', { name: view });
  await expect(radio).toBeAttached();
  await expect(async () => {
    await app.page.keyboard.press(key);
    await expect(radio).toBeChecked({ timeout: 2_000 });
  }).toPass();
}

test('week in a small window', async () => {
  await showTime('2', 'Week');
  await expect(app.page.getByRole('grid', { name: 'Tracked time by client and day' })).toBeVisible();
  await expectSound(app, { name: 'time-week-1024', size: compact });
});

test('report', async () => {
  await showTime('4', 'Report');
  await expect(app.page.getByRole('group', { name: 'Report', exact: true })).toBeVisible();
  await expect(app.page.getByRole('table')).toContainText('Northwind Bakery');
  await expectSound(app, { name: 'time-report' }, { name: 'time-report-dark', dark: true });
});

test('work audit', async () => {
  await showTime('5', 'Audit');
  await expect(app.page.getByRole('group', { name: 'Work audit', exact: true })).toBeVisible();
  await expect(app.page.getByText(/% has a category/)).toBeVisible();
  await expectSound(app, { name: 'time-audit' });
});

test('import: the file understood', async () => {
  const file = resolve(import.meta.dirname, '../fixtures/import/sample-toggl.csv');
  await app.electron.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
  }, file);
  await app.page.evaluate((to) => {
    window.location.hash = to;
  }, importHref());
  await app.page.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(app.page.getByRole('combobox', { name: 'Exported from' })).toHaveValue('Toggl Track');
  await expectSound(app, { name: 'import' });
});

for (const section of ['timer', 'workKinds'] as const) {
  test(`settings: ${section}`, async () => {
    await show(app.page, settingsHref(section), 'Settings');
    await expect(app.page.getByRole('main').getByRole('heading', { level: 2 }).first()).toBeVisible();
    await expectSound(app, { name: `settings-${section === 'timer' ? 'timer' : 'work-kinds'}` });
  });
}

test('the question where time went', async () => {
  await showTime('1', 'Day');
  const computer = await takeOver(app.electron);
  await computer.sleep(33);
  const question = app.page.getByRole('dialog', { name: 'Where did 33 minutes go?' });
  await expect(question).toBeVisible();
  await expectSound(
    app,
    { name: 'gap' },
    { name: 'gap-dark', dark: true },
    { name: 'gap-1024', size: compact },
  );
});
