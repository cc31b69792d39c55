import type { Page } from '@playwright/test';
import { agreed } from './support/agreed.ts';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { expectLines, issue, showMoney } from './support/billing-screens.ts';
import { launchFaster } from './support/faster.ts';
import { addParties, home, november, record } from './support/month.ts';
import { callApp } from './support/seed.ts';

const november25 = Date.UTC(2026, 10, 25, 9, 0);

/** Bills everything from a day to another without asking. */
async function billed(page: Page, clientId: string, from: string, to: string): Promise<void> {
  const draft = await callApp(page, 'billing.createDraft', { clientId, from, to, grouping: 'task' });
  const tax = { category: 'none', rate: 0 } as const;
  await callApp(page, 'billing.changeDraft', { ...draft, tax, issueDate: '2026-11-25' });
  await callApp(page, 'billing.issue', draft);
}

test('work that comes after its day or cycle was billed is carried on, given up, or billed by itself', async ({
  profile,
}) => {
  const app = await launchFaster(profile, november25, 1, home);
  const { page } = app;
  const ids = await addParties(page);
  const late = page.getByRole('region', { name: 'Late work' });

  // October's 16 of 20 hours are settled; two more hours of October count in November.
  await agreed(page, ids.retainer, {
    ...{ kind: 'retainer', currency: 'EUR', rate: 600_00, validFrom: '2026-10-01' },
    terms: { seconds: 20 * 3600, cycleDay: 1, carryCap: 0, carryCycles: 0, overageRate: 45_00, fee: 'after' },
  });
  for (const day of ['05', '12', '19', '26'])
    await record(page, ids.retainer, [{ date: `2026-10-${day}`, from: '10:00', to: '14:00' }]);
  await billed(page, ids.retainer, '2026-10-01', '2026-10-31');
  await record(page, ids.retainer, [{ date: '2026-10-20', from: '09:00', to: '11:00' }]);
  await showMoney(page, ids.retainer, 'Bäckerei Nordwind');
  const ledger = page.getByRole('region', { name: 'Retainer ledger' });
  await expect(ledger.getByRole('row', { name: /^Oct 20h 16h 4h 4h lapsed$/ })).toBeVisible();
  await expect(ledger.getByRole('row', { name: /^Nov 20h 2h 18h$/ })).toBeVisible();
  await ledger.getByRole('button', { name: 'Nov' }).click();
  const cycle = page.getByRole('dialog', { name: 'Work in November 2026' });
  await expect(cycle.getByRole('row', { name: /^Tue 20 Oct.* 2h – 2h –$/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(cycle).toBeHidden();
  await expect(late).toHaveCount(0);

  // When the retainer ended with October, no cycle is left for them.
  await page.getByRole('button', { name: 'End “Retainer”' }).click();
  const end = page.getByRole('dialog', { name: /^End/ });
  await end.getByRole('textbox', { name: 'Last day' }).fill('2026-10-31');
  await end.getByRole('textbox', { name: 'Last day' }).press('Tab');
  await end.getByRole('button', { name: 'Save' }).click();
  await expect(end).toBeHidden();
  const row = late.getByRole('row', { name: /After the retainer 2h/ });
  await expect(row).toContainText('20 Oct');
  await row.getByRole('button', { name: 'Write off' }).click();
  await expect(late).toHaveCount(0);
  const writtenOff = page.getByRole('region', { name: 'Written off' });
  await expect(writtenOff.getByRole('row', { name: /Late work 2h/ })).toBeVisible();
  await writtenOff.getByRole('button', { name: 'Take back, so that it can be billed' }).click();
  await expect(writtenOff).toHaveCount(0);
  await row.getByRole('button', { name: 'Bill…' }).click();
  const bill = page.getByRole('dialog', { name: /^Late work, .*, 2h$/ });
  await expect(bill.getByLabel('Rate per hour, EUR')).toHaveValue('45.00');
  await expectAccessible(page);
  await bill.getByLabel('Description').fill('Nachtrag Oktober');
  await bill.getByRole('button', { name: 'Add to draft' }).click();
  await expectLines(page, [['Nachtrag Oktober', '2h', '€45.00', '€90.00']]);

  // A day was billed whole, then an hour and a half of it turns up; nothing was agreed for what goes beyond a day.
  await agreed(page, ids.perDay, {
    ...{ kind: 'day_rate', currency: 'INR', rate: 4_000_00, validFrom: '2026-11-01' },
    terms: { halfFrom: 30, fullFrom: 300, over: null },
  });
  await record(page, ids.perDay, november([10], '09:00', '15:00'));
  await billed(page, ids.perDay, '2026-11-01', '2026-11-24');
  await record(page, ids.perDay, november([10], '16:00', '17:30'));
  await showMoney(page, ids.perDay, 'Studio Lumen');
  const ofDay = late.getByRole('row', { name: /For a billed day 1h 30m/ });
  await expect(ofDay).toContainText('10 Nov');
  await ofDay.getByRole('button', { name: 'Bill…' }).click();
  const more = page.getByRole('dialog', { name: /^Late work, .*, 1h 30m$/ });
  await more.getByLabel('Description').fill('Evening of 10 November');
  await expect(more.getByLabel('Rate per hour, INR')).toHaveValue('');
  await more.getByRole('button', { name: 'Add to draft' }).click();
  await expect(more.getByText('Please enter a number.')).toBeVisible();
  await more.getByLabel('Rate per hour, INR').fill('700.50');
  await more.getByRole('button', { name: 'Add to draft' }).click();
  // 1.5 × 700.50.
  await expectLines(page, [['Evening of 10 November', '1h 30m', '₹700.50', '₹1,050.75']]);
  expect(await issue(page, '₹1,050.75', 'Studio Lumen')).toBe('2026-003');
  await showMoney(page, ids.perDay, 'Studio Lumen');
  await expect(page.getByRole('link', { name: '2026-003' })).toBeVisible();
  await expect(late).toHaveCount(0);
  await app.close();
});
