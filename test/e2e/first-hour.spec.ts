import { type FakeGoogle, startFakeGoogle } from '../google/index.ts';
import { expect, launch, type RunningApp, test } from './support/app.ts';
import {
  addCard,
  addClients,
  addWork,
  agreeAndInvoice,
  card,
  column,
  connectAndAssign,
  keepPassword,
  openAccounts,
  openTab,
  unlock,
  workTheBoard,
} from './support/first-hour.ts';
import { watchNotifications } from './support/notifications.ts';
import { dueIn } from './support/reminder.ts';
import { watchErrors } from './support/screen.ts';

const person = 'assistant@sample.example';
const secret = 'rye-Loaf_4471-Levain';
const today = () => new Date().toISOString().slice(0, 10);

/** A person at Google with a calendar that has a meeting today, and a folder with a file. */
async function remote(): Promise<FakeGoogle> {
  const google = await startFakeGoogle({ seed: 11 });
  google.addUser(person, 'Sample assistant', 'Europe/London');
  const calendar = google.calendar.addCalendar(person, 'Bakery calendar', { timeZone: 'Europe/London' });
  calendar.put({
    summary: 'Order planning',
    start: { dateTime: `${today()}T11:00:00`, timeZone: 'Europe/London' },
    end: { dateTime: `${today()}T12:00:00`, timeZone: 'Europe/London' },
  });
  const folder = google.drive.store.folder(person, google.drive.store.rootOf(person), 'Bakery folder');
  google.drive.store.create(person, { name: 'Price list', parent: folder.id, mimeType: 'application/pdf' });
  return google;
}

const start = (profile: string, google: FakeGoogle): Promise<RunningApp> =>
  launch({ profile, args: [`--google-endpoint=${google.url}`], env: { TZ: 'Europe/London' } });

async function reminded(app: RunningApp): Promise<void> {
  if (process.platform !== 'linux') return;
  const watch = await watchNotifications();
  try {
    await dueIn(app, 'Proofread order form', 2);
    await expect.poll(() => watch.texts().filter((text) => text.includes('Proofread'))).toHaveLength(1);
    await app.page.getByRole('button', { name: 'Complete Proofread order form' }).click();
  } finally {
    await watch.close();
  }
}

test('the first hour, from nothing to an issued invoice, and all of it there the next time', async ({
  profile,
}) => {
  test.setTimeout(180_000);
  const google = await remote();
  const app = await start(profile, google);
  const { page } = app;
  const errors = watchErrors(page);

  await test.step('two clients', () => addClients(page, 'Northwind Bakery', 'Fjord & Co'));
  await test.step('an account, its calendar and folder', () => connectAndAssign(page, 'Northwind Bakery'));
  await test.step('the week', async () => {
    await openTab(page, 'Northwind Bakery', 'Calendar');
    await expect(page.getByText('Order planning').first()).toBeVisible();
  });
  await test.step('cards, by mouse and by keyboard; the timer', async () => {
    await openTab(page, 'Northwind Bakery', 'Board');
    await workTheBoard(page);
  });
  await test.step('a reminder', () => reminded(app));
  await test.step('a password', async () => {
    await openTab(page, 'Northwind Bakery', 'Credentials');
    await keepPassword(page, 'Online shop admin', secret);
  });
  await test.step('work of earlier, by hand', () => addWork(page, 'Northwind Bakery'));
  await test.step('an invoice', () => agreeAndInvoice(page, 'Northwind Bakery'));
  await test.step('offline, and on', async () => {
    google.faults.add('*', { kind: 'cut', when: 'before' }, 1_000);
    await openAccounts(page);
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByText('Google cannot be reached.')).toBeVisible({ timeout: 30_000 });
    await openTab(page, 'Fjord & Co', 'Board');
    await addCard(page, 'Written offline');
    google.faults.clear();
    await openAccounts(page);
    await page.getByRole('button', { name: 'Sync now' }).click();
    await expect(page.getByText('Google cannot be reached.')).toBeHidden();
  });
  expect(errors()).toEqual([]);
  await app.close();

  const again = await start(profile, google);
  await test.step('everything is there', async () => {
    await openTab(again.page, 'Fjord & Co', 'Board');
    await expect(card(again.page, 'Written offline')).toBeVisible();
    await openTab(again.page, 'Northwind Bakery', 'Board');
    await expect(column(again.page, 'Doing').getByRole('article')).toHaveCount(2);
    await expect(card(again.page, 'Newsletter')).toBeVisible();
    await openTab(again.page, 'Northwind Bakery', 'Calendar');
    await expect(again.page.getByText('Order planning').first()).toBeVisible();
    await openTab(again.page, 'Northwind Bakery', 'Money');
    await expect(again.page.getByText(/^\d{4}-001$/)).toBeVisible();
    await openTab(again.page, 'Northwind Bakery', 'Credentials');
    await unlock(again.page);
    await again.page.getByRole('button', { name: 'Show the password of Online shop admin' }).click();
    await expect(again.page.getByText(secret)).toBeVisible();
  });
  await again.close();
  google.assertClean();
  await google.stop();
});
