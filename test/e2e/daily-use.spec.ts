import { clientHref } from '#renderer/lib/addresses.ts';
import { expect, launch, test } from './support/app.ts';
import { addClient, callApp } from './support/seed.ts';

test('undoing a new client leaves its board instead of an empty one that keeps nothing', async ({ page }) => {
  await addClient(page, 'Stays');
  const gone = await addClient(page, 'Goes again');
  await page.evaluate((href) => {
    window.location.hash = href;
  }, clientHref(gone.clientId));
  await expect(page.getByRole('heading', { name: 'Goes again', level: 1 })).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(page.getByRole('heading', { name: 'All clients', level: 1 })).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^New task in/ })).toHaveCount(0);
  expect(page.url()).toContain('#/today');
});

test('Escape closes the menu or date box of a task, and only then the task', async ({ page }) => {
  const { clientId } = await addClient(page, 'Sample client');
  const { id } = await callApp(page, 'tasks.add', { clientId, title: 'Call the printer' });
  await page.evaluate(
    (href) => {
      window.location.hash = href;
    },
    clientHref(clientId, 'board', id),
  );
  const panel = page.getByRole('complementary', { name: 'Task Call the printer' });
  for (const field of [/^Due/, /^Category/]) {
    await panel.getByRole('button', { name: field }).click();
    const box = page.locator('[role=dialog], [role=menu]');
    await expect(box).toBeVisible();
    await box.press('Escape');
    await expect(box).toHaveCount(0);
    await expect(panel).toBeVisible();
  }
  await panel.press('Escape');
  await expect(panel).toHaveCount(0);
});

test('quitting in the middle of a sentence keeps the sentence', async ({ profile }) => {
  const first = await launch({ profile });
  const { clientId } = await addClient(first.page, 'Sample client');
  const { id } = await callApp(first.page, 'tasks.add', { clientId, title: 'Call the printer' });
  await first.page.evaluate(
    (href) => {
      window.location.hash = href;
    },
    clientHref(clientId, 'board', id),
  );
  await first.page.getByRole('button', { name: /^What is wanted/ }).click();
  await first.page.keyboard.type('Ask for two hundred cards');
  await first.close();

  const second = await launch({ profile });
  const task = await callApp(second.page, 'tasks.get', { id });
  expect(task).toMatchObject({ wanted: 'Ask for two hundred cards' });
  await second.close();
});

test('my details are not dropped by going to another page', async ({ page }) => {
  await addClient(page, 'Sample client');
  await page.evaluate(() => {
    window.location.hash = '#/settings/details';
  });
  await page.getByRole('textbox', { name: 'Address' }).fill('1 Sample street');
  await page.getByRole('link', { name: 'Reminders' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveValue('1 Sample street');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect.poll(async () => (await callApp(page, 'billing.profile')).address).toBe('1 Sample street');
  await page.getByRole('link', { name: 'Reminders' }).click();
  await expect(page.getByRole('textbox', { name: 'Address' })).toHaveCount(0);
  expect(page.url()).toContain('#/settings/reminders');
});
