import type { Page } from '@playwright/test';
import { clientHref } from '#renderer/lib/addresses.ts';
import { expect } from './app.ts';
import { agree, showMoney } from './billing-screens.ts';
import { november, record } from './month.ts';
import { show } from './screen.ts';
import { callApp } from './seed.ts';

/**
 * By the hour, USD 48.55, bookkeeping USD 62.15; each entry rounded up to 6 minutes.
 * Ten mornings of 67 minutes, 72 as billed: 12 h. Four afternoons of 80 minutes, 84 as billed: 5 h 36 min of bookkeeping.
 */
export async function hourly(page: Page, clientId: string): Promise<void> {
  await showMoney(page, clientId, 'Harbour Yoga');
  await agree(page, {
    kind: 'Hourly',
    from: '2026-11-01',
    currency: 'USD',
    fields: { 'Rate per hour': '48.55' },
    kindRates: { Bookkeeping: '62.15' },
  });
  await page.getByRole('button', { name: 'Edit hours and rounding' }).click();
  const terms = page.getByRole('dialog', { name: 'Hours and rounding' });
  await terms.getByRole('combobox', { name: 'Billed hours are' }).click();
  await page.getByRole('option', { name: 'Rounded up' }).click();
  await terms.getByLabel('To multiples of, minutes').fill('6');
  await terms.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('each entry rounded up to 6m')).toBeVisible();
  await record(page, clientId, [
    ...november([2, 3, 4, 5, 6, 9, 10, 11, 12, 13], '09:00', '10:07', 'email'),
    ...november([2, 9, 16, 23], '13:00', '14:20', 'bookkeeping'),
  ]);
}

/** EUR 85.00 a task, one with a price of its own; three finished, one not; and an expense with its receipt. */
export async function perTask(page: Page, clientId: string): Promise<void> {
  await showMoney(page, clientId, 'Tern Architects');
  await agree(page, {
    kind: 'Per task',
    from: '2026-11-01',
    currency: 'EUR',
    fields: { 'Price per task': '85' },
  });
  const tasks: string[] = [];
  for (const title of ['Kodulehe uuendus', 'Uudiskiri', 'Arhiivi korrastus', 'Näituse kataloog']) {
    const { id: taskId } = await callApp(page, 'tasks.add', { clientId, title });
    tasks.push(taskId);
  }
  const [website = '', letter = '', archive = '', catalogue = ''] = tasks;
  await record(page, clientId, [
    { date: '2026-11-10', from: '10:00', to: '15:00', taskId: website },
    { date: '2026-11-11', from: '10:00', to: '12:30', taskId: letter },
    { date: '2026-11-12', from: '10:00', to: '13:00', taskId: catalogue },
  ]);
  await show(page, clientHref(clientId, 'board', letter), 'Tern Architects');
  const panel = page.getByRole('complementary', { name: /^Task Uudiskiri/ });
  await panel.getByRole('button', { name: 'Fixed price: €85.00' }).click();
  await panel.getByRole('textbox', { name: 'Fixed price' }).fill('240.10');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Fixed price: €240.10' })).toBeVisible();
  await callApp(page, 'tasks.complete', { ids: [website] });
  await callApp(page, 'tasks.complete', { ids: [letter] });
  await callApp(page, 'tasks.complete', { ids: [archive] });

  await showMoney(page, clientId, 'Tern Architects');
  await page.getByRole('button', { name: 'Add expense' }).click();
  const expense = page.getByRole('dialog', { name: 'Add expense' });
  await expense.getByLabel('Description').fill('Kuller, kavandid');
  await expense.getByLabel('Amount without tax').fill('37.45');
  await expense.getByRole('button', { name: 'Choose a file…' }).click();
  await expect(expense.getByText('icon.png')).toBeVisible();
  await expense.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('cell', { name: 'Kuller, kavandid', exact: true })).toBeVisible();
}

/** INR 6,501.25 a day from five hours on, half of it from 30 minutes on, and 950.00 an hour after eight hours. */
export async function perDay(page: Page, clientId: string): Promise<void> {
  await showMoney(page, clientId, 'Studio Lumen');
  await agree(page, {
    kind: 'Day rate',
    from: '2026-11-01',
    currency: 'INR',
    fields: {
      'Rate per day': '6501.25',
      'Half a day from': '0:30',
      'A whole day from': '5',
      'More is charged after': '8',
      'Rate per hour beyond': '950',
    },
  });
  await record(page, clientId, [
    ...november([3], '09:00', '15:00'),
    ...november([5], '09:00', '11:00'),
    ...november([10], '09:00', '18:20'),
    // Two halves of a morning are one half day, five hours to the minute are a whole one.
    ...november([17], '08:00', '10:00'),
    ...november([17], '13:00', '15:00'),
    ...november([24], '09:00', '14:00'),
    // In Kolkata it was December already; the day is that of who did the work.
    ...november([30], '20:45', '21:30'),
  ]);
}

/** EUR 760.00 for 20 hours a month in advance, at most 5 carried on for one month, EUR 55.55 an hour beyond. */
export async function retainer(page: Page, clientId: string): Promise<string> {
  await showMoney(page, clientId, 'Bäckerei Nordwind');
  await agree(page, {
    kind: 'Retainer',
    from: '2026-10-01',
    currency: 'EUR',
    fields: {
      'Fee per cycle': '760',
      'Hours per cycle': '20',
      'Begins on day of month': '1',
      'Rate per hour beyond': '55.55',
      'Hours carried on, at most': '5',
      'For how many cycles': '1',
    },
  });
  // 16 h in October, of which the first invoice is issued at once; 4 of 20 are left.
  for (const day of ['05', '12', '19', '26'])
    await record(page, clientId, [{ date: `2026-10-${day}`, from: '10:00', to: '14:00' }]);
  const { invoiceId } = await callApp(page, 'billing.createDraft', {
    clientId,
    from: '2026-10-01',
    to: '2026-10-31',
    grouping: 'task',
  });
  const tax = { category: 'reverse_charge', rate: 0 } as const;
  await callApp(page, 'billing.changeDraft', { invoiceId, tax, issueDate: '2026-11-01' });
  await callApp(page, 'billing.issue', { invoiceId });
  // 5 × 4 h 30 min and 4 h in November: 26 h 30 min.
  await record(page, clientId, [
    ...november([2, 9, 16, 23, 27], '10:00', '14:30'),
    ...november([30], '10:00', '14:00'),
  ]);
  return invoiceId;
}
