import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, launch, type RunningApp, test } from './support/app.ts';
import { expectSound } from './support/screen.ts';
import { callApp } from './support/seed.ts';

/** The system's dialog cannot be operated from here: it answers as if the person had chosen `file` in it. */
async function chooseInDialog(app: RunningApp, file: string): Promise<void> {
  await app.electron.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
  }, file);
}

test('a backup on a drive is restored at the first start on a new computer', async ({ profile }) => {
  const stick = join(profile, 'stick');
  await mkdir(stick);
  const old = await launch({ profile: join(profile, 'old') });
  await callApp(old.page, 'clients.add', { name: 'Brought along' });
  const { name } = await callApp(old.page, 'backup.create');
  await old.close();
  await rename(join(profile, 'old', 'backups', name), join(stick, name));
  await writeFile(join(stick, 'letter.db'), 'Dear all, this is no workspace.');

  const app = await launch({ profile: join(profile, 'new') });
  await app.page.getByRole('button', { name: 'Restore a backup' }).click();
  const choose = app.page.getByRole('button', { name: 'Choose a file…' });
  await chooseInDialog(app, join(stick, 'letter.db'));
  await choose.click();
  await expect(app.page.getByText('This file is no backup of Clientele.')).toBeVisible();

  await chooseInDialog(app, join(stick, name));
  await choose.click();
  const question = app.page.getByRole('dialog', { name: `Restore “${name}”?` });
  await expect(question).toContainText('Passwords are in no backup.');
  await expectSound(app);
  await question.getByRole('button', { name: 'Restore this file' }).click();
  await expect(app.page.getByRole('link', { name: /Brought along/ }).first()).toBeVisible();
  await app.close();
});
