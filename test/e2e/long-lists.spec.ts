import type { Page } from '@playwright/test';
import { clientHref, overviewHref } from '#renderer/lib/addresses.ts';
import { expect, test } from './support/app.ts';
import { addClient } from './support/seed.ts';

/** All of them in one trip, in this order; the app takes one call after the other. */
async function addTasks(page: Page, tasks: readonly object[]): Promise<void> {
  const refused = await page.evaluate(async (inputs) => {
    const answers = await Promise.all(inputs.map((input) => window.api.call('tasks.add', input)));
    return answers.filter(({ ok }) => !ok);
  }, tasks);
  expect(refused).toEqual([]);
}

test('a long list of due tasks draws what can be seen, and the rest as one gets there', async ({ page }) => {
  const { clientId } = await addClient(page, 'Sample client');
  const due = { date: '2026-01-05', time: null, zone: null };
  const total = 150;
  await addTasks(
    page,
    Array.from({ length: total }, (_, index) => ({ clientId, title: `Task ${index + 1}`, due })),
  );
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

test('a long column stays without gaps while one scrolls, jumps and comes back', async ({ page }) => {
  const { clientId, columns } = await addClient(page, 'Sample client');
  const total = 120;
  await addTasks(
    page,
    Array.from({ length: total }, (_, index) => ({
      clientId,
      columnId: columns.todo,
      // Titles of one to four lines, so that what was estimated differs from what is measured.
      title: `Task ${index + 1}${' and one more word'.repeat(((index + 1) * 7) % 9)}`,
      ...((index + 1) % 3 === 0 ? { estimateMinutes: 30 } : {}),
    })),
  );
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, clientHref(clientId));
  const list = page.getByRole('list', { name: 'To do' });
  const cards = list.getByRole('article');
  await expect(cards.first()).toBeVisible();
  expect(await cards.count()).toBeLessThan(30);

  const gaps = () =>
    list.evaluate((element) => {
      const view = element.parentElement?.getBoundingClientRect();
      const boxes = [...element.children]
        .map((one) => one.getBoundingClientRect())
        .filter((box) => view && box.bottom > view.top && box.top < view.bottom);
      const [first, last] = [boxes[0], boxes.at(-1)];
      if (!view || !first || !last) return ['empty'];
      const between = boxes.slice(1).map((box, at) => Math.abs(box.top - (boxes[at]?.bottom ?? 0)));
      return [
        ...between.filter((gap) => gap > 1),
        ...(first.top > view.top + 8 ? ['above'] : []),
        ...(last.bottom < view.bottom - 30 ? ['below'] : []),
      ];
    });
  await list.hover();
  for (const by of [300, 900, 2_500, -700, 4_000, -2_000]) {
    await page.mouse.wheel(0, by);
    await expect.poll(gaps).toEqual([]);
  }
  await cards.first().focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('article', { name: /^Task 1\b/ })).toBeFocused();
  await expect.poll(gaps).toEqual([]);
  // The card with the focus stays where it belongs, out of sight.
  await list.hover();
  await page.mouse.wheel(0, -20_000);
  await expect.poll(gaps).toEqual([]);
  await expect(page.getByRole('article', { name: /^Task 1\b/ })).toBeFocused();
  await expect(page.getByRole('article', { name: /^Task 1\b/ })).not.toBeInViewport();
  await page.keyboard.press('ArrowUp');
  await expect(page.getByRole('article', { name: /^Task 2\b/ })).toBeFocused();
  await expect(page.getByRole('article', { name: /^Task 2\b/ })).toBeInViewport();
  await expect.poll(gaps).toEqual([]);
});
