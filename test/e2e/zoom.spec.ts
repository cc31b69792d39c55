import { join } from 'node:path';
import { openBillingScene } from '../support/billing-scene.ts';
import { expect, launch, test } from './support/app.ts';
import { pressUntil } from './support/keys.ts';
import { addClient, callApp } from './support/seed.ts';

test('at 200 % on a small window the toolbar gives way, and the whole week can be used', async ({
  app,
  page,
}) => {
  for (const name of ['Northwind Bakery', 'Fjord & Co', 'Harbour Yoga', 'Tern Architects'])
    await callApp(page, 'time.start', { clientId: (await addClient(page, name)).clientId });
  await callApp(page, 'settings.change', { language: 'de' });
  await page.setViewportSize({ width: 1024, height: 700 });
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  );
  await page.waitForFunction(() => window.location.hash === '#/today');
  await page.evaluate(() => {
    window.location.hash = '#/time';
  });
  await expect(page.getByRole('radio', { name: 'Tag' })).toBeChecked();
  const grid = page.getByRole('grid');
  await pressUntil(page, '2', grid);
  /** How much of the grid is in sight, px of the page. */
  const inSight = () =>
    grid.evaluate((element) => {
      const bar = document.querySelector('[data-timer-bar]')?.getBoundingClientRect().top ?? 0;
      const main = document.querySelector('main')?.getBoundingClientRect().top ?? 0;
      const scroller = (element.parentElement ?? element).getBoundingClientRect();
      return Math.min(scroller.bottom, bar) - Math.max(scroller.top, main);
    });
  const cell = grid.getByRole('row', { name: /Tern Architects/ }).locator('[data-day="0"]');
  await cell.focus();
  await cell.scrollIntoViewIfNeeded();
  await expect(cell).toBeInViewport();
  await expect.poll(inSight).toBeGreaterThan(120);
});

test('at 200 % on a small window Money scrolls with one bar, and its lists with the page', async ({
  profile,
}) => {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const clientId = scene.client({ name: 'Harbour Yoga' });
  for (let index = 0; index < 40; index++) scene.draft(clientId);
  scene.store.close();
  const { page, electron, close } = await launch({ profile });
  await page.setViewportSize({ width: 1024, height: 700 });
  await electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(2),
  );
  await page.waitForFunction(() => window.location.hash === '#/today');
  /** How many parts of the view scroll up and down. */
  const bars = () =>
    page
      .getByRole('main')
      .locator('*')
      .evaluateAll(
        (all) =>
          all.filter(
            (one) =>
              /auto|scroll/.test(getComputedStyle(one).overflowY) && one.scrollHeight > one.clientHeight + 1,
          ).length,
      );
  for (const tab of ['overview', 'rates', 'invoices']) {
    await page.evaluate((to) => {
      window.location.hash = `#/money?tab=${to}`;
    }, tab);
    await expect(page.getByRole('main').getByText('Harbour Yoga').first()).toBeAttached();
    await expect.poll(bars).toBe(1);
  }
  const list = page.getByRole('table', { name: 'Invoices' });
  await list.getByRole('link').first().focus();
  await page.keyboard.press('End');
  const last = list.locator('[data-row="39"]');
  await expect(last).toBeFocused();
  await expect(last).toBeInViewport();
  await close();
});
