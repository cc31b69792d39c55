import { join } from 'node:path';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { expect, launch, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

/** One issued invoice of 90.00 and 38.50, and an expense that is on none. */
async function seed(profile: string): Promise<string> {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const clientId = scene.client({ name: 'Fjord & Co' });
  const taskId = scene.task(clientId, 'Board pack');
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 7200, taskId });
  const invoiceId = scene.draft(clientId);
  scene.billing.lines.add({ invoiceId, text: 'Courier', quantity: 1000, unit: 3850 });
  await scene.billing.issue(invoiceId);
  scene.store.close();
  return clientId;
}

test('an invoice is paid in part, its work taken back with a credit note, and billed again with an expense', async ({
  profile,
}) => {
  const clientId = await seed(profile);
  const { page } = await launch({ profile });
  await page.evaluate((id) => {
    window.location.hash = `#/client/${id}/money`;
  }, clientId);
  await page.getByRole('link', { name: '2026-001' }).click();

  await page.getByRole('button', { name: 'Add payment' }).click();
  const payment = page.getByRole('dialog', { name: 'Add payment' });
  await expect(payment.getByLabel('Amount, EUR')).toHaveValue('128.50');
  await payment.getByLabel('Amount, EUR').fill('0');
  await payment.getByRole('button', { name: 'Save' }).click();
  await expect(payment.getByText('Please enter an amount other than zero.')).toBeVisible();
  await payment.getByLabel('Amount, EUR').fill('38.50');
  await payment.getByRole('button', { name: 'Save' }).click();
  await expect(payment).toBeHidden();
  const account = page.getByRole('region', { name: 'Payments' });
  await expect(account.getByText(/^€90\.00 due in \d+ days$/)).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Credit note' }).click();
  const credit = page.getByRole('dialog', { name: 'Credit note for 2026-001' });
  await credit.getByRole('checkbox', { name: 'Courier' }).uncheck();
  await credit.getByLabel('Taken back of “Board pack”').fill('90.01');
  await credit.getByRole('button', { name: 'Create draft' }).click();
  await expect(credit.getByText('This is more than is left, counting drafts of credit notes.')).toBeVisible();
  await credit.getByLabel('Taken back of “Board pack”').fill('90.00');
  await credit.getByRole('checkbox', { name: 'Let the work be billed again' }).check();
  await expectAccessible(page);
  await credit.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { name: 'New credit note' })).toBeVisible();
  await expect(page.frameLocator('iframe').getByText('Corrects invoice')).toBeVisible();
  await page.getByRole('button', { name: 'Issue credit note' }).click();
  const confirm = page.getByRole('dialog', { name: 'Issue credit note CN-2026-001?' });
  await confirm.getByRole('button', { name: 'Issue credit note' }).click();
  await expect(page.getByRole('heading', { name: 'CN-2026-001', exact: true })).toBeVisible();
  await page.getByRole('link', { name: '2026-001' }).click();
  await expect(account.getByText(/^Paid /)).toBeVisible();

  await page.getByRole('link', { name: 'Invoices' }).click();
  await page.getByRole('button', { name: 'Add expense' }).click();
  const expense = page.getByRole('dialog', { name: 'Add expense' });
  await expense.getByLabel('Description').fill('Train to Oslo');
  await expense.getByLabel('Amount without tax').fill('24');
  await expense.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('cell', { name: 'Train to Oslo', exact: true })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'New invoice' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByLabel('Description of line 1')).toHaveValue('Board pack');
  await expect(page.getByLabel('Description of line 2')).toHaveValue('Train to Oslo');
  await page.getByRole('button', { name: 'Discount' }).click();
  const discount = page.getByRole('dialog', { name: 'Discount' });
  await discount.getByLabel('Percent', { exact: true }).last().fill('10');
  await discount.getByRole('button', { name: 'Add' }).click();
  await expect(page.frameLocator('iframe').getByText('€102.60').last()).toBeVisible();
});
