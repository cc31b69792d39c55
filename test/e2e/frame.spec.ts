import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

const clients = (page: Page) => page.getByRole('navigation', { name: 'Clients' });

/** Answers the first screen with its third choice and waits until the invented clients stand in the rail. */
async function withSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(clients(page).getByRole('link')).toHaveCount(5);
}

test('an empty workspace offers three ways in, each by one digit', async ({ page }) => {
  await expect(page.getByRole('heading', { name: 'Welcome to Clientele' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Add a client' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('3');
  await expect(clients(page).getByRole('link')).toHaveCount(5);
});

test('sample data is marked for as long as it is there and goes in one step', async ({ page }) => {
  await withSample(page);
  await page.getByRole('button', { name: 'Remove sample data' }).click();
  const question = page.getByRole('dialog', { name: 'Remove the sample data?' });
  await expect(question.getByRole('button', { name: 'Cancel' })).toBeFocused();
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Remove sample data' }).click();
  await expect(page.getByText('Sample data removed')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Remove sample data' })).toHaveCount(0);
});

test('the rail is one tab stop, folds by key, and stays folded after a restart', async ({ page }) => {
  await withSample(page);
  const rail = clients(page);
  await rail.getByRole('link', { name: 'Acme Dental' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(rail.getByRole('link', { name: 'Harbour Yoga' })).toBeFocused();
  await page.keyboard.press('Home');
  await expect(rail.getByRole('link', { name: 'All clients' })).toBeFocused();
  await expect(rail.locator('[data-roving][tabindex="0"]')).toHaveCount(1);

  await page.keyboard.press('Control+b');
  await expect(page.getByRole('button', { name: 'Expand the list of clients' })).toBeVisible();
  await expect(rail.getByRole('link', { name: 'Harbour Yoga' })).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('button', { name: 'Expand the list of clients' })).toBeVisible();
});

test('the palette takes every letter from the first, finds and runs by keyboard', async ({ page }) => {
  await withSample(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('harb');
  const search = page.getByRole('combobox', { name: 'Search or run' });
  await expect(search).toHaveValue('harb');
  await expect(page.getByRole('option', { name: 'Harbour Yoga' })).toHaveAttribute('aria-selected', 'true');
  await expectAccessible(page);

  await search.fill('>settings');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(search).toHaveCount(0);
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
});

test('a letter that is typed into a field is no command', async ({ page }) => {
  await withSample(page);
  await page.evaluate(() => {
    window.location.hash = '#/settings/general';
  });
  const hours = page.getByLabel('Hours a day');
  await hours.focus();
  await page.keyboard.press('g');
  await page.keyboard.press('d');
  await expect(hours).toBeFocused();
  expect(page.url()).toContain('/settings/');
});

test('nothing is cut off in small windows and with text at 200 %', async ({ app, page }) => {
  await withSample(page);
  for (const [width, height, zoom] of [
    [1024, 700, 1],
    [1024, 700, 2],
    [1440, 900, 2],
  ] as const) {
    await test.step(`${width} × ${height}, ${zoom * 100} %`, async () => {
      await app.electron.evaluate(
        ({ BrowserWindow }, [w, h, factor]) => {
          const window = BrowserWindow.getAllWindows()[0];
          window?.setContentSize(w, h);
          window?.webContents.setZoomFactor(factor);
        },
        [width, height, zoom] as const,
      );
      await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width / zoom);
      const timer = page.getByRole('region', { name: 'Timer' });
      await expect(timer.getByRole('link', { name: 'Settings' })).toBeInViewport({ ratio: 1 });
      await expect(timer.getByRole('button', { name: 'Start timer' })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('button', { name: 'New task' })).toBeInViewport();
      await expect
        .poll(() =>
          page.evaluate(() => {
            const { scrollWidth, clientWidth } = document.documentElement;
            return scrollWidth <= clientWidth;
          }),
        )
        .toBe(true);
    });
  }
  await app.electron.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setZoomFactor(1),
  );
});
