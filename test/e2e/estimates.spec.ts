import type { Page } from '@playwright/test';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { addClient, callApp } from './support/seed.ts';

/** Three newsletters that took 30, 40 and 70 minutes. */
async function seedNewsletters(page: Page): Promise<string> {
  const { clientId } = await addClient(page, 'Northwind Bakery');
  for (const minutes of [30, 40, 70]) {
    const { id } = await callApp(page, 'tasks.add', { clientId, title: `Newsletter ${minutes}` });
    const cell = { clientId, taskId: id, date: '2025-11-20', length: minutes * 60_000, remove: false };
    await callApp(page, 'time.setCell', cell);
    await callApp(page, 'tasks.complete', { ids: [id] });
  }
  return clientId;
}

test('what similar tasks took is offered while a task is written, and taken over with one key', async ({
  page,
}) => {
  const clientId = await seedNewsletters(page);
  await addClient(page, 'Fjord & Co');
  const estimateOf = async (title: string) => {
    const hit = (await callApp(page, 'tasks.search', { text: title, limit: 5 }))[0];
    return hit ? (await callApp(page, 'tasks.get', { id: hit.id })).estimateMinutes : undefined;
  };
  await expect(page.getByRole('region', { name: 'Due' })).toBeVisible();
  await page.getByRole('button', { name: 'New task' }).click();
  const dialog = page.getByRole('dialog', { name: 'New task' });
  const offered = dialog.getByRole('button', { name: /^Similar took 40m, 80 % within 1h 10m/ });
  const title = dialog.getByRole('textbox', { name: 'New task' });
  const choose = async (client: string) => {
    await dialog.getByRole('combobox', { name: 'Client' }).fill(client);
    await page.getByRole('option', { name: client }).click();
  };
  await title.fill('Newsletter for the press');
  await choose('North');
  await expect(offered).toBeVisible();
  await expectAccessible(page);
  // Another client has no such tasks, and an estimate that was typed needs no other.
  await choose('Fjord');
  await expect(offered).toBeHidden();
  await choose('North');
  await expect(offered).toBeVisible();
  await title.fill('Newsletter for the press 25m');
  await expect(offered).toBeHidden();
  await title.fill('Newsletter for the press');
  await expect(offered).toBeVisible();
  await title.press('Control+u');
  const taken = dialog.getByRole('button', { name: '40m: leave it in the title' });
  await expect(taken).toBeVisible();
  await taken.click();
  await offered.click();
  await expect(taken).toBeVisible();
  await title.press('Enter');
  await expect(dialog).toBeHidden();
  expect(await estimateOf('Newsletter for the press')).toBe(40);

  await page.evaluate((id) => {
    window.location.hash = `#/client/${id}/board`;
  }, clientId);
  const field = page.getByRole('textbox', { name: 'New task in To do' });
  await field.fill('Newsletter for members');
  await expect(page.getByRole('button', { name: /^Similar took 40m/ })).toBeVisible();
  await field.press('Control+u');
  await field.press('Enter');
  await expect.poll(() => estimateOf('Newsletter for members')).toBe(40);
});

test('the panel of a task without an estimate offers the same', async ({ page }) => {
  const clientId = await seedNewsletters(page);
  const { id } = await callApp(page, 'tasks.add', { clientId, title: 'Newsletter February' });
  // Once the start has led where it leads.
  await expect(page.getByRole('region', { name: 'Due' })).toBeVisible();
  await page.evaluate(
    ([client, task]) => {
      window.location.hash = `#/client/${client}/board?task=${task}`;
    },
    [clientId, id],
  );
  const panel = page.getByRole('complementary', { name: 'Task Newsletter February' });
  await expect(panel).toContainText('3 similar tasks took 40m, 80 % within 1h 10m.');
  await panel.getByRole('button', { name: 'Use' }).focus();
  await page.keyboard.press('u');
  await expect(panel).not.toContainText('similar tasks');
  expect((await callApp(page, 'tasks.get', { id })).estimateMinutes).toBe(40);
});
