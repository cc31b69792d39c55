import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { overviewHref } from '#renderer/lib/addresses.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { expect, launch, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { saveTo } from './support/saving.ts';
import { callApp } from './support/seed.ts';

const clients = ['Fjord & Co', 'Harbour Yoga'];

/** Two clients with invoices of 107.10 each: of September, overdue and half paid; of November, not due. */
async function seed(profile: string): Promise<void> {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  for (const name of clients) {
    const clientId = scene.client({ name });
    for (const date of ['2025-09-02', '2025-11-03']) {
      const { invoiceId } = scene.billing.drafts.create({
        ...{ clientId, from: date, to: date, grouping: 'one' },
      });
      scene.billing.lines.add({ invoiceId, text: 'Newsletter', quantity: 1_000, unit: 9_000 });
      scene.billing.drafts.change({
        ...{ invoiceId, issueDate: date, dueDate: date, tax: { category: 'standard', rate: 19_000 } },
      });
      await scene.billing.issue(invoiceId);
      if (date === '2025-09-02')
        scene.billing.payments.save({ id: null, invoiceId, paidOn: '2025-10-07', amount: 5_355, note: '' });
    }
  }
  scene.store.close();
}

test('the money across clients: tabs by keyboard, a list, what is behind a figure, taxes, a year as one file', async ({
  profile,
}) => {
  test.setTimeout(90_000);
  await seed(profile);
  const { page, electron } = await launch({ profile });
  await page.evaluate(
    (to) => {
      window.location.hash = to;
    },
    `${overviewHref('money')}?period=2025-10`,
  );
  await expect(page.getByText('Received in October')).toBeVisible();
  await expect(page.getByText('€107.10', { exact: true }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Previous month' }).click();
  await expect(page.getByText('Received in September')).toBeVisible();

  const tab = (name: string) => page.getByRole('radio', { name, exact: true });
  await tab('Overview').focus();
  for (const name of ['Unbilled', 'Retainers', 'Invoices']) {
    await page.keyboard.press('ArrowRight');
    await expect(tab(name)).toBeChecked();
  }
  await expect.poll(() => page.evaluate(() => window.location.hash)).toContain('tab=invoices');
  const list = page.getByRole('table', { name: 'Invoices' });
  await expect(list.getByRole('link')).toHaveCount(4);
  await page.getByRole('textbox', { name: 'Search' }).fill('yoga');
  await expect(list.getByRole('link')).toHaveCount(2);
  await expectAccessible(page);
  await list.getByRole('link').first().focus();
  await page.keyboard.press('End');
  await expect(list.getByRole('link').last()).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: '2025-003' })).toBeVisible();
  await page.evaluate(
    (to) => {
      window.location.hash = to;
    },
    `${overviewHref('money')}?tab=invoices`,
  );
  await expect(list.getByRole('link')).toHaveCount(2);

  await tab('Reports').check({ force: true });
  const ageing = page.getByRole('table', { name: 'Ageing' });
  await ageing.getByRole('button', { name: /^€321\.30, Total in EUR, Total$/ }).click();
  const behind = page.getByRole('dialog', { name: 'Total in EUR' });
  await expect(behind.getByText('4 invoices')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(behind).toBeHidden();

  await tab('Taxes').check({ force: true });
  await page.getByRole('button', { name: 'Previous year' }).click();
  const taxes = page.getByRole('table', { name: 'VAT of 2025' });
  await expect(taxes.getByRole('row', { name: /^2025 €360\.00 €68\.40 €428\.40$/ })).toBeVisible();
  await tab('Payment date').check({ force: true });
  await expect(taxes.getByRole('row', { name: /^2025 €90\.00 €17\.10 €107\.10$/ })).toBeVisible();
  await expectAccessible(page);

  const path = join(profile, 'year.zip');
  await saveTo(electron, path);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Everything of 2025 (ZIP)' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();
  expect(existsSync(`${path}.partial`)).toBe(false);
  const files = unzipSync(readFileSync(path));
  expect(Object.keys(files).filter((name) => name.endsWith('.pdf')).length).toBe(4);
  expect(strFromU8(files['Invoices by tax rate 2025.csv'] ?? new Uint8Array()).split('\r\n').length).toBe(6);
  expect(await callApp(page, 'billing.yearArchive')).toBeNull();
});
