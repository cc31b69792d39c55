import { type FakeGoogle, startFakeGoogle } from '../google/index.ts';
import { test as base, expect, launch, type RunningApp } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

const person = 'assistant@sample.example';

const test = base.extend<{ google: FakeGoogle; connected: RunningApp }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixture's needs from the pattern
  google: async ({}, use) => {
    const google = await startFakeGoogle({ seed: 7 });
    google.addUser(person, 'Sample assistant', 'Europe/Tallinn');
    await use(google);
    google.assertClean();
    await google.stop();
  },
  connected: async ({ google, profile }, use) => {
    const app = await launch({ profile, args: [`--google-endpoint=${google.url}`] });
    await use(app);
    await app.close();
  },
});

const ask = (app: RunningApp, name: string, input?: unknown) =>
  app.page.evaluate(
    async ([method, value]) => {
      const answer = await window.api.call(method as string, value);
      if (!answer.ok) throw new Error(`${method}: ${answer.code}`);
      return answer.value;
    },
    [name, input] as const,
  );

const today = () => new Date().toISOString().slice(0, 10);

test('an account is connected, its calendar and folder given to a client, and kept up to date', async ({
  connected: app,
  google,
}) => {
  const { page } = app;
  const calendar = google.calendar.addCalendar(person, 'Bakery calendar', { timeZone: 'Europe/London' });
  const event = calendar.put({
    summary: 'Order planning',
    start: { dateTime: `${today()}T09:00:00`, timeZone: 'Europe/London' },
    end: { dateTime: `${today()}T10:00:00`, timeZone: 'Europe/London' },
  });
  const folder = google.drive.store.folder(person, google.drive.store.rootOf(person), 'Bakery folder');
  google.drive.store.create(person, { name: 'Price list', parent: folder.id, mimeType: 'application/pdf' });

  await page.getByRole('button', { name: 'Connect an account' }).click();
  await page
    .getByRole('region', { name: 'Google accounts' })
    .getByRole('button', { name: 'Connect an account' })
    .click();
  await expect(page.getByText(person).first()).toBeVisible();
  await ask(app, 'clients.add', { name: 'Sample Bakery' });
  await page.getByRole('combobox', { name: 'Client of the calendar Bakery calendar' }).click();
  await page.getByRole('option', { name: 'Sample Bakery' }).click();

  await page.getByRole('button', { name: 'Give a folder to a client' }).click();
  await page.getByRole('button', { name: 'My Drive' }).click();
  await page.getByRole('button', { name: 'Bakery folder' }).click();
  await page.getByRole('combobox', { name: 'Client', exact: true }).click();
  await page.getByRole('option', { name: 'Sample Bakery' }).click();
  await page.getByRole('button', { name: 'Give “Bakery folder”' }).click();
  await expect(page.getByRole('cell', { name: /^Bakery folder/ })).toBeVisible();
  await expectAccessible(page);

  const titles = async () => {
    const from = Date.parse(`${today()}T00:00:00Z`) - 86_400_000;
    const range = { from, to: from + 3 * 86_400_000, zone: 'Europe/Tallinn', clientId: null };
    const { items } = (await ask(app, 'calendar.occurrences', range)) as { items: { title: string }[] };
    return items.map((item) => item.title);
  };
  await expect.poll(titles).toEqual(['Order planning']);
  await expect
    .poll(async () =>
      ((await ask(app, 'files.folders', { clientId: null })) as { files: number }[]).map((one) => one.files),
    )
    .toEqual([1]);

  calendar.put({ ...event.body, summary: 'Order planning, moved' });
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(titles).toEqual(['Order planning, moved']);
  calendar.remove(event.id);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect.poll(titles).toEqual([]);
});

test('a dead sign-in asks to connect again, and nothing is lost; offline says so and goes on', async ({
  connected: app,
  google,
}) => {
  const { page } = app;
  await ask(app, 'clients.add', { name: 'Sample Bakery' });
  await ask(app, 'accounts.connect');
  await page.evaluate(() => {
    location.hash = '#/settings/accounts';
  });
  await expect(page.getByText(/Last synced/)).toBeVisible();

  google.accounts.revokeUser(person);
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('Google no longer accepts this sign-in.')).toBeVisible();
  const calendars = await ask(app, 'calendar.calendars');
  await page.getByRole('button', { name: 'Connect again' }).click();
  await expect(page.getByText('Google no longer accepts this sign-in.')).toBeHidden();
  expect(await ask(app, 'calendar.calendars')).toEqual(calendars);
});

test('removing an account says what goes, and takes its copies with it', async ({ connected: app }) => {
  const { page } = app;
  await ask(app, 'clients.add', { name: 'Sample Bakery' });
  await ask(app, 'accounts.connect');
  await page.evaluate(() => {
    location.hash = '#/settings/accounts';
  });
  await page.getByRole('button', { name: 'Remove' }).first().click();
  await expect(page.getByRole('dialog')).toContainText('Nothing at Google is deleted.');
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await expect(page.getByText('No Google account yet')).toBeVisible();
  expect(await ask(app, 'calendar.calendars')).toEqual([]);
});
