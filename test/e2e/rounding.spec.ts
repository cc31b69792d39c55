import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openBillingScene } from '../support/billing-scene.ts';
import { expect, launch, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

/** Fifty minutes on two tasks in one day, at €45.00 an hour. */
function seed(profile: string): string {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const clientId = scene.client({ name: 'Fjord & Co' });
  const inbox = scene.task(clientId, 'Inbox');
  const travel = scene.task(clientId, 'Travel');
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 1_800, taskId: inbox });
  scene.entry(clientId, { start: '2026-11-02T09:00:00Z', seconds: 1_200, taskId: travel });
  scene.store.close();
  return clientId;
}

test('hours are rounded by the day, from the client’s terms to the issued invoice', async ({ profile }) => {
  const clientId = seed(profile);
  const app = await launch({ profile });
  const { page } = app;
  await page.evaluate((id) => {
    window.location.hash = `#/client/${id}/money`;
  }, clientId);
  await expect(page.getByRole('region', { name: 'Unbilled' }).getByText('€37.50')).toBeVisible();

  await page.getByRole('button', { name: 'Edit hours and rounding' }).click();
  const dialog = page.getByRole('dialog', { name: 'Hours and rounding' });
  await dialog.getByLabel('Contracted hours a week').fill('ten');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('Please enter between 0 and 168 hours.')).toBeVisible();
  await dialog.getByLabel('Contracted hours a week').fill('7:30');
  await dialog.getByRole('combobox', { name: 'Billed hours are' }).click();
  await page.getByRole('option', { name: 'Rounded up' }).click();
  await dialog.getByRole('combobox', { name: 'What is rounded' }).click();
  await page.getByRole('option', { name: 'Each day' }).click();
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByText('each day rounded up to 15m')).toBeVisible();
  await expect(page.getByText('7h 30m a week agreed')).toBeVisible();
  const unbilled = page.getByRole('region', { name: 'Unbilled' });
  await expect(unbilled.getByText('€45.00')).toBeVisible();
  await expect(unbilled.getByText('50m tracked')).toBeVisible();

  await page.getByRole('button', { name: 'New invoice' }).click();
  await expect(page.getByText('2 entries, 50m tracked, 1h billed')).toBeVisible();
  await page.getByRole('button', { name: 'Create draft' }).click();
  const travel = page.getByRole('row').filter({ has: page.getByRole('textbox', { name: /line 2$/ }) });
  await expect(travel.getByRole('cell')).toContainText([/./, '20m', '30m', '€45.00', '€22.50']);
  await expectAccessible(page);
  await page.getByRole('button', { name: '1 entry behind “Travel”' }).click();
  const entries = page.getByRole('dialog', { name: 'Travel' });
  await expect(entries).toContainText('1 entry, 20m tracked, 30m billed');
  await entries.getByRole('button', { name: 'Close' }).last().click();
  await page.getByRole('button', { name: 'Issue invoice' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Issue invoice' }).click();
  await expect(page.getByText('Issued and kept as it is, with 2 time entries.')).toBeVisible();
  await expect(page.getByText('Tracked and billed hours: each day rounded up to 15m.')).toBeVisible();
  await app.close();

  const sql = new Database(join(profile, 'clientele.db'), { readonly: true });
  const row = sql.prepare('SELECT net_minor AS net, snapshot FROM invoices').get() as {
    net: number;
    snapshot: string;
  };
  const { lines } = JSON.parse(row.snapshot) as { lines: { seconds: number; rawSeconds: number }[] };
  expect(row.net).toBe(4_500);
  expect(lines.map(({ rawSeconds, seconds }) => [rawSeconds, seconds])).toEqual([
    [1_800, 1_800],
    [1_200, 1_800],
  ]);
  sql.close();
});
