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

test('Escape loses no typed text of a brief', async ({ page }) => {
  const { clientId } = await addClient(page, 'Sample client');
  const { id } = await callApp(page, 'tasks.add', { clientId, title: 'Call the printer' });
  await page.evaluate(
    (href) => {
      window.location.hash = href;
    },
    clientHref(clientId, 'board', id),
  );
  await page.getByRole('button', { name: /^What is wanted/ }).click();
  await page.keyboard.type('Two hundred cards');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'What is wanted: Two hundred cards' })).toBeFocused();
  await expect.poll(() => callApp(page, 'tasks.get', { id })).toMatchObject({ wanted: 'Two hundred cards' });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toHaveCount(0);
});

test('deleting a task says that its timer runs on, and undone by key its toast goes', async ({ page }) => {
  const { clientId } = await addClient(page, 'Sample client');
  const { id } = await callApp(page, 'tasks.add', { clientId, title: 'Call the printer' });
  await callApp(page, 'time.start', { clientId, taskId: id });
  await page.evaluate((href) => {
    window.location.hash = href;
  }, clientHref(clientId));
  const card = page.getByRole('article', { name: 'Call the printer' });
  await card.focus();
  await expect(card.getByRole('button', { name: /^Stop timer/ })).toBeVisible();
  await page.keyboard.press('Delete');
  const toast = page
    .getByRole('status')
    .filter({ hasText: '1 task deleted' })
    .filter({ has: page.getByRole('button') });
  await expect(toast).toContainText('Its timer keeps running');
  expect(await callApp(page, 'time.running')).toMatchObject({ clientId, taskId: null });
  await page.keyboard.press('Control+z');
  await expect(card).toBeVisible();
  await expect(toast).toHaveCount(0);
  expect(await callApp(page, 'time.running')).toMatchObject({ clientId, taskId: id });
});

test('a very long client name leaves the clock in sight, and a low window scrolls the whole rail', async ({
  page,
}) => {
  const name = 'A very long name of a client that nobody would want to write on an envelope, and yet longer';
  const { clientId } = await addClient(page, name);
  for (let number = 1; number <= 8; number += 1)
    await callApp(page, 'clients.add', { name: `Client ${number}` });
  await page.evaluate((href) => {
    window.location.hash = href;
  }, clientHref(clientId));
  const banner = page.getByRole('banner');
  await expect(banner.getByText(/\d\d:\d\d/)).toBeInViewport({ ratio: 1 });
  const clipped = await banner
    .getByText(/\d\d:\d\d/)
    .evaluate(
      (clock) =>
        clock.getBoundingClientRect().right > (clock.closest('div')?.getBoundingClientRect().right ?? 0),
    );
  expect(clipped).toBe(false);
  await page.setViewportSize({ width: 720, height: 350 });
  const rail = page.getByRole('navigation', { name: 'Clients' });
  expect(await rail.evaluate((element) => element.scrollHeight > element.clientHeight)).toBe(true);
  await rail.getByRole('link', { name: 'Client 8' }).focus();
  await expect(rail.getByRole('link', { name: 'Client 8' })).toBeInViewport();
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
  await page.getByRole('textbox', { name: 'Address', exact: true }).fill('1 Sample street');
  await page.getByRole('link', { name: 'Reminders' }).click();
  await page.getByRole('button', { name: 'Stay here' }).click();
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveValue('1 Sample street');
  await page.getByRole('button', { name: 'Save' }).first().click();
  await expect.poll(async () => (await callApp(page, 'billing.profile')).address).toBe('1 Sample street');
  await page.getByRole('link', { name: 'Reminders' }).click();
  await expect(page.getByRole('textbox', { name: 'Address', exact: true })).toHaveCount(0);
  expect(page.url()).toContain('#/settings/reminders');
});
