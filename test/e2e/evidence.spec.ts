import type { Page } from '@playwright/test';
import { expect, launch, test as plain, type RunningApp } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
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

const openTime = async (page: Page) => {
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time' }).click();
  await expect(page.getByRole('button', { name: 'Add entry' })).toBeVisible();
};

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
