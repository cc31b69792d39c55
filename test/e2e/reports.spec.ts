import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { addDays } from '#shared/domain/due-day.ts';
import { readCsv } from '../support/csv.ts';
import { pdfFacts, pdfFonts, pdfText } from '../support/pdf-text.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { addClient, ask } from './support/clients.ts';
import { pressUntil } from './support/keys.ts';

const today = new Intl.DateTimeFormat('sv-SE').format();
const lastMonth = addDays(`${today.slice(0, 7)}-01`, -10);

async function track(
  page: Page,
  clientId: string,
  date: string,
  from: string,
  to: string,
  more: object = {},
) {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const moments = { start: { date, time: from }, end: { date, time: to } };
  await ask(page, 'time.add', { clientId, ...moments, zone, ...more });
}

/** Opens a view of the time screen by its key, once the screen hears keys. */
async function openTimeView(page: Page, key: string, toolbar: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time' }).click();
  await expect(page.getByRole('button', { name: 'Add entry' })).toBeVisible();
  await pressUntil(page, key, page.getByRole('group', { name: toolbar, exact: true }));
}

async function saveTo({ electron }: RunningApp, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as typeof dialog.showSaveDialog;
  }, path);
}

async function save(page: Page, what: string): Promise<void> {
  await page.getByRole('button', { name: 'Export' }).click();
  await page.getByRole('menuitem', { name: what }).click();
  await expect(page.getByText('The report is saved').last()).toBeVisible();
}

test('a report adds up, leads to its entries, and leaves as CSV and PDF', async ({ app, page, profile }) => {
  const hostile = await addClient(page, '=1+2 Ltd');
  const fjord = await addClient(page, 'Fjord & Co');
  await track(page, hostile, lastMonth, '09:00', '10:30', { category: 'key', workKindId: 'email' });
  await track(page, fjord, lastMonth, '11:00', '11:45', { workKindId: 'travel' });
  await track(page, fjord, addDays(lastMonth, 1), '11:00', '11:15', { category: 'routine' });
  await openTimeView(page, '4', 'Report');
  await expect(page.getByText('Nothing tracked in this period')).toBeVisible();
  await page.getByRole('button', { name: 'This month' }).click();
  await page.getByRole('menuitem', { name: 'Last month' }).click();

  const table = page.getByRole('table');
  await expect(table.getByRole('row', { name: /^=1\+2 Ltd 1h 30m 60 %/ })).toBeVisible();
  await expect(table.getByRole('row', { name: /^Fjord & Co 1h 40 %/ })).toBeVisible();
  await expect(table.getByRole('row', { name: 'Total 2h 30m' })).toBeVisible();
  await expectAccessible(page);

  const csv = join(profile, 'report.csv');
  await saveTo(app, csv);
  await save(page, 'Table as CSV');
  expect(readCsv(await readFile(csv))).toEqual([
    ['Client', 'Duration', 'Hours'],
    ["'=1+2 Ltd", '1:30:00', '1.50'],
    ['Fjord & Co', '1:00:00', '1.00'],
  ]);
  const pdf = join(profile, 'report.pdf');
  await saveTo(app, pdf);
  await save(page, 'Report as PDF');
  await expect.poll(async () => pdfText(pdf).catch(() => '')).toMatch(/Fjord & Co\s+1h\s+40 %/);
  expect(await pdfText(pdf)).toMatch(/Total\s+2h 30m/);
  expect(await pdfFacts(pdf)).toMatchObject({ Tagged: 'yes', Pages: '1' });
  expect((await pdfFonts(pdf)).every((font) => font.embedded)).toBe(true);

  await page.getByRole('combobox', { name: 'Group by' }).click();
  await page.getByRole('option', { name: 'Day' }).click();
  await expect(page.getByRole('img', { name: /most in .* with 2h 15m/ })).toBeVisible();
  await page
    .getByRole('button', { name: /^Entries of/ })
    .first()
    .click();
  await expect(page.getByText('2 entries')).toBeVisible();
  await expect(page.getByRole('list', { name: 'All entries' })).toContainText('=1+2 Ltd');
});

test('the audit is done with the keyboard: sorted to the last entry, decided, and kept', async ({
  app,
  page,
  profile,
}) => {
  const fjord = await addClient(page, 'Fjord & Co');
  const yesterday = addDays(today, -1);
  await track(page, fjord, yesterday, '09:00', '10:00', { note: 'Inbox' });
  await track(page, fjord, yesterday, '10:00', '10:30', { note: 'Flights', category: 'key' });
  await openTimeView(page, '5', 'Work audit');
  const list = page.getByRole('list', { name: 'To sort' });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await expect(page.getByText('33 % has a category')).toBeVisible();

  // The mouse and Tab open the kinds as K does.
  await list.getByRole('button', { name: 'Kind of work' }).last().click();
  await expect(page.getByRole('option', { name: 'Email' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('option')).toHaveCount(0);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('option', { name: 'Email' })).toBeVisible();
  await page.keyboard.press('Escape');

  await list.getByRole('listitem', { name: 'Inbox' }).focus();
  await page.keyboard.press('2');
  await expect(page.getByText('100 % has a category')).toBeVisible();
  for (const kind of ['email', 'travel']) {
    const before = await list.getByRole('listitem').count();
    await page.keyboard.press('k');
    await expect(page.locator(':focus')).toHaveAttribute('aria-haspopup', 'listbox');
    await page.keyboard.type(kind);
    await expect(page.getByRole('option')).toHaveCount(1);
    await page.keyboard.press('Enter');
    await expect(list.getByRole('listitem')).toHaveCount(before - 1);
    // The next entry has the focus, ready for its keys.
    if (before > 1) await expect(list.getByRole('listitem').first()).toBeFocused();
  }
  await expect(page.getByText('Everything has a category and a kind of work')).toBeVisible();
  await expectAccessible(page);

  const email = page.getByRole('group', { name: 'Decision on Email for Fjord & Co' });
  await email.getByRole('radio', { name: 'Open' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(email.getByRole('radio', { name: 'Keep' })).toBeChecked();
  await page.keyboard.press('ArrowRight');
  await expect(email.getByRole('radio', { name: 'Standardise' })).toBeChecked();
  const note = page.getByRole('textbox', { name: 'Note on Email for Fjord & Co' });
  await note.fill('+ a template');
  await note.press('Enter');
  await expect(page.getByText('Standardise 1h · Open 30m')).toBeVisible();

  const csv = join(profile, 'audit.csv');
  await saveTo(app, csv);
  await save(page, 'Table as CSV');
  expect(readCsv(await readFile(csv)).slice(1)).toEqual([
    ['Fjord & Co', 'Email', '1:00:00', '1.00', 'Standardise', "'+ a template"],
    ['Fjord & Co', 'Travel', '0:30:00', '0.50', '', ''],
  ]);
  await page.reload();
  await openTimeView(page, '5', 'Work audit');
  await expect(email.getByRole('radio', { name: 'Standardise' })).toBeChecked();
  await expect(note).toHaveValue('+ a template');
});
