import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { ended, privateBus } from '#test/support/keyring.ts';
import { expect, launch, type RunningApp, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { addClient, ask } from './support/clients.ts';
import { filesWith, processesWith } from './support/leaks.ts';

const secret = 'Zanzibar-5e71f0-"Lärche"-\\7';

async function openList(page: Page, clientId: string): Promise<void> {
  // The first view may still be choosing where to go.
  await expect(async () => {
    await page.evaluate((id) => {
      window.location.hash = `#/client/${id}/credentials`;
    }, clientId);
    await expect(page.getByRole('button', { name: 'Add credential' }).first()).toBeVisible({
      timeout: 1_000,
    });
  }).toPass();
}

async function addEntry(page: Page, label: string, value: string): Promise<void> {
  await page.getByRole('button', { name: 'Add credential' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Label').fill(label);
  await dialog.getByLabel('User name').fill('orders@northwind.example');
  await dialog.getByLabel(/^Password/).fill(value);
  await dialog.getByRole('button', { name: 'Add credential' }).click();
  await expect(dialog).toBeHidden();
}

const clipboard = (app: RunningApp) => app.electron.evaluate(({ clipboard: board }) => board.readText());

test('a password is kept, shown, copied, changed and forgotten', async ({ app, page }) => {
  const clientId = await addClient(page, 'Northwind Bakery');
  await openList(page, clientId);
  await expect(page.getByText('No credentials for this client yet')).toBeVisible();
  await addEntry(page, 'Online shop admin', secret);

  await expect(page.getByRole('heading', { name: 'The passwords are locked' })).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByText('Keychain unlocked')).toBeVisible();

  await page.getByRole('button', { name: 'Show the password of Online shop admin', exact: true }).click();
  await expect(page.getByText(secret)).toBeVisible();
  await page.keyboard.press('c');
  await expect.poll(() => clipboard(app)).toBe(secret);
  await page.keyboard.press('Escape');
  await expect(page.getByText(secret)).toBeHidden();
  expect(await page.content()).not.toContain('Zanzibar');

  await page.getByRole('button', { name: 'More for Online shop admin' }).click();
  await page.getByRole('menuitem', { name: 'Change password' }).click();
  await page.getByRole('dialog').getByLabel('New password').fill('second-99');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('row', { name: /Online shop admin/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('second-99')).toBeVisible();
  await page.keyboard.press('l');
  await expect(page.getByText('second-99')).toBeHidden();
  await expect(page.getByRole('heading', { name: 'The passwords are locked' })).toBeVisible();

  await page.getByRole('row', { name: /Online shop admin/ }).focus();
  await page.keyboard.press('Delete');
  await page.getByRole('button', { name: 'Delete credential' }).click();
  await expect(page.getByText('No credentials for this client yet')).toBeVisible();
});

test('bad input is told beside its field and nothing typed is lost', async ({ page }) => {
  const clientId = await addClient(page, 'Northwind Bakery');
  await openList(page, clientId);
  await page.getByRole('button', { name: 'Add credential' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Address').fill('javascript:alert(1)');
  await dialog.getByLabel(/^Password/).fill('ü'.repeat(1_251));
  await page.keyboard.press('Enter');
  await expect(dialog.getByText('Please fill this in.')).toBeVisible();
  await expect(dialog.getByText('Please enter a web or mail address')).toBeVisible();
  await expect(dialog.getByText('The limit is 2,500 bytes.')).toBeVisible();
  await expect(dialog.getByLabel('Address')).toHaveValue('javascript:alert(1)');
});

test('a secret leaves no trace outside the keychain', async ({ profile }) => {
  const first = await launch({ profile });
  const clientId = await addClient(first.page, 'Northwind Bakery');
  await openList(first.page, clientId);
  await addEntry(first.page, 'Online shop admin', secret);
  await first.page.keyboard.press('l');
  await first.page
    .getByRole('button', { name: 'Show the password of Online shop admin', exact: true })
    .click();
  await expect(first.page.getByText(secret)).toBeVisible();
  await first.page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect.poll(() => clipboard(first)).toBe(secret);
  await ask(first.page, 'vault.reveal', { id: 'not an id' }).catch(() => {});
  await ask(first.page, 'vault.add', { clientId, secret }).catch(() => {});
  if (process.platform === 'linux') expect(processesWith(secret)).toEqual([]);
  const output = first.output;
  await first.close();
  expect(output()).not.toContain('Zanzibar');
  expect(filesWith(profile, secret)).toEqual([]);

  const second = await launch({ profile });
  await openList(second.page, clientId);
  await second.page.keyboard.press('l');
  await second.page
    .getByRole('button', { name: 'Show the password of Online shop admin', exact: true })
    .click();
  await expect(second.page.getByText(secret)).toBeVisible();
  await second.close();
  expect(filesWith(profile, secret)).toEqual([]);
});

test('the search for traces finds what is there', ({ profile }) => {
  const plant = (name: string, content: string | Buffer) => writeFileSync(join(profile, name), content);
  plant('plain.log', `2026 info {"x":${JSON.stringify(secret)}}`);
  plant('utf16', Buffer.from(`xx${secret}yy`, 'utf16le'));
  plant('base64', Buffer.from(`a${secret}b`).toString('base64'));
  plant('innocent', 'nothing here');
  expect(
    filesWith(profile, secret)
      .map((file) => file.slice(profile.length + 1))
      .sort(),
  ).toEqual(['base64', 'plain.log', 'utf16']);
  if (process.platform !== 'linux') return;
  const carrier = spawn(process.execPath, ['-e', 'process.stdin.resume()', secret]);
  try {
    expect(processesWith(secret)).toEqual([`/proc/${carrier.pid}/cmdline`]);
  } finally {
    carrier.kill();
  }
});

test('without a keychain the list is readable, nothing is stored and quitting works', async ({ profile }) => {
  test.skip(process.platform !== 'linux', 'only here can the keychain be taken away');
  const first = await launch({ profile });
  const clientId = await addClient(first.page, 'Northwind Bakery');
  await openList(first.page, clientId);
  await addEntry(first.page, 'Online shop admin', secret);
  await first.close();

  const second = await launch({ profile, env: { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' } });
  await openList(second.page, clientId);
  await expect(second.page.getByRole('row', { name: /Online shop admin/ })).toBeVisible();
  await second.page.keyboard.press('l');
  await expect(second.page.getByText('The system keychain cannot be used right now')).toBeVisible();
  await second.page.getByRole('button', { name: 'Add credential' }).first().click();
  const dialog = second.page.getByRole('dialog');
  await dialog.getByLabel('Label').fill('Second');
  await dialog.getByLabel(/^Password/).fill('other');
  await second.page.keyboard.press('Enter');
  await expect(dialog.getByText('Nothing was stored')).toBeVisible();
  await expect(dialog.getByLabel('Label')).toHaveValue('Second');
  await second.close();
});

test('a prompt that nobody answers keeps neither the window nor the app', async ({ profile }) => {
  test.skip(process.platform !== 'linux', 'needs a keyring of its own');
  const bus = await privateBus(process.env.DISPLAY);
  try {
    const keyring = await bus.startKeyring('pw');
    const first = await launch({ profile, env: bus.env });
    const clientId = await addClient(first.page, 'Northwind Bakery');
    await openList(first.page, clientId);
    await addEntry(first.page, 'Online shop admin', secret);
    await first.close();
    await ended(keyring);

    await bus.startKeyring(null);
    const second = await launch({ profile, env: bus.env });
    await openList(second.page, clientId);
    await second.page.keyboard.press('l');
    await expect(second.page.getByRole('button', { name: 'Asking the system…' })).toBeVisible();
    await second.page.getByRole('button', { name: 'Add credential' }).first().click();
    await expect(second.page.getByRole('dialog')).toBeVisible();
    const gone = new Promise((done) => second.electron.process().once('exit', done));
    await second.close();
    await gone;
  } finally {
    await bus.close();
  }
});

test('axe finds nothing serious, light and dark, while a password is shown too', async ({ page }) => {
  const clientId = await addClient(page, 'Northwind Bakery');
  await openList(page, clientId);
  await addEntry(page, 'Online shop admin', secret);
  await expectAccessible(page);
  await page.keyboard.press('l');
  await page.getByRole('button', { name: 'Show the password of Online shop admin', exact: true }).click();
  await expect(page.getByText(secret)).toBeVisible();
  await expectAccessible(page);
});
