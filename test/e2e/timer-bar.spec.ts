import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { addClient, callApp } from './support/seed.ts';

test('today by client opens by key and by click, and one press on a row switches the timer', async ({
  page,
}) => {
  const northwind = await addClient(page, 'Northwind Bakery');
  const fjord = await addClient(page, 'Fjord & Co');
  const bar = page.getByRole('region', { name: 'Timer' });
  const today = bar.getByRole('button', { name: /^Today.*show by client$/ });
  const card = page.getByRole('dialog', { name: 'Today by client' });
  const row = (client: string, action: string) =>
    card.getByRole('button', { name: new RegExp(`^${client}.*${action} the timer$`) });

  await today.focus();
  await page.keyboard.press('Control+Shift+D');
  await expect(card).toContainText('Nothing tracked today yet.');
  await expect(today).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(today).toBeFocused();

  await callApp(page, 'time.start', { clientId: northwind.clientId });
  await callApp(page, 'time.switch', { clientId: fjord.clientId });
  await expect(bar).toContainText('Fjord & Co');
  await today.click();
  await expect(row('Fjord & Co', 'stop')).toBeVisible();
  await expectAccessible(page);
  await row('Northwind Bakery', 'start').click();
  await expect(card).toBeHidden();
  await expect(bar).toContainText('Northwind Bakery');

  await page.keyboard.press('Control+Shift+D');
  await expect(card).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  await page.keyboard.press('Home');
  await expect(card.getByRole('listitem').first().getByRole('button')).toBeFocused();
  await row('Northwind Bakery', 'stop').press('Enter');
  await expect(bar).toContainText('No timer running');
  await today.click();
  await expect(row('Northwind Bakery', 'start')).toBeVisible();

  // A press elsewhere closes it, one on its own button too.
  await page.getByRole('main').click({ position: { x: 5, y: 5 } });
  await expect(card).toBeHidden();
  await today.click();
  await expect(card).toBeVisible();
  await today.click();
  await expect(card).toBeHidden();
});
