import { clientHref, overviewHref } from '#renderer/lib/addresses.ts';
import { expect, test } from './support/app.ts';
import { show } from './support/screen.ts';
import { addClient, callApp } from './support/seed.ts';

// No key here waits for what the one before it does: a fast person does not either.

test('nothing is lost when keys follow each other as fast as they can', async ({ page }) => {
  const { clientId, columns } = await addClient(page, 'Sample client');

  // "g" and "e" are keys of the app where no field has them.
  await show(page, overviewHref('today'), 'All clients');
  await page.keyboard.press('n');
  await page.keyboard.type('Get estimates');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const board = await callApp(page, 'board.get', { clientId });
  expect(board.cards.map(({ title }) => title)).toEqual(['Get estimates']);
  expect(page.url()).toContain(overviewHref('today'));

  const [first] = board.cards;
  for (const title of ['Second', 'Third']) {
    await callApp(page, 'tasks.add', { clientId, columnId: columns.todo, title });
  }
  await show(page, clientHref(clientId), 'Sample client');
  const cards = page.getByRole('article');
  await expect(cards).toHaveCount(3);
  await page.evaluate(
    (hash) => {
      window.location.hash = hash;
    },
    clientHref(clientId, 'board', first?.id),
  );
  await page.getByRole('complementary', { name: 'Task Get estimates' }).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('complementary').waitFor({ state: 'detached' });
  await page.keyboard.press('F2');
  await page.keyboard.type('Get quotes');
  await page.keyboard.press('Enter');
  await page.keyboard.press('t');
  const renamed = page.getByRole('article', { name: 'Get quotes' });
  await expect(renamed.getByRole('button', { name: /^Stop timer/ })).toBeVisible();
  await expect(renamed).toBeFocused();

  const spent = Array.from({ length: 90 }, (_, index) => ({
    ...{ id: null, clientId, spentOn: '2026-11-02', text: `Expense ${index + 10}`, amount: 1_000 + index },
    ...{ receiptId: null, billable: true, currency: 'EUR' },
  }));
  await page.evaluate(
    (all) => Promise.all(all.map((expense) => window.api.call('billing.saveExpense', expense))),
    spent,
  );
  await show(page, `${overviewHref('money')}?tab=expenses&period=2026-11`, 'All clients');
  const rows = page.getByRole('table', { name: 'Expenses' }).getByRole('button', { name: /^Expense \d/ });
  await rows.first().focus();
  const names = (await rows.allTextContents()).slice(0, 8);
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowDown', 'Enter'])
    await page.keyboard.press(key);
  const dialog = page.getByRole('dialog', { name: 'Change expense' });
  await expect(dialog.getByLabel('Description')).toHaveValue(names[3] ?? '');
  await expect(dialog.getByLabel('Description')).toBeFocused();
  await dialog.press('Escape');
  await expect(dialog).toBeHidden();
  // The keyboard is where it was, also after the palette.
  await expect(rows.nth(3)).toBeFocused();
  await page.keyboard.press('Control+k');
  const search = page.getByRole('combobox', { name: 'Search or run' });
  await expect(search).toBeFocused();
  await search.press('Escape');
  await expect(search).toHaveCount(0);
  await expect(rows.nth(3)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(4)).toBeFocused();
  await rows.first().focus();
  await page.keyboard.press('End');
  await expect(rows.last()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Description')).toHaveValue(/^Expense \d\d$/);
});
