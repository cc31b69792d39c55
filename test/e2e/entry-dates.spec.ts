import { clientHref } from '#renderer/lib/addresses.ts';
import { expect, test } from './support/app.ts';
import { addClients } from './support/first-hour.ts';
import { show } from './support/screen.ts';
import { addClient } from './support/seed.ts';

/** Time must not end up on a day that nobody asked for because a date was typed that cannot be read. */
test('a date that cannot be read is said, and nothing is saved under the one before', async ({ page }) => {
  await addClients(page, 'Northwind Bakery');
  await page.getByRole('link', { name: /^All clients/ }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time' }).click();
  await page.getByRole('button', { name: 'Add entry' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add time entry' });
  await dialog.getByRole('combobox', { name: 'Client' }).fill('North');
  await page.keyboard.press('Enter');
  const date = dialog.getByRole('textbox', { name: 'Date' });
  await date.click();
  await page.keyboard.press('ControlOrMeta+a');
  // On the way to its end this could be read: as the 29th of February 2020.
  await date.pressSequentially('29/2/2025');
  await dialog.getByRole('textbox', { name: 'Start' }).fill('09:00');
  await dialog.getByRole('textbox', { name: 'End' }).fill('10:30');
  await expect(dialog.getByText('Please enter a date')).toBeVisible();
  await dialog.getByRole('button', { name: 'Add entry' }).click();
  await expect(date).toBeFocused();
  await expect(date).toHaveValue('29/2/2025');
  await expect(dialog).toBeVisible();

  await page.keyboard.press('ControlOrMeta+a');
  await date.pressSequentially('28 Feb 2025');
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  const list = await page.evaluate(() => window.api.call('time.day', { date: '2025-02-28', clientId: null }));
  expect(list).toMatchObject({ ok: true, value: { entries: [{ clientName: 'Northwind Bakery' }] } });
});

test('time that is tracked already is said before it is saved again', async ({ page }) => {
  await addClients(page, 'Northwind Bakery');
  await page.getByRole('link', { name: /^All clients/ }).click();
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Time' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add time entry' });
  for (const [start, end] of [
    ['09:00', '10:30'],
    ['10:00', '11:00'],
  ] as const) {
    await page.getByRole('button', { name: 'Add entry' }).click();
    await dialog.getByRole('combobox', { name: 'Client' }).fill('North');
    await page.keyboard.press('Enter');
    await dialog.getByRole('textbox', { name: 'Date' }).fill('2025-02-28');
    await dialog.getByRole('textbox', { name: 'Start' }).fill(start);
    await dialog.getByRole('textbox', { name: 'End' }).fill(end);
    if (start === '10:00')
      await expect(dialog.getByText('30m of this is tracked already, for Northwind Bakery')).toBeVisible();
    await dialog.getByRole('button', { name: 'Add entry' }).click();
    await expect(dialog).toBeHidden();
  }
});

test('all that is wrong in a form is said at once, and the keyboard goes to the first of it', async ({
  page,
}) => {
  const { clientId } = await addClient(page, 'Northwind Bakery');
  await show(page, clientHref(clientId, 'money'), 'Northwind Bakery');
  await page.getByRole('button', { name: 'Add agreement' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add an agreement' });
  await dialog.getByText('Retainer', { exact: true }).click();
  const from = dialog.getByRole('textbox', { name: 'From', exact: true });
  await from.fill('32/13/2026');
  const save = dialog.getByRole('button', { name: 'Save' });
  await save.click();
  const fee = dialog.getByRole('textbox', { name: 'Fee per cycle' });
  await expect(fee).toBeFocused();
  for (const field of [fee, from, dialog.getByRole('textbox', { name: 'Hours per cycle' })])
    await expect(field).toHaveAccessibleDescription(/^Please enter/);
  await expect(dialog).toBeVisible();

  await fee.fill('500');
  await dialog.getByRole('textbox', { name: 'Hours per cycle' }).fill('20');
  await save.click();
  await expect(from).toBeFocused();
  await from.fill('2026-11-01');
  await from.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Add agreement' })).toBeFocused();
});
