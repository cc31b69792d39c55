import { expect, launch, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { takeOver } from './support/computer.ts';
import { zoneAtNoon } from './support/sample.ts';
import { addClient, callApp } from './support/seed.ts';

test('a timer forgotten over night is stopped where the gap began, by one key, and that is taken back', async ({
  profile,
}) => {
  const app = await launch({ profile, env: { TZ: zoneAtNoon() } });
  const { page } = app;
  const { clientId } = await addClient(page, 'Northwind Bakery');
  const computer = await takeOver(app.electron);
  await callApp(page, 'time.start', { clientId, note: 'Inbox' });
  await computer.work(20);
  await computer.sleep(18 * 60);

  const night = page.getByRole('dialog', { name: 'Where did 18h go?' });
  await expect(night).toBeFocused();
  await expect(night.getByRole('radio', { name: /^Discard and stop/ })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press('d');
  await expect(night.getByRole('button', { name: 'Discard 18h' })).toBeVisible();
  await page.keyboard.press('t');
  await expect(night.getByRole('button', { name: 'Discard and stop' })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(night).toBeHidden();
  await expect(page.getByTitle('Discarded 18h, timer stopped')).toBeVisible();
  expect(await callApp(page, 'time.running')).toBeNull();
  const { rows } = await callApp(page, 'time.list', { filter: { clientId: null }, offset: 0, limit: 10 });
  expect(rows.map(({ startedAt, endedAt }) => Math.floor(((endedAt ?? 0) - startedAt) / 60_000))).toEqual([
    20,
  ]);

  await page.keyboard.press('Control+z');
  await expect(page.getByRole('button', { name: '18h to review', exact: true })).toBeVisible();
  expect(await callApp(page, 'time.running')).toMatchObject({ note: 'Inbox' });

  await callApp(page, 'settings.change', { language: 'de' });
  await page.getByRole('button', { name: '18h zu klären', exact: true }).click();
  const nacht = page.getByRole('dialog', { name: /geblieben/ });
  await expect(nacht.getByRole('radio', { name: /^Verwerfen und stoppen/ })).toBeChecked();
  await nacht.getByRole('button', { name: 'Verwerfen und stoppen' }).click();
  await expect(nacht).toBeHidden();
  expect(await callApp(page, 'time.running')).toBeNull();
  await app.close();
});
