import { join } from 'node:path';
import type { Page } from '@playwright/test';
import Database from 'better-sqlite3';
import { expect, launch, test as plain, type RunningApp } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { takeOver } from './support/computer.ts';
import { zoneAtNoon } from './support/sample.ts';
import { addClient, callApp } from './support/seed.ts';

const zone = zoneAtNoon();
const hour = 3_600_000;

const test = plain.extend<{ app: RunningApp }>({
  app: async ({ profile }, use) => {
    const app = await launch({ profile, env: { TZ: zone } });
    await use(app);
    await app.close();
  },
});

/** Lets the timer have been started three hours ago and last been seen two hours ago. */
function leaveBehind(profile: string): void {
  const sql = new Database(join(profile, 'clientele.db'));
  sql.prepare('UPDATE time_entries SET started_at = started_at - ? WHERE ended_at IS NULL').run(3 * hour);
  sql.prepare('UPDATE timer_beat SET wall = wall - ?').run(2 * hour);
  sql.close();
}

const question = (page: Page, name: string | RegExp) => page.getByRole('dialog', { name });
const openTime = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time' }).click();
  await expect(page.getByRole('button', { name: 'Add entry' })).toBeVisible();
};

test('a crash, sleep and idle time are asked about once, answered, and taken back', async ({ profile }) => {
  const first = await launch({ profile, env: { TZ: zone } });
  const { clientId } = await addClient(first.page, 'Northwind Bakery');
  await addClient(first.page, 'Fjord & Co');
  const { id: taskId } = await callApp(first.page, 'tasks.add', { clientId, title: 'December newsletter' });
  await callApp(first.page, 'time.start', { clientId, taskId });
  const gone = new Promise((done) => first.electron.process().once('exit', done));
  first.electron.process().kill('SIGKILL');
  await gone;
  leaveBehind(profile);

  const app = await launch({ profile, env: { TZ: zone } });
  const { page } = app;
  const crash = question(page, 'Where did 2h go?');
  await expect(crash).toContainText('Clientele ended unexpectedly');
  await expect(crash).toContainText('December newsletter becomes 3h');
  await expect(crash).toBeFocused();
  await page.keyboard.press('s');
  const border = crash.getByRole('slider');
  await border.focus();
  const before = Number(await border.getAttribute('aria-valuenow'));
  await page.keyboard.press('Shift+ArrowLeft');
  await page.keyboard.press('ArrowRight');
  await expect(border).toHaveAttribute('aria-valuenow', String(before - 4));
  const end = crash.getByRole('textbox', { name: 'End of piece 1' });
  const fine = await end.inputValue();
  await end.fill('25:00');
  await expect(end).toHaveAccessibleDescription('Please enter a time like 9:30.');
  await expect(crash.getByRole('button', { name: 'Save split' })).toBeDisabled();
  await end.fill(fine);
  await crash.getByRole('combobox', { name: /^Piece 2/ }).fill('fjord');
  await expect(page.getByRole('option', { name: 'Fjord & Co' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(crash.getByRole('combobox', { name: /^Piece 2/ })).toHaveValue('Fjord & Co');
  await expectAccessible(page);
  await crash.getByRole('button', { name: 'Save split' }).click();
  await expect(crash).toBeHidden();
  expect(await callApp(page, 'time.gaps')).toEqual([]);

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '2h to review', exact: true })).toBeVisible();
  await expect(crash).toBeHidden();
  await openTime(page);
  await page
    .getByRole('list', { name: 'Entries' })
    .getByRole('button', { name: /^2h to review/ })
    .click();
  await expect(crash).toBeFocused();
  await page.keyboard.press('k');
  await crash.getByRole('button', { name: 'Keep 2h' }).click();
  await expect(crash).toBeHidden();
  await expect(page.getByRole('complementary', { name: 'Tracked' })).toContainText('3h');

  const computer = await takeOver(app.electron);
  await computer.sleep(33);
  const sleep = question(page, 'Where did 33 minutes go?');
  await expect(sleep).toContainText('The computer was asleep');
  await page.keyboard.press('d');
  await expect(sleep.getByRole('button', { name: 'Discard 33m' })).toBeEnabled();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Discarded as not worked: Computer asleep/ })).toBeVisible();

  // Whoever types goes on typing.
  await page.keyboard.press('3');
  const search = page.getByRole('textbox', { name: 'Search notes, tasks, clients' });
  await search.fill('north');
  await computer.idle(25);
  const idle = question(page, 'Where did 25 minutes go?');
  await expect(idle).toContainText('No keyboard or mouse');
  await expect(search).toBeFocused();
  await page.keyboard.type('w');
  await expect(search).toHaveValue('northw');
  await idle.getByRole('button', { name: 'Cancel' }).click();
  await expect(idle).toBeHidden();
  await expect(page.getByRole('button', { name: '25m to review', exact: true })).toBeVisible();
  expect(await callApp(page, 'time.gaps')).toHaveLength(1);
  await app.close();
});

test('an edge is dragged and moved by key, an entry split and merged, and all of it undone', async ({
  page,
}) => {
  const { clientId } = await addClient(page, 'Northwind Bakery');
  const yesterday = new Intl.DateTimeFormat('sv-SE', { timeZone: zone }).format(Date.now() - 24 * hour);
  for (const [start, end, note] of [
    ['09:00', '10:00', 'Inbox'],
    ['11:00', '12:00', 'Calls'],
  ] as const) {
    const at = (time: string) => ({ date: yesterday, time });
    await callApp(page, 'time.add', { clientId, note, zone, start: at(start), end: at(end) });
  }
  await openTime(page);
  await page.keyboard.press('[');
  const entries = page.getByRole('list', { name: 'Entries' });
  const inbox = entries.getByRole('button', { name: /^Inbox/ });
  await expect(inbox).toHaveAccessibleName(/09:00–10:00, 1h$/);

  // Once it stands still: the day scrolls to its work when it opens.
  await inbox.hover();
  const box = await inbox.boundingBox();
  if (!box) throw new Error('the entry has no place');
  const edge = { x: box.x + box.width / 2, y: box.y + box.height - 2 };
  await page.mouse.move(edge.x, edge.y);
  await page.mouse.down();
  await page.mouse.move(edge.x, edge.y + 30, { steps: 4 });
  await page.mouse.move(edge.x, edge.y + 48, { steps: 4 });
  await page.mouse.up();
  await expect(inbox).toHaveAccessibleName(/09:00–10:30, 1h 30m$/);
  await expect(page.getByRole('dialog')).toHaveCount(0);
  // Far over the next one: it stops there.
  await page.mouse.move(edge.x, edge.y + 48);
  await page.mouse.down();
  await page.mouse.move(edge.x, edge.y + 150, { steps: 4 });
  await page.mouse.up();
  await expect(inbox).toHaveAccessibleName(/09:00–11:00, 2h$/);
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(inbox).toHaveAccessibleName(/09:00–10:00, 1h$/);

  await inbox.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(inbox).toHaveAccessibleName(/09:00–10:05/);
  await page.keyboard.press('Alt+Shift+ArrowUp');
  await expect(inbox).toHaveAccessibleName(/08:55–10:05/);
  await expect(inbox).toBeFocused();

  await page.keyboard.press('s');
  const split = page.getByRole('dialog', { name: 'Split entry' });
  await split.getByRole('textbox', { name: 'Split at' }).fill('8');
  await split.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(split.getByRole('alert')).toContainText('between the start and the end');
  await split.getByRole('textbox', { name: 'Split at' }).fill('9:30');
  await split.getByRole('button', { name: 'Split', exact: true }).click();
  await expect(split).toBeHidden();
  await expect(inbox).toHaveCount(2);
  await inbox.first().focus();
  await page.keyboard.press('m');
  await expect(inbox).toHaveCount(1);

  await inbox.click({ button: 'right' });
  await expect(page.getByRole('menuitem', { name: /Merge with “Calls”/ })).toBeVisible();
  await page.keyboard.press('Escape');
  await entries.getByRole('button', { name: /^55m gap/ }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Let “Calls” begin here' }).click();
  await expect(entries.getByRole('button', { name: /^Calls.*10:05–12:00/ })).toBeVisible();

  await inbox.click();
  const dialog = page.getByRole('dialog', { name: 'Time entry' });
  await dialog.getByText('History').click();
  await expect(dialog.getByRole('list')).toContainText('End');
  await expectAccessible(page);
});
