import { expect, test } from './support/app.ts';
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
