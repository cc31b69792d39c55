import type { Page } from '@playwright/test';
import { expect, launch, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';

const rail = (page: Page) => page.getByRole('navigation', { name: 'Clients', exact: true });

/** The first screen's own key for its first choice. */
async function addFirst(page: Page): Promise<void> {
  await expect(page.getByRole('button', { name: 'Add a client' })).toBeFocused();
  await page.keyboard.press('1');
}

async function addFromRail(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Add client' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a client' });
  await dialog.getByLabel('Name').fill(name);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
}

async function openDetails(page: Page, name: string): Promise<void> {
  await page.evaluate(async (wanted) => {
    const list = (await window.api.call('clients.list', undefined)) as {
      value: { id: string; name: string }[];
    };
    const client = list.value.find((one) => one.name === wanted);
    window.location.hash = `#/client/${client?.id}/details`;
  }, name);
  await expect(page.getByRole('heading', { name, level: 1 }).getByRole('link')).toBeVisible();
  await expect(page.getByRole('form', { name: 'Edit client' })).toBeVisible();
}

test('first run: a client by keyboard, then found again after a restart', async ({ profile }) => {
  const app = await launch({ profile });
  const { page } = app;
  await addFirst(page);
  const dialog = page.getByRole('dialog', { name: 'Add a client' });
  await expect(dialog.getByLabel('Name')).toBeFocused();

  // Nothing typed: told beside the field, the dialog stays.
  await page.keyboard.press('Enter');
  await expect(dialog.getByLabel('Name')).toHaveAccessibleDescription('Please fill this in.');

  await dialog.getByLabel('Name').fill('Northwind Bakery');
  await expect(dialog.getByLabel('Code')).toHaveValue('NB');
  await dialog.getByRole('radio', { name: 'Indigo triangle' }).check();
  await dialog.getByRole('combobox', { name: 'Time zone' }).fill('new york');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('combobox', { name: 'Time zone' })).toHaveValue('New York (America)');
  await dialog.getByRole('button', { name: 'Add client' }).click();
  await expect(rail(page).getByRole('link', { name: 'Northwind Bakery' })).toBeVisible();
  await app.close();

  const again = await launch({ profile });
  await expect(rail(again.page).getByRole('link', { name: 'Northwind Bakery' })).toBeVisible();
  const list = await again.page.evaluate(() => window.api.call('clients.list', undefined));
  expect(list).toMatchObject({ ok: true, value: [{ code: 'NB', color: 5, zone: 'America/New_York' }] });
  await again.close();
});

test('editing keeps what was typed when it is refused, and asks before it is left', async ({ page }) => {
  await addFirst(page);
  await page.getByRole('dialog').getByLabel('Name').fill('Fjord & Co');
  await page.keyboard.press('Enter');
  await openDetails(page, 'Fjord & Co');
  const form = page.getByRole('form', { name: 'Edit client' });

  await page.getByRole('button', { name: 'Add a contact' }).click();
  const contact = form.getByRole('group', { name: 'Contact 1' });
  await contact.getByLabel('Name').fill('Ada');
  const ada = form.getByRole('group', { name: 'Ada' });
  await ada.getByLabel('E-mail').fill('ada at example');
  await form.getByLabel('Answer promised within').fill('soon');
  await form.getByLabel('Monday, from').fill('18');
  await page.keyboard.press('Control+s');
  await expect(ada.getByLabel('E-mail')).toHaveAccessibleDescription(/name@example\.com/);
  await expect(ada.getByLabel('E-mail')).toHaveValue('ada at example');
  await expect(form.getByLabel('Answer promised within')).toHaveAccessibleDescription(/between 1 minute/);
  await expect(form.getByText('The end must be after the start.')).toBeVisible();

  await page
    .getByRole('button', { name: /^Settings/ })
    .or(page.getByRole('link', { name: /^Settings/ }))
    .first()
    .click();
  const leave = page.getByRole('dialog', { name: 'Leave without saving?' });
  await leave.getByRole('button', { name: 'Stay here' }).click();
  await expect(ada.getByLabel('E-mail')).toHaveValue('ada at example');

  await ada.getByLabel('E-mail').fill('ada@example.com');
  await form.getByLabel('Answer promised within').fill('1.5h');
  await form.getByLabel('Monday, from').fill('8');
  await form.getByRole('textbox', { name: 'Contract from' }).fill('1.3.2026');
  await form.getByLabel('Worth remembering').fill('Likes short answers.');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Not saved yet')).toBeHidden();
  const stored = await page.evaluate(async () => {
    const list = (await window.api.call('clients.list', undefined)) as { value: { id: string }[] };
    return window.api.call('clients.get', { clientId: list.value[0]?.id });
  });
  expect(stored).toMatchObject({
    value: {
      contacts: [{ name: 'Ada', email: 'ada@example.com' }],
      responseMinutes: 90,
      contractStart: '2026-03-01',
      notes: 'Likes short answers.',
    },
  });
  expect(stored).toMatchObject({
    value: { workingHours: expect.arrayContaining([{ day: 1, start: '08:00', end: '17:00' }]) },
  });
});

test('archive, bring back, delete and undo', async ({ page }) => {
  await addFirst(page);
  await page.getByRole('dialog').getByLabel('Name').fill('Fjord & Co');
  await page.keyboard.press('Enter');
  await addFromRail(page, 'Harbour Yoga');
  const link = rail(page).getByRole('link', { name: 'Fjord & Co' });

  await openDetails(page, 'Fjord & Co');
  await page.getByRole('button', { name: 'Pin to the top' }).click();
  await expect(page.getByRole('list', { name: 'Pinned clients' }).getByRole('link')).toHaveCount(1);
  await page.getByRole('button', { name: 'Archive client' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive client' }).click();
  await expect(link).toBeHidden();

  await page.keyboard.press('Control+,');
  await page.getByRole('link', { name: 'Archived clients' }).click();
  await page.getByRole('button', { name: 'Bring back Fjord & Co' }).click();
  await expect(link).toBeVisible();
  await expect(page.getByRole('heading', { name: 'No client is archived' })).toBeVisible();

  await openDetails(page, 'Fjord & Co');
  await page.getByRole('button', { name: 'Delete client' }).click();
  const dialog = page.getByRole('dialog', { name: 'Delete Fjord & Co?' });
  await expect(dialog.getByText('5 board columns')).toBeVisible();
  await dialog.getByRole('button', { name: 'Delete client' }).click();
  await expect(link).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(link).toBeVisible();
  await expect(page.getByTestId('announcer')).toHaveText('Undone: Deleting Fjord & Co');
  await page.keyboard.press('Control+Shift+z');
  await expect(link).toBeHidden();
});

test('language and theme change without a restart', async ({ app, page }) => {
  await page.getByRole('button', { name: /Theme follows the system/ }).click();
  await page.getByRole('combobox', { name: 'Language' }).click();
  await page.getByRole('option', { name: 'Deutsch' }).click();
  await expect(page.getByRole('link', { name: 'Archivierte Kunden' })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('combobox', { name: 'Farbschema' }).click();
  await page.getByRole('option', { name: 'Dunkel' }).click();
  // The page itself is held to light by the test driver.
  await expect
    .poll(() => app.electron.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors))
    .toBe(true);
});

test('axe finds nothing serious in dialogs, form and archive, light and dark', async ({ page }) => {
  await addFirst(page);
  const adding = page.getByRole('dialog', { name: 'Add a client' });
  await expect(adding).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(adding.getByText('Please fill this in.')).toBeVisible();
  await expectAccessible(page);

  await adding.getByLabel('Name').fill('Fjord & Co');
  await page.keyboard.press('Enter');
  await openDetails(page, 'Fjord & Co');
  await page.getByRole('button', { name: 'Add a contact' }).click();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('Please fill this in.')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Discard changes' }).click();
  await page.getByRole('button', { name: 'Delete client' }).click();
  const deleting = page.getByRole('dialog', { name: 'Delete Fjord & Co?' });
  await expect(deleting.getByText('5 board columns')).toBeVisible();
  await expectAccessible(page);
  await deleting.getByRole('button', { name: 'Cancel' }).click();

  await page.getByRole('button', { name: 'Archive client' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Archive client' }).click();
  await page.keyboard.press('Control+,');
  await page.getByRole('link', { name: 'Archived clients' }).click();
  await expect(page.getByRole('button', { name: 'Bring back Fjord & Co' })).toBeVisible();
  await expectAccessible(page);
});
