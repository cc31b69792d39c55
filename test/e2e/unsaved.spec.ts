import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { addClients, column } from './support/first-hour.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Add a client' });
const question = (page: Page) => page.getByRole('dialog', { name: 'Discard your changes?' });
const leaving = (page: Page) => page.getByRole('dialog', { name: 'Leave without saving?' });

/** Playwright would let the page go by itself; the app is to decide. */
const staysOpen = (page: Page) => page.on('dialog', () => {});

test.describe('what was typed and not saved', () => {
  test('is asked about before a dialog goes', async ({ page }) => {
    await page.getByRole('button', { name: 'Add a client' }).click();
    const name = dialog(page).getByLabel('Name');
    await name.pressSequentially('Harbour Yoga');

    await page.keyboard.press('Escape');
    await expect(question(page)).toBeVisible();
    await expect(question(page).getByRole('button', { name: 'Keep editing' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(question(page)).toBeHidden();
    await expect(name).toHaveValue('Harbour Yoga');
    await expect(name).toBeFocused();

    await dialog(page).getByRole('button', { name: 'Close' }).click();
    await question(page).getByRole('button', { name: 'Keep editing' }).click();
    await expect(question(page)).toBeHidden();
    await page.mouse.click(5, 5);
    await question(page).getByRole('button', { name: 'Discard' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect(question(page)).toBeHidden();
  });

  test('is not asked about when nothing was changed, or changed back', async ({ page }) => {
    await addClients(page, 'Northwind Bakery');
    await page.getByRole('button', { name: 'Add client' }).click();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();

    await page.getByRole('button', { name: 'Add client' }).click();
    await dialog(page).getByLabel('Name').pressSequentially('A');
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Escape');
    await expect(dialog(page)).toBeHidden();
    await expect(question(page)).toBeHidden();
  });

  test('notices a choice from a list', async ({ page }) => {
    await addClients(page, 'Northwind Bakery');
    await page.getByRole('button', { name: 'Add client' }).click();
    await dialog(page).getByRole('combobox', { name: 'Time zone' }).click();
    await page.getByRole('option', { selected: false }).first().click();
    await page.keyboard.press('Escape');
    await expect(question(page)).toBeVisible();
  });

  test('is asked about before a notification leads elsewhere', async ({ app, page }) => {
    await addClients(page, 'Northwind Bakery');
    const notified = () =>
      app.electron.evaluate(({ BrowserWindow }) => {
        const push = { kind: 'command', command: 'go', argument: '#/money' };
        for (const window of BrowserWindow.getAllWindows()) window.webContents.send('clientele:push', push);
      });
    const money = () => page.evaluate(() => window.location.hash === '#/money');
    await page.getByRole('button', { name: 'Add client' }).click();
    await dialog(page).getByLabel('Name').pressSequentially('Harbour Yoga');
    await notified();
    await leaving(page).getByRole('button', { name: 'Stay here' }).click();
    await expect(leaving(page)).toBeHidden();
    await expect(dialog(page).getByLabel('Name')).toHaveValue('Harbour Yoga');
    expect(await money()).toBe(false);
    await notified();
    await leaving(page).getByRole('button', { name: 'Leave and discard' }).click();
    await expect(dialog(page)).toBeHidden();
    await expect.poll(money).toBe(true);
    await page.evaluate(() => {
      window.location.hash = '#/today';
    });
    await notified();
    await expect.poll(money).toBe(true);
  });

  test('keeps the window open until the person decides', async ({ app, page }) => {
    staysOpen(page);
    await addClients(page, 'Northwind Bakery');
    await page.getByRole('button', { name: 'Add client' }).click();
    await dialog(page).getByLabel('Name').pressSequentially('Harbour Yoga');

    const ended = new Promise<void>((done) => app.electron.process().once('exit', () => done()));
    await app.electron.evaluate(({ app: running }) => running.quit());
    await expect(leaving(page)).toBeVisible();
    await leaving(page).getByRole('button', { name: 'Stay here' }).click();
    await expect(leaving(page)).toBeHidden();
    await expect(dialog(page).getByLabel('Name')).toHaveValue('Harbour Yoga');

    await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
    await leaving(page).getByRole('button', { name: 'Leave and discard' }).click();
    await ended;
  });

  test('of a form on a page holds the window too', async ({ app, page }) => {
    staysOpen(page);
    await addClients(page, 'Northwind Bakery');
    await page
      .getByRole('navigation', { name: 'Clients', exact: true })
      .getByRole('link', { name: /Northwind/ })
      .click();
    await expect(column(page, 'To do')).toBeVisible();
    await page.getByRole('heading', { level: 1 }).getByRole('link').click();
    const name = page
      .getByRole('form', { name: 'Edit client' })
      .getByRole('textbox', { name: 'Name' })
      .first();
    await name.pressSequentially(' Ltd');
    await app.electron.evaluate(({ app: running }) => running.quit());
    await expect(leaving(page)).toBeVisible();
    await leaving(page).getByRole('button', { name: 'Stay here' }).click();
    await expect(name).toHaveValue(/Ltd/);
  });
});
