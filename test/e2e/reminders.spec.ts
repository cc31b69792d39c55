import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, launch, test } from './support/app.ts';
import { addClient, ask } from './support/clients.ts';
import { type NotificationWatch, watchNotifications } from './support/notifications.ts';

test.skip(process.platform !== 'linux', 'watches the notification service on the session bus');

let watch: NotificationWatch;
test.beforeEach(async () => {
  watch = await watchNotifications();
});
test.afterEach(() => watch.close());

/** Adds a task in the first column and gives it a moment that no form can name: seconds from now. */
async function addTask(page: Page, profile: string, clientId: string, title: string, seconds: number) {
  const board = await ask<{ columns: { id: string }[] }>(page, 'board.get', { clientId });
  const columnId = board.columns[0]?.id;
  const { id } = await ask<{ id: string }>(page, 'tasks.add', { clientId, columnId, title });
  const at = Date.now() + seconds * 1_000;
  const iso = new Date(at).toISOString();
  const sql = new Database(join(profile, 'clientele.db'));
  sql
    .prepare(`UPDATE tasks SET due_date = ?, due_time = ?, due_zone = 'UTC', due_at = ? WHERE id = ?`)
    .run(iso.slice(0, 10), iso.slice(11, 16), at, id);
  sql.close();
  // Any change makes the app look again.
  await ask(page, 'clients.pin', { clientId, pinned: true });
  return id;
}

const about = (title: string) => watch.texts().filter((text) => text.includes(title));

test('a due task reaches the notification service and the window, and can be finished there', async ({
  app,
  page,
  profile,
}) => {
  expect(app.output()).toContain('ready');
  const clientId = await addClient(page, 'Northwind Bakery');
  await addTask(page, profile, clientId, 'Order the flour', 3);
  await expect.poll(() => about('Order the flour')).toHaveLength(1);
  expect(about('Order the flour')[0]).toContain('Northwind Bakery');
  const reminders = page.getByRole('region', { name: 'Reminders' });
  await expect(reminders.getByText('Order the flour')).toBeVisible();
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page })
      .include('section[aria-label="Reminders"]')
      .setLegacyMode(true)
      .analyze();
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([]);
  }
  // By keyboard: to the reminder, past its link and the snooze button, to "done".
  await page.keyboard.press('g');
  await page.keyboard.press('r');
  await expect(reminders.getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Tab');
  await expect(reminders.getByRole('button', { name: 'Complete Order the flour' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(reminders).toBeHidden();
  expect(about('Order the flour')).toHaveLength(1);
});

test('what was missed while the app was closed comes together, once', async ({ profile }) => {
  const first = await launch({ profile });
  const clientId = await addClient(first.page, 'Northwind Bakery');
  await addTask(first.page, profile, clientId, 'Order the flour', 3_600);
  await addTask(first.page, profile, clientId, 'Print the labels', 3_600);
  await first.close();
  const sql = new Database(join(profile, 'clientele.db'));
  // As if an hour and more had passed since: everything lies three hours earlier.
  sql.exec(
    `UPDATE tasks SET due_at = due_at - 10800000; UPDATE reminder_state SET seen_until = seen_until - 10800000`,
  );
  sql.close();
  expect(about('Order the flour')).toEqual([]);

  const second = await launch({ profile });
  await expect.poll(() => about('Order the flour')).toHaveLength(1);
  expect(about('Order the flour')[0]).toMatch(/2 reminders while you were away[\s\S]*Print the labels/);
  await second.close();

  const third = await launch({ profile });
  await expect(third.page.getByRole('region', { name: 'Reminders' })).toBeVisible();
  await third.close();
  expect(about('Order the flour')).toHaveLength(1);
});

test('closing to the tray keeps the app, quitting ends it', async ({ profile }) => {
  const app = await launch({ profile });
  await ask(app.page, 'settings.change', { closeToTray: true });
  await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  const visible = () =>
    app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((w) => w.isVisible()));
  await expect.poll(visible).toEqual([false]);
  await app.close();
});
