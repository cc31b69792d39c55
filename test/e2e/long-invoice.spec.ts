import { readFileSync, statSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { unzipSync } from 'fflate';
import { clientHref, overviewHref } from '#renderer/lib/addresses.ts';
import { openBillingScene } from '../support/billing-scene.ts';
import { pdfText } from '../support/pdf-text.ts';
import { samplePng } from '../support/picture.ts';
import { plainSpaces } from '../support/plain-spaces.ts';
import { expect, type RunningApp, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { showMoney } from './support/billing-screens.ts';
import { launchFaster } from './support/faster.ts';
import { holdPrinting, holdWriting } from './support/holding.ts';
import { watchOutside } from './support/outside.ts';
import { saveTo } from './support/saving.ts';
import { show } from './support/screen.ts';
import { callApp } from './support/seed.ts';

const november18 = Date.UTC(2026, 10, 18, 9, 0);
const lines = 120;

/** 1 h 45 min at EUR 45.00 on each line: 120 × 78.75 = 9,450.00. */
function seed(profile: string) {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const clientId = scene.client({ name: 'Fjord & Co' });
  for (let line = 1; line <= lines; line++) {
    const taskId = scene.task(clientId, `Schedule ${line}`);
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 6_300, taskId });
  }
  const invoiceId = scene.draft(clientId);
  scene.billing.drafts.change({ invoiceId, issueDate: '2026-11-18', dueDate: '2026-12-02' });
  scene.store.close();
  return { clientId, invoiceId };
}

/** An expense with the picture of its receipt, which the system's own program then shows. */
async function spend({ page, electron }: RunningApp, profile: string): Promise<Buffer> {
  const receipt = samplePng(300, 200);
  const outside = await watchOutside(electron);
  await writeFile(join(profile, 'Beleg Nr. 7.png'), receipt);
  await electron.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(profile, 'Beleg Nr. 7.png'),
  );
  await page.getByRole('button', { name: 'Add expense' }).click();
  const expense = page.getByRole('dialog', { name: 'Add expense' });
  await expense.getByLabel('Description').fill('Courier');
  await expense.getByLabel('Amount without tax').fill('12.50');
  await expense.getByRole('textbox', { name: 'Spent on' }).fill('2026-11-17');
  await expense.getByRole('textbox', { name: 'Spent on' }).press('Tab');
  await expense.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(expense.getByText('Beleg Nr. 7.png')).toBeVisible();
  await expense.getByRole('button', { name: 'Save' }).click();
  await page.getByRole('button', { name: 'Open the receipt Beleg Nr. 7.png' }).click();
  await expect.poll(outside.files).toHaveLength(1);
  const [path = ''] = await outside.files();
  expect(readFileSync(path).equals(receipt)).toBe(true);
  expect(statSync(path).mode & 0o777).toBe(0o400);
  expect(path).not.toContain(profile);
  return receipt;
}

/** The total in dollars at a rate of the person's own finding: 9,450.00 × 1.0843 = 10,246.635. */
async function inDollars(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Total in another currency…' }).click();
  const other = page.getByRole('dialog', { name: 'Total in another currency' });
  await other.getByRole('combobox', { name: 'Currency' }).fill('USD');
  await page.getByRole('option', { name: /^USD/ }).click();
  await other.getByLabel('Rate: 1 EUR in USD').fill('0');
  await other.getByRole('textbox', { name: 'Rate of' }).fill('2026-11-19');
  await other.getByRole('textbox', { name: 'Rate of' }).press('Tab');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other.getByLabel('Rate: 1 EUR in USD')).toHaveAttribute('aria-invalid', 'true');
  await expect(other.getByLabel('Where the rate is from')).toHaveAttribute('aria-invalid', 'true');
  await other.getByLabel('Rate: 1 EUR in USD').fill('1.0843');
  await other.getByLabel('Where the rate is from').fill('European Central Bank');
  await other.getByRole('button', { name: 'Save' }).click();
  // The invoice is of the day before.
  await expect(other.getByText('The rate must not be of a day after the invoice date.')).toBeVisible();
  await other.getByRole('textbox', { name: 'Rate of' }).fill('2026-11-17');
  await other.getByRole('textbox', { name: 'Rate of' }).press('Tab');
  await other.getByRole('button', { name: 'Save' }).click();
  await expect(other).toBeHidden();
  await expect(page.getByText('$10,246.64 at 1 EUR = 1.0843 USD')).toBeVisible();
  await expect(page.frameLocator('iframe').getByText(/US\$10,246\.64/)).toBeVisible();
}

test('a long invoice says its total in dollars too, is stopped while it is issued, then issued, and kept with its year', async ({
  profile,
}) => {
  test.setTimeout(150_000);
  const { clientId, invoiceId } = seed(profile);
  const app = await launchFaster(profile, november18, 1, 'Europe/Tallinn');
  const { page, electron } = app;
  await showMoney(page, clientId, 'Fjord & Co');
  const receipt = await spend(app, profile);
  await show(page, `${clientHref(clientId, 'money')}?invoice=${invoiceId}`, 'Fjord & Co');
  await inDollars(page);

  const printing = await holdPrinting(electron);
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  const dialog = page.getByRole('dialog', { name: 'Issue invoice 2026-001?' });
  await dialog.getByRole('button', { name: 'Issue invoice' }).click();
  const steps = dialog.getByRole('list', { name: 'Issuing' }).getByRole('listitem');
  await expect(steps).toHaveText([
    `Printing the pages with ${lines} lines`,
    'Giving the number and storing everything together',
  ]);
  await expect(steps.first()).toHaveAttribute('aria-current', 'step');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeEnabled();
  await printing.letGo();
  await expect(dialog.getByRole('alert')).toHaveText(
    'Issuing was stopped. The draft is as it was, and no number was used.',
  );
  await expect(steps).toHaveCount(0);
  expect(await callApp(page, 'billing.invoice', { invoiceId })).toMatchObject({ state: 'draft' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByLabel('Description of line 1', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await dialog.getByRole('button', { name: 'Issue invoice' }).click();
  await expect(page.getByText(/^Issued and kept as it is/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('heading', { name: '2026-001', exact: true })).toBeVisible();

  // The year goes into one file; halfway, on another screen, it is not wanted any more, and then it is.
  await show(page, `${overviewHref('money')}?period=2026-11`, 'All clients');
  const path = join(profile, 'year.zip');
  await saveTo(electron, path);
  const archive = async () => {
    await page.getByRole('button', { name: 'Export', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Everything of 2026 (ZIP)' }).click();
  };
  const writing = await holdWriting(electron, 4);
  await archive();
  const card = page.getByRole('region', { name: 'Writing the archive of 2026' });
  await expect(card.getByText(/^[1-4] of 5 files$/).last()).toBeVisible();
  await show(page, overviewHref('today'), 'All clients');
  await expectAccessible(page);
  await card.getByRole('button', { name: 'Cancel the export' }).click();
  await expect.poll(() => callApp(page, 'billing.yearArchive')).toMatchObject({ total: 5 });
  await writing.letGo();
  await expect(card).toHaveCount(0);
  expect((await readdir(profile)).filter((name) => name.startsWith('year.zip'))).toEqual([]);
  await show(page, `${overviewHref('money')}?period=2026-11`, 'All clients');
  await archive();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  const files = unzipSync(await readFile(path));
  await app.close();

  const sql = new Database(join(profile, 'clientele.db'), { readonly: true });
  const stored = sql.prepare(
    'SELECT number, format, bytes FROM invoice_documents d JOIN invoices i ON i.id = d.invoice_id',
  );
  const documents = stored.all() as { number: string; format: string; bytes: Buffer }[];
  sql.close();
  expect(documents.map(({ number, format }) => [number, format])).toEqual([['2026-001', 'pdf']]);
  const kept = (ending: string) => Object.entries(files).find(([name]) => name.endsWith(ending))?.[1] ?? [];
  expect(documents[0]?.bytes.equals(Buffer.from(kept('.pdf')))).toBe(true);
  expect(receipt.equals(Buffer.from(kept('.png')))).toBe(true);
  const pdf = join(profile, 'stored.pdf');
  await writeFile(pdf, kept('.pdf'));
  const words = plainSpaces(await pdfText(pdf));
  for (const part of [
    '€9,450.00',
    'US$10,246.64',
    '1.0843',
    'European Central Bank',
    '17 Nov 2026',
    `Schedule ${lines}`,
  ])
    expect(words).toContain(part);
});
