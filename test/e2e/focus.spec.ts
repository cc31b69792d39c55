import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, launch, type RunningApp, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { type Computer, takeOver } from './support/computer.ts';
import { type NotificationWatch, watchNotifications } from './support/notifications.ts';
import { zoneAtNoon } from './support/sample.ts';
import { addClient, callApp } from './support/seed.ts';

const env = { TZ: zoneAtNoon() };
const minute = 60_000;

/** What the computer's clock was ahead of the real one is taken back from everything, as a new run starts with the real one. */
function takeBack(profile: string, minutes: number): void {
  const sql = new Database(join(profile, 'clientele.db'));
  for (const [table, ...columns] of [
    ['time_entries', 'started_at', 'ended_at'],
    ['time_gaps', 'started_at', 'ended_at', 'noticed_at', 'answered_at'],
    ['timer_beat', 'wall'],
    ['focus', 'since', 'seen_at'],
    ['focus_rounds', 'finished_at'],
  ] as const) {
    const sets = columns.map((column) => `${column} = ${column} - ${minutes * minute}`);
    sql.prepare(`UPDATE ${table} SET ${sets.join(', ')}`).run();
  }
  sql.close();
}

const bar = (page: Page) => page.getByRole('region', { name: 'Timer' });
const focus = (page: Page) => bar(page).getByRole('group', { name: 'Focus' });
const left = async (page: Page) => {
  const { round } = await callApp(page, 'focus.get');
  return (round?.left ?? 0) / minute;
};
const told = (notifications: NotificationWatch, title: string) =>
  notifications.texts().filter((text) => text.startsWith(`${title}\n`)).length;

let notifications: NotificationWatch;
test.beforeEach(async () => {
  notifications = await watchNotifications();
});
test.afterEach(() => notifications.close());

test('a round of focus takes no idle time, survives a restart, ends in a break and leads back to work', async ({
  profile,
}) => {
  const first = await launch({ profile, env });
  const { clientId } = await addClient(first.page, 'Northwind Bakery');
  await addClient(first.page, 'Fjord & Co');
  await callApp(first.page, 'tasks.add', { clientId, title: 'December newsletter' });
  await begin(first);
  await idleInTheMiddle(first.page, await takeOver(first.electron));
  await first.close();
  takeBack(profile, 25);

  const app = await launch({ profile, env });
  const { page } = app;
  await expect(focus(page).getByRole('timer', { name: 'Left of the focus round' })).toHaveText(
    /^1[234]:\d\d$/,
  );
  const computer = await takeOver(app.electron);
  await computer.work(11);
  expect(told(notifications, 'Focus round done')).toBe(0);
  await computer.work(4);
  const rest = focus(page).getByRole('button', { name: 'Start break, 5m' });
  await expect(rest).toBeVisible();
  await expect(page.getByTestId('announcer')).toContainText('Focus round done.');
  await expect.poll(() => told(notifications, 'Focus round done')).toBe(1);
  // Nothing is cut behind the person's back.
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeVisible();
  await expectAccessible(page);

  await rest.click();
  await expect(bar(page)).toContainText('No timer running');
  await expect(focus(page).getByRole('timer', { name: 'Left of the break' })).toBeVisible();
  await computer.work(5);
  await expect(focus(page)).toContainText('Break is over');
  await expect.poll(() => told(notifications, 'The break is over')).toBe(1);
  await focus(page).getByRole('button', { name: 'Resume work' }).click();
  await expect(bar(page)).toContainText('Northwind Bakery · December newsletter');
  await expect(focus(page).getByRole('timer', { name: 'Left of the focus round' })).toBeVisible();
  await focus(page).getByRole('button', { name: 'Focus round' }).click();
  await expect(page.getByRole('menu')).toContainText('1 round today');
  await page.getByRole('menuitem', { name: 'End focus' }).click();
  await expect(focus(page)).toHaveCount(0);
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeVisible();
  expect(told(notifications, 'Focus round done')).toBe(1);
  await app.close();
});

/** Without a timer, focus asks what to work on. */
async function begin({ page }: RunningApp): Promise<void> {
  await bar(page).getByRole('button', { name: 'Focus', exact: true }).click();
  const picker = page.getByRole('dialog', { name: 'Focus on…' });
  await picker.getByRole('combobox').fill('news');
  await expect(picker.getByRole('option', { name: /December newsletter/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(bar(page)).toContainText('Northwind Bakery · December newsletter');
  await expect(focus(page).getByRole('timer', { name: 'Left of the focus round' })).toHaveText(
    /^2[345]:\d\d$/,
  );
  // One key does what comes next.
  await page.keyboard.press('Control+Shift+F');
  await expect(focus(page).getByRole('button', { name: 'Continue the round' })).toBeVisible();
  await expect(bar(page).getByRole('button', { name: 'Stop' })).toBeVisible();
  await page.keyboard.press('Control+Shift+F');
  await expect(focus(page).getByRole('button', { name: 'Pause the round' })).toBeVisible();
}

/** Ten minutes of work, and fifteen of nobody there, which the round does not take even when they are kept as work. */
async function idleInTheMiddle(page: Page, computer: Computer): Promise<void> {
  await computer.work(10);
  await computer.idle(15);
  const question = page.getByRole('dialog', { name: 'Where did 15 minutes go?' });
  await expect(question).toBeVisible();
  expect(await left(page)).toBeGreaterThan(12);
  await page.keyboard.press('k');
  await question.getByRole('button', { name: /^Keep/ }).click();
  await expect(question).toBeHidden();
  expect(await left(page)).toBeGreaterThan(12);
  expect(told(notifications, 'Focus round done')).toBe(0);
}
