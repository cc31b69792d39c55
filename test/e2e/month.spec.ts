import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { clientHref } from '#renderer/lib/addresses.ts';
import { pdfText } from '../support/pdf-text.ts';
import { plainSpaces } from '../support/plain-spaces.ts';
import { appFolder, expect, type RunningApp, test } from './support/app.ts';
import { draftUntil, expectLines, issue, pay, showMoney, takeTax } from './support/billing-screens.ts';
import { launchFaster } from './support/faster.ts';
import { addParties, type ClientIds, home, record } from './support/month.ts';
import { hourly, perDay, perTask, retainer } from './support/month-agreed.ts';
import { pictureOfPage } from './support/picture.ts';
import { saveBy } from './support/saving.ts';
import { show } from './support/screen.ts';
import { callApp } from './support/seed.ts';

// Every amount here is worked out by hand, in the comments; the app's own rules are not asked.

const lastDayOfNovember = Date.UTC(2026, 10, 30, 20, 0);
const secondOfDecember = Date.UTC(2026, 11, 2, 7, 0);

/** Where a document goes, and what both its files must say; white space apart. */
async function expectFiles(
  app: RunningApp,
  folder: string,
  name: string,
  says: {
    readonly picture: string;
    readonly pdf: readonly string[];
    readonly csv: readonly string[];
  },
): Promise<void> {
  const pdf = join(folder, `${name}.pdf`);
  await saveBy(app, 'Save PDF', pdf);
  await pictureOfPage(pdf, says.picture);
  const words = plainSpaces(await pdfText(pdf));
  for (const part of says.pdf) expect(words, name).toContain(part);
  const csv = await saveBy(app, 'Save CSV', join(folder, `${name}.csv`));
  const rows = csv.toString('utf8').trim().split('\r\n').slice(1);
  expect(rows.map((row) => plainSpaces(row).split(',').slice(5).join(','))).toEqual(says.csv);
}

/** Work on both sides of the end of the month: what day it is depends on where one is. */
async function workAroundTheMonthsEnd(page: Page, clientId: string): Promise<void> {
  // While in Los Angeles, in the evening of 30 November; in Tallinn it was 1 December. 62 minutes, 66 as billed.
  const zone = 'America/Los_Angeles';
  await record(page, clientId, [{ date: '2026-11-30', from: '20:15', to: '21:17', kind: 'email', zone }]);
  // In Tallinn on 1 December, while it was 30 November where the client is. 60 minutes.
  await show(page, clientHref(clientId, 'time'), 'Harbour Yoga');
  await page.getByRole('button', { name: 'Add entry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add time entry' });
  await dialog.getByRole('textbox', { name: 'Date' }).fill('2026-12-01');
  await dialog.getByRole('textbox', { name: 'Start' }).fill('0:30');
  await dialog.getByRole('textbox', { name: 'End' }).fill('1:30');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('Inbox');
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(dialog).toBeHidden();
}

/**
 * Whole days on the 3rd, 10th and 24th: 3 × 6,501.25 = 19,503.75. Half days on the 5th, 17th and 30th: each
 * 3,250.625, so 3,250.63; together 9,751.89. 80 minutes beyond at 950.00: 1,266.67. In all 30,522.31.
 */
async function days(app: RunningApp, folder: string, clientId: string): Promise<void> {
  const { page } = app;
  await showMoney(page, clientId, 'Studio Lumen');
  await draftUntil(page, '2026-11-30', 'By task');
  const [whole, half] = [
    ['1', '₹6,501.25', '₹6,501.25'],
    ['0.5', '₹6,501.25', '₹3,250.63'],
  ] as const;
  await expectLines(page, [
    ['दिन, मंगल 3 नव॰', ...whole],
    ['आधा दिन, गुरु 5 नव॰', ...half],
    ['दिन, मंगल 10 नव॰', ...whole],
    ['दिन के अतिरिक्त, मंगल 10 नव॰: 1 घं. 20 मि.', '1h 20m', '₹950.00', '₹1,266.67'],
    ['आधा दिन, मंगल 17 नव॰', ...half],
    ['दिन, मंगल 24 नव॰', ...whole],
    ['आधा दिन, सोम 30 नव॰', ...half],
  ]);
  await takeTax(page, 'Not charged');
  expect(await issue(page, '₹30,522.31', 'Studio Lumen')).toBe('2026-004');
  await expectFiles(app, folder, '2026-004', {
    picture: 'invoice-page-hindi',
    pdf: ['₹6,501.25 ₹3,250.63', '₹950.00 ₹1,266.67', '₹30,522.31'],
    csv: [
      '"दिन, मंगल 3 नव॰",1.000,day,6501.25,6501.25,0.000,INR',
      '"आधा दिन, गुरु 5 नव॰",0.500,day,6501.25,3250.63,0.000,INR',
      '"दिन, मंगल 10 नव॰",1.000,day,6501.25,6501.25,0.000,INR',
      '"दिन के अतिरिक्त, मंगल 10 नव॰: 1 घं. 20 मि.",1.3333,hour,950.00,1266.67,0.000,INR',
      '"आधा दिन, मंगल 17 नव॰",0.500,day,6501.25,3250.63,0.000,INR',
      '"दिन, मंगल 24 नव॰",1.000,day,6501.25,6501.25,0.000,INR',
      '"आधा दिन, सोम 30 नव॰",0.500,day,6501.25,3250.63,0.000,INR',
    ],
  });

  // 1,000.63 of the half day of the 17th is taken back; 29,521.68 are left to pay.
  await page.getByRole('button', { name: 'Credit note' }).click();
  const credit = page.getByRole('dialog', { name: 'Credit note for 2026-004' });
  const lines = credit.getByRole('row').filter({ has: page.getByRole('checkbox') });
  await expect(lines).toHaveCount(7);
  for (const line of [0, 1, 2, 3, 5, 6]) await lines.nth(line).getByRole('checkbox').uncheck();
  await lines.nth(4).getByRole('textbox').fill('1000.63');
  await credit.getByRole('button', { name: 'Create draft' }).click();
  await expect(page.getByRole('heading', { name: 'New credit note' })).toBeVisible();
  expect(await issue(page, '₹1,000.63', 'Studio Lumen', 'credit note')).toBe('CN-2026-001');
  await expectFiles(app, folder, 'CN-2026-001', {
    picture: 'credit-note-page-hindi',
    pdf: ['₹1,000.63', '2026-004'],
    csv: ['"आधा दिन, मंगल 17 नव॰",-1.000,piece,1000.63,-1000.63,0.000,INR'],
  });
  await page.getByRole('link', { name: '2026-004' }).click();
  await expect(page.getByRole('row', { name: /^Open/ })).toContainText('₹29,521.68');
}

/**
 * October: 16 of 20 h, 4 carried on (5 would be allowed); its fee of 760.00 is issued. November: 26 h 30 min, of which
 * 4 h are carried in, 20 h included and 2.5 h over: 2.5 × 55.55 = 138.875, so 138.88. With the fee 898.88.
 */
async function hours(app: RunningApp, folder: string, clientId: string): Promise<void> {
  const { page } = app;
  await showMoney(page, clientId, 'Bäckerei Nordwind');
  await draftUntil(page, '2026-11-30', 'By task');
  await expectLines(page, [
    ['Kontingent 1.–30. November 2026, 20 h', '1', '€760.00', '€760.00'],
    [
      'Stunden 1.–30. November 2026: 26 h 30 min genutzt von 20 h, 4 h übertragen, 2 h 30 min darüber',
      '2h 30m',
      '€55.55',
      '€138.88',
    ],
  ]);
  // As on the invoice before.
  await expect(page.getByRole('combobox', { name: 'VAT' })).toHaveValue('Reverse charge');
  expect(await issue(page, '€898.88', 'Bäckerei Nordwind')).toBe('2026-005');
  await expectFiles(app, folder, '2026-005', {
    picture: 'invoice-page-german',
    pdf: ['Rechnung', '760,00 € 760,00 €', '2 h 30 min 55,55 € 138,88 €', '898,88 €', 'DE136695976'],
    csv: [
      '"Kontingent 1.–30. November 2026, 20 h",1.000,piece,760.00,760.00,0.000,EUR',
      '"Stunden 1.–30. November 2026: 26 h 30 min genutzt von 20 h, 4 h übertragen, 2 h 30 min darüber",2.5000,hour,55.55,138.88,0.000,EUR',
    ],
  });
}

/** What the arithmetic leaves, and nothing else. */
async function expectRest(page: Page, ids: ClientIds): Promise<void> {
  const { today, unbilled, unbilledTotals, expenseTotals, open, inDraft } = await callApp(
    page,
    'billing.overview',
  );
  const { received } = await callApp(page, 'billing.month', { month: today.slice(0, 7) });
  const eur = (amount: number) => ({ amount, currency: 'EUR' });
  const rest = Object.fromEntries(
    unbilled.map(({ clientId, amounts, rawSeconds, seconds, waitingSeconds }) => [
      clientId,
      { amounts, rawSeconds, seconds, waitingSeconds },
    ]),
  );
  expect(rest).toEqual({
    // The hour of 1 December.
    [ids.hourly]: {
      amounts: [{ amount: 48_55, currency: 'USD' }],
      rawSeconds: 3600,
      seconds: 3600,
      waitingSeconds: 0,
    },
    // The fee of December, in advance.
    [ids.retainer]: { amounts: [eur(760_00)], rawSeconds: 0, seconds: 0, waitingSeconds: 0 },
  });
  expect(unbilledTotals).toEqual([eur(760_00), { amount: 48_55, currency: 'USD' }]);
  expect(expenseTotals).toEqual([]);
  expect(inDraft).toEqual([]);
  // October's 760.00 and November's 898.88; 984.05 less 500.00; 30,522.31 less 1,000.63.
  expect(open).toEqual([
    eur(1_658_88),
    { amount: 29_521_68, currency: 'INR' },
    { amount: 484_05, currency: 'USD' },
  ]);
  expect(received).toEqual([eur(554_96), { amount: 500_00, currency: 'USD' }]);

  // Three hours on a task that is not finished wait for it.
  await showMoney(page, ids.perTask, 'Tern Architects');
  const waiting = page.getByRole('region', { name: 'Unbilled' });
  await expect(waiting).toContainText('Nothing can be billed yet.');
  await expect(waiting).toContainText('3h are in a running cycle, on open tasks');
  await showMoney(page, ids.retainer, 'Bäckerei Nordwind');
  await expect(page.getByRole('region', { name: 'Unbilled' })).toContainText('€760.00');
}

test('a month of four clients with four kinds of agreement is billed to the cent', async ({ profile }) => {
  test.setTimeout(180_000);
  const folder = join(profile, 'saved');
  await mkdir(folder, { recursive: true });

  const before = await launchFaster(profile, lastDayOfNovember, 1, home);
  await before.electron.evaluate(
    ({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    },
    join(appFolder, 'resources/icon.png'),
  );
  const ids = await addParties(before.page);
  await hourly(before.page, ids.hourly);
  await perTask(before.page, ids.perTask);
  await perDay(before.page, ids.perDay);
  await retainer(before.page, ids.retainer);
  await before.close();

  const app = await launchFaster(profile, secondOfDecember, 1, home);
  const { page } = app;
  await workAroundTheMonthsEnd(page, ids.hourly);

  // Bookkeeping 5.6 h × 62.15 = 348.04. Email 12 h and 66 minutes: 13.1 h × 48.55 = 636.005, away from zero 636.01.
  await showMoney(page, ids.hourly, 'Harbour Yoga');
  await draftUntil(page, '2026-11-30', 'By kind');
  await expectLines(page, [
    ['Email', '12h 12m', '13h 06m', '$48.55', '$636.01'],
    ['Bookkeeping', '5h 20m', '5h 36m', '$62.15', '$348.04'],
  ]);
  await takeTax(page, 'Not charged');
  expect(await issue(page, '$984.05', 'Harbour Yoga')).toBe('2026-002');
  await expectFiles(app, folder, '2026-002', {
    picture: 'invoice-page-english',
    pdf: [
      'Invoice',
      'Email 13h 06m US$48.55 US$636.01',
      'Bookkeeping 5h 36m US$62.15 US$348.04',
      'US$984.05',
    ],
    csv: ['Email,13.1000,hour,48.55,636.01,0.000,USD', 'Bookkeeping,5.6000,hour,62.15,348.04,0.000,USD'],
  });
  await pay(page, '984.05', '500');
  const account = page.getByRole('region', { name: 'Payments' });
  await expect(account.getByText(/^\$484\.05 due in \d+ days$/)).toBeVisible();

  // 85 + 240.10 + 85 + 37.45 = 447.55; 24 % of it is 107.412, so 107.41; together 554.96.
  await showMoney(page, ids.perTask, 'Tern Architects');
  await draftUntil(page, '2026-11-30', 'By task');
  await expectLines(page, [
    ['Kodulehe uuendus', '1', '€85.00', '€85.00'],
    ['Uudiskiri', '1', '€240.10', '€240.10'],
    ['Arhiivi korrastus', '1', '€85.00', '€85.00'],
    ['Kuller, kavandid', '1', '€37.45', '€37.45'],
  ]);
  expect(await issue(page, '€554.96', 'Tern Architects')).toBe('2026-003');
  await expectFiles(app, folder, '2026-003', {
    picture: 'invoice-page-estonian',
    pdf: ['Arve', 'Uudiskiri 1 240,10 € 240,10 €', '447,55 €', '107,41 €', '554,96 €'],
    csv: [
      'Kodulehe uuendus,1.000,piece,85.00,85.00,24.000,EUR',
      'Uudiskiri,1.000,piece,240.10,240.10,24.000,EUR',
      'Arhiivi korrastus,1.000,piece,85.00,85.00,24.000,EUR',
      '"Kuller, kavandid",1.000,piece,37.45,37.45,24.000,EUR',
    ],
  });
  await pay(page, '554.96', '554.96');
  await expect(account.getByText(/^Paid /)).toBeVisible();

  await days(app, folder, ids.perDay);
  await hours(app, folder, ids.retainer);
  await expectRest(page, ids);
  await app.close();
});
