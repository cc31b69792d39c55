import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { openBillingScene } from '../support/billing-scene.ts';
import { expect, test } from './support/app.ts';
import { pay, showMoney } from './support/billing-screens.ts';
import { takeOver } from './support/computer.ts';
import { launchFaster } from './support/faster.ts';
import { home } from './support/month.ts';
import { readMail, watchOutside } from './support/outside.ts';
import { callApp } from './support/seed.ts';

const november10 = Date.UTC(2026, 10, 10, 9, 0);
/** Half an hour before midnight in Tallinn. */
const lateOn16 = Date.UTC(2026, 10, 16, 21, 30);

/** Two invoices of 2 November, of EUR 107.10 and 59.50, both due on the 16th. */
async function seed(profile: string): Promise<string> {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const clientId = scene.client({ name: 'Fjord & Co', language: 'de' });
  for (const net of [9_000, 5_000]) {
    const { invoiceId } = scene.billing.drafts.create({
      ...{ clientId, from: '2026-11-02', to: '2026-11-02', grouping: 'one' },
    });
    scene.billing.lines.add({ invoiceId, text: 'Newsletter', quantity: 1_000, unit: net });
    const tax = { category: 'standard', rate: 19_000 } as const;
    scene.billing.drafts.change({ invoiceId, issueDate: '2026-11-02', dueDate: '2026-11-16', tax });
    await scene.billing.issue(invoiceId);
  }
  scene.store.close();
  return clientId;
}

/** What the client's list of invoices says of each. */
async function expectStanding(page: Page, clientId: string, first: RegExp, second: RegExp): Promise<void> {
  await showMoney(page, clientId, 'Fjord & Co');
  const table = page.getByRole('region', { name: 'Invoices' });
  await expect(table.getByRole('row', { name: /^2026-001/ })).toContainText(first);
  await expect(table.getByRole('row', { name: /^2026-002/ })).toContainText(second);
}

test('an invoice is issued, part-paid, due, overdue, reminded of, paid and paid too much, all by what happened', async ({
  profile,
}) => {
  const clientId = await seed(profile);
  const before = await launchFaster(profile, november10, 1, home);
  await expectStanding(before.page, clientId, /Issued, due in 6 days$/, /Issued, due in 6 days$/);
  await before.page.getByRole('link', { name: '2026-001' }).click();
  await pay(before.page, '107.10', '40');
  await expectStanding(before.page, clientId, /€67\.10 due in 6 days$/, /Issued, due in 6 days$/);
  await before.close();

  // The app stays open over midnight, and nobody touches it.
  const app = await launchFaster(profile, lateOn16, 1, home);
  const { page } = app;
  const outside = await watchOutside(app.electron);
  await expectStanding(page, clientId, /€67\.10 due today$/, /Issued, due today$/);
  const computer = await takeOver(app.electron);
  await page.clock.install({ time: lateOn16 });
  await page.reload();
  await expectStanding(page, clientId, /€67\.10 due today$/, /Issued, due today$/);
  await computer.sleep(60);
  await page.clock.fastForward(3_600_000);
  const table = page.getByRole('region', { name: 'Invoices' });
  await expect(table.getByRole('row', { name: /^2026-001/ })).toContainText(/€67\.10 overdue 1 day$/);
  await expect(table.getByRole('row', { name: /^2026-002/ })).toContainText(/Overdue 1 day$/);

  await page.getByRole('link', { name: '2026-001' }).click();
  const account = page.getByRole('region', { name: 'Payments' });
  await account.getByRole('button', { name: 'Remind' }).click();
  await expect(account.getByText('Reminder 1 drafted')).toBeVisible();
  const [mail = ''] = await outside.addresses();
  expect(readMail(mail)).toMatchObject({ subject: 'Zahlungserinnerung: Rechnung 2026-001' });
  expect(readMail(mail).body).toContain(
    'die Rechnung 2026-001 vom 2. Nov. 2026 war am 16. Nov. 2026 fällig. Offen sind noch 67,10 €.',
  );
  await pay(page, '67.10', '67.10');
  await expect(account.getByText(/^Paid 17 Nov/)).toBeVisible();
  await expect(account.getByRole('button', { name: 'Remind' })).toHaveCount(0);
  await pay(page, '', '10');
  await expect(account.getByText('Paid, €10.00 too much')).toBeVisible();

  await showMoney(page, clientId, 'Fjord & Co');
  await page.getByRole('link', { name: '2026-002' }).click();
  await account.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: 'Write off' }).click();
  const giveUp = page.getByRole('dialog', { name: 'Write off €59.50?' });
  await giveUp.getByRole('button', { name: 'Write off' }).click();
  await expectStanding(page, clientId, /Paid, €10\.00 too much$/, /Written off 17 Nov/);
  // Not even the ten that are to be paid back make money that is expected.
  expect((await callApp(page, 'billing.overview')).open).toEqual([]);
  await app.close();
});
