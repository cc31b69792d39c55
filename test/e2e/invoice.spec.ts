import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { openBillingScene } from '../support/billing-scene.ts';
import { pdfFacts, pdfFonts, pdfText } from '../support/pdf-text.ts';
import { samplePng } from '../support/picture.ts';
import { expect, launch, type RunningApp, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { saveTo } from './support/saving.ts';

/** The dialog that asks for a file answers with this path. */
async function openFrom(electron: ElectronApplication, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, path);
}

/** Notes how each window that opens from now on is set up. */
async function watchNewWindows(electron: ElectronApplication): Promise<() => Promise<unknown>> {
  await electron.evaluate(({ app, session }) => {
    const seen: unknown[] = [];
    Object.assign(globalThis, { seenWindows: seen });
    app.on('browser-window-created', (_event, window) => {
      const { webContents } = window;
      // Not in Electron's types; it tells what was really applied.
      const applied = (
        webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
      ).getLastWebPreferences();
      const { sandbox, contextIsolation, nodeIntegration, javascript } = applied;
      const own = webContents.session !== session.defaultSession && !webContents.session.isPersistent();
      const visible = window.isVisible();
      seen.push({ sandbox, contextIsolation, nodeIntegration, javascript, visible, own });
    });
  });
  return () => electron.evaluate(() => (globalThis as unknown as { seenWindows: unknown[] }).seenWindows);
}

/** A client with eight hours and forty minutes of work on two tasks, no rate, and nothing known about anybody. */
function seed(profile: string): string {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const clientId = scene.client({ name: 'Fjord & Co', rate: null });
  scene.store.sql.exec('DELETE FROM billing_parties; DELETE FROM business_profile');
  const inbox = scene.task(clientId, 'Inbox <and> calendar');
  const travel = scene.task(clientId, '=Travel, Bergen');
  for (const day of ['02', '03', '04', '05']) {
    scene.entry(clientId, { start: `2026-11-${day}T08:00:00Z`, seconds: 5_100, taskId: inbox });
  }
  scene.entry(clientId, { start: '2026-11-06T08:00:00Z', seconds: 3 * 3600, taskId: travel });
  scene.store.close();
  return clientId;
}

async function fillOwnDetails({ page, electron }: RunningApp, folder: string): Promise<void> {
  await page.getByLabel('Your name or company').fill('Sample Assistant');
  await page.getByLabel('Address', { exact: true }).fill('Sample street 1\n10000 Sample town');
  await page.getByLabel('How to pay you').fill('Sample Assistant\nEE00 0000 0000 0000 0000');
  const sample = page.frameLocator('iframe');
  await expect(sample.locator('.seller').getByText('Sample Assistant')).toBeVisible();
  await page.getByRole('combobox', { name: 'Language of the preview' }).click();
  await page.getByRole('option', { name: 'Estonian' }).click();
  await expect(sample.getByText('Näidis', { exact: true })).toBeVisible();
  const files: readonly [name: string, bytes: Buffer][] = [
    ['drawing.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['logo.png', samplePng(120, 40)],
  ];
  for (const [name, bytes] of files) {
    await writeFile(join(folder, name), bytes);
    await openFrom(electron, join(folder, name));
    await page.getByRole('button', { name: 'Choose a logo' }).click();
    if (name === 'drawing.png') await expect(page.getByText('This is an SVG drawing.')).toBeVisible();
  }
  await expect(page.getByRole('img', { name: 'Logo from the file logo.png' })).toBeVisible();
  await expect(sample.getByRole('img', { name: 'Logo: Sample Assistant' })).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect(page.getByText('My details are saved')).toBeVisible();
}

async function fillClient(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Fill in the client’s details' }).click();
  const dialog = page.getByRole('dialog', { name: 'Billing details' });
  await dialog.getByLabel('Legal name').fill('Fjord & Co AS');
  await dialog.getByLabel('Address', { exact: true }).fill('Bryggen 9\n0250 Oslo');
  await dialog.getByLabel('E-mail for invoices').fill('not an address');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please enter an e-mail address')).toBeVisible();
  await dialog.getByLabel('E-mail for invoices').fill('');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
}

test('from an agreed rate to an issued invoice, its PDF and its CSV', async ({ profile }) => {
  const clientId = seed(profile);
  const app = await launch({ profile });
  const { page, electron } = app;
  await page.evaluate((id) => {
    window.location.hash = `#/client/${id}/money`;
  }, clientId);

  await expect(page.getByText('8h 40m were tracked and nothing is agreed for them')).toBeVisible();
  await page.getByRole('button', { name: 'Add agreement' }).click();
  const rate = page.getByRole('dialog', { name: 'Add an agreement' });
  await rate.getByLabel('Rate per hour').fill('forty');
  await rate.getByRole('button', { name: 'Save' }).click();
  await expect(rate.getByText('Please enter a number.')).toBeVisible();
  await rate.getByLabel('Rate per hour').fill('45.00');
  await rate.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('region', { name: 'Unbilled' }).getByText('€390.00')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'New invoice' }).click();
  const create = page.getByRole('dialog', { name: 'New invoice' });
  await expect(create.getByText('5 entries, 8h 40m')).toBeVisible();
  await create.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByText('locks 5 time entries')).toBeVisible();

  const text = page.getByLabel('Description of line 1');
  await expect(text).toHaveValue('Inbox <and> calendar');
  await text.fill('Inbox & calendar');
  await text.press('Enter');
  await page.getByRole('button', { name: 'Add line' }).click();
  const line = page.getByRole('dialog', { name: 'Add line' });
  await line.getByLabel('Description').fill('Courier');
  await line.getByLabel('Price each, EUR').fill('38,50');
  await line.getByRole('button', { name: 'Add line' }).click();
  await page.getByLabel('Note on the invoice').fill('Thank you.');
  const preview = page.frameLocator('iframe');
  await expect(preview.getByText('Thank you.')).toBeVisible();
  await expect(preview.getByText('€428.50').last()).toBeVisible();
  await expect(preview.locator('script')).toHaveCount(0);

  await page.getByRole('button', { name: 'Issue invoice' }).click();
  const refused = page.getByRole('dialog', { name: 'Not ready to issue yet' });
  await expect(refused.getByText('Your address is missing.')).toBeVisible();
  await refused.getByRole('button', { name: 'Close' }).last().click();
  const draftAt = await page.evaluate(() => window.location.hash);
  await page.getByRole('link', { name: 'Fill in my details' }).click();
  await fillOwnDetails(app, profile);
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, draftAt);
  await fillClient(page);
  await expect(preview.getByRole('img', { name: 'Logo of Sample Assistant' })).toBeVisible();
  await expectAccessible(page);

  const printWindows = await watchNewWindows(electron);
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  const confirm = page.getByRole('dialog', { name: /^Issue invoice \d{4}-001\?$/ });
  await confirm.getByRole('button', { name: 'Issue invoice' }).click();
  await expect(page.getByText('Issued and kept as it is, with 5 time entries.')).toBeVisible();
  await expect(page.getByLabel('Description of line 1')).toBeHidden();

  expect(await printWindows()).toEqual([
    {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      visible: false,
      own: true,
    },
  ]);

  // Keys work after the dialog has gone, and also from inside the page's own document.
  const issuedAt = await page.evaluate(() => window.location.hash);
  for (const enter of [async () => {}, () => preview.getByText('Courier').first().click()]) {
    await enter();
    await page.keyboard.press('Control+,');
    await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, issuedAt);
    await expect(preview.getByText('Courier').first()).toBeVisible();
  }

  const pdf = join(profile, 'saved.pdf');
  await saveTo(electron, pdf);
  await page.getByRole('button', { name: 'Save PDF' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const csv = join(profile, 'saved.csv');
  await saveTo(electron, csv);
  await page.getByRole('button', { name: 'Save CSV' }).click();
  await expect.poll(() => readFile(csv, 'utf8').catch(() => '')).toContain("'=Travel, Bergen");

  // What came after the last change to the draft can be taken back, the draft itself no more.
  const refusals = await page.evaluate(async () => {
    const codes: string[] = [];
    for (let step = 0; step < 20; step++) {
      const answer = await window.api.call('undo.undo', undefined);
      if (!answer.ok) codes.push(answer.code);
    }
    return codes;
  });
  expect(new Set(refusals)).toEqual(new Set(['conflict']));
  await expect(page.getByText('Issued and kept as it is, with 5 time entries.')).toBeVisible();
  await expectAccessible(page);
  await app.close();

  const sql = new Database(join(profile, 'clientele.db'), { readonly: true });
  const stored = sql.prepare('SELECT bytes, sha256 FROM invoice_documents').get() as {
    bytes: Buffer;
    sha256: string;
  };
  expect(createHash('sha256').update(stored.bytes).digest('hex')).toBe(stored.sha256);
  expect((await readFile(pdf)).equals(stored.bytes)).toBe(true);
  expect(sql.prepare('SELECT count(*) FROM invoice_line_entries').pluck().get()).toBe(5);
  sql.close();
  const writable = new Database(join(profile, 'clientele.db'));
  expect(() => writable.exec(`UPDATE time_entries SET note = 'x'`)).toThrow('locked: time.billed');
  writable.close();

  const words = await pdfText(pdf);
  for (const word of [
    'Invoice',
    'Sample Assistant',
    'Fjord & Co AS',
    'Inbox & calendar',
    '5h 40m',
    '€428.50',
  ])
    expect(words).toContain(word);
  expect(words).toMatch(/\d{4}-001/);
  expect(await pdfFacts(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1' });
  const fonts = await pdfFonts(pdf);
  expect(fonts.every(({ embedded }) => embedded)).toBe(true);
  expect(fonts.filter(({ name }) => name.includes('Inter')).length).toBeGreaterThan(1);
  expect(fonts.map(({ type }) => type)).not.toContain('Type 3');
  const csvText = await readFile(csv, 'utf8');
  expect(csvText.split('\r\n')[1]).toMatch(/Inbox & calendar,5\.6667,hour,45\.00,255\.00,0\.000,EUR$/);
});

/** ISO date so many days from now. */
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

test('a draft whose field shows something else than is saved is not issued', async ({ profile }) => {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const clientId = scene.client({ name: 'Fjord & Co' });
  scene.entry(clientId, { start: '2026-11-06T08:00:00Z', seconds: 3_600 });
  const invoiceId = scene.draft(clientId);
  scene.store.close();
  const { page, close } = await launch({ profile });
  await page.waitForFunction(() => window.location.hash === '#/today');
  await page.evaluate(
    ([client, invoice]) => {
      window.location.hash = `#/client/${client}/money?invoice=${invoice}`;
    },
    [clientId, invoiceId],
  );
  // Nothing is typed into what was just chosen with, so that the key is free for the app.
  const grouping = (name: string) => page.getByRole('radio', { name });
  await grouping('By day').focus();
  await page.keyboard.press('Space');
  await expect(grouping('By day')).toBeChecked();
  await page.keyboard.press('Control+z');
  await expect(grouping('By task')).toBeChecked();
  const due = page.getByLabel('Due');
  const issue = page.getByRole('button', { name: 'Issue invoice' });
  for (const [typed, why] of [
    ['2020-11-01', 'The due date must not be before the invoice date.'],
    ['some day', /^Please enter a date/],
  ] as const) {
    await due.fill(typed);
    await due.press('Enter');
    await expect(page.getByText(why)).toBeVisible();
    await issue.click();
    await expect(due).toBeFocused();
    await expect(page.getByRole('dialog')).toBeHidden();
  }
  await due.fill(inDays(800));
  await due.press('Enter');
  await expect(due).toHaveAttribute('aria-invalid', 'true');
  // What was refused by the other date is tried again with it.
  await page.getByLabel('Issue date').fill(inDays(700));
  await page.getByLabel('Issue date').press('Enter');
  await expect(due).not.toHaveAttribute('aria-invalid', 'true');
  await close();
});
