import { overviewHref } from '#renderer/lib/addresses.ts';
import { expect, test } from './support/app.ts';
import { addClient, callApp } from './support/seed.ts';

test('a long list of due tasks draws what can be seen, and the rest as one gets there', async ({ page }) => {
  const { clientId } = await addClient(page, 'Sample client');
  const due = { date: '2026-01-05', time: null, zone: null };
  const total = 150;
  for (let number = 1; number <= total; number += 1)
    await callApp(page, 'tasks.add', { clientId, title: `Task ${number}`, due });
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, overviewHref('today'));
  const column = page.getByRole('region', { name: 'Due', exact: true });
  const lines = column.getByRole('listitem');
  await expect(lines.first()).toBeVisible();
  await expect(column.getByText(`${total} overdue`).first()).toBeVisible();
  expect(await lines.count()).toBeLessThan(100);
  await lines.first().locator('[data-roving]').first().focus();
  await expect(async () => {
    await page.keyboard.press('End');
    expect(await lines.count()).toBe(total);
  }).toPass();
  await expect(lines.last()).toBeVisible();
});
