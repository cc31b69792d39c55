import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { pressUntil } from './support/keys.ts';
import { addClient, callApp } from './support/seed.ts';

test('a week is filled in, corrected and taken back with the keyboard alone', async ({ page }) => {
  const { clientId } = await addClient(page, 'Northwind Bakery');
  await addClient(page, 'Fjord & Co');
  const week = await callApp(page, 'time.week', { date: '2026-01-07', clientId: null });
  await page.evaluate(() => {
    window.location.hash = '#/time';
  });
  await expect(page.getByRole('radio', { name: 'Day' })).toBeChecked();
  const grid = page.getByRole('grid', { name: 'Tracked time by client and day' });
  await pressUntil(page, '2', grid);
  // The days of a week that is over can all be filled.
  await page.keyboard.press('[');
  await expect(grid.locator('[data-today]')).toHaveCount(0);
  const cell = (client: string, day: number) =>
    grid.getByRole('row', { name: new RegExp(client) }).locator(`[data-day="${day}"]`);

  await cell('Fjord & Co', 0).focus();
  await page.keyboard.type('1:30');
  await page.keyboard.press('Enter');
  await expect(cell('Fjord & Co', 0)).toHaveText('1h 30m');
  await expect(cell('Northwind Bakery', 0)).toBeFocused();
  await page.keyboard.type('1,5h');
  await page.keyboard.press('Tab');
  await expect(cell('Northwind Bakery', 0)).toHaveText('1h 30m');
  await expect(cell('Northwind Bakery', 1)).toBeFocused();
  await page.keyboard.type('90x');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('alert').getByText('Please enter a time such as')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Enter');
  await expect(cell('Northwind Bakery', 1)).toHaveText('1h 30m');
  await expect(grid.getByRole('row', { name: /^Total/ })).toContainText('4h 30m');

  await cell('Northwind Bakery', 1).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('5h');
  await page.keyboard.press('Escape');
  await expect(cell('Northwind Bakery', 1)).toHaveText('1h 30m');
  await expect(cell('Northwind Bakery', 1)).toBeFocused();
  await page.keyboard.press('Delete');
  const asked = page.getByRole('dialog', { name: 'Remove 1 time entry?' });
  await expect(asked.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(asked).toBeHidden();
  await expect(cell('Northwind Bakery', 1)).toHaveText('–');
  await cell('Northwind Bakery', 1).focus();
  await page.keyboard.press('Control+z');
  await expect(cell('Northwind Bakery', 1)).toHaveText('1h 30m');

  await cell('Northwind Bakery', 0).focus();
  await page.keyboard.press(' ');
  const task = grid.getByRole('row', { name: 'No task' });
  await expect(task).toContainText('1h 30m');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.type('45');
  await page.keyboard.press('Enter');
  await expect(cell('Northwind Bakery', 0)).toHaveText('45m');
  const { rows } = await callApp(page, 'time.list', { filter: { clientId }, offset: 0, limit: 10 });
  expect(rows.map((row) => (row.endedAt ?? 0) - row.startedAt).sort()).toEqual([45 * 60_000, 90 * 60_000]);
  expect(week.rows).toHaveLength(2);
  await expectAccessible(page);
});
