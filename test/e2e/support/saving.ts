import { readFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import { expect } from './app.ts';

/** The save dialog cannot be clicked by a test; it answers with this path instead. */
export async function saveTo(electron: ElectronApplication, path: string): Promise<void> {
  await electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, path);
}

/** Presses what saves a file and waits until it is there, which it is whole or not at all. */
export async function saveBy(
  { electron, page }: { readonly electron: ElectronApplication; readonly page: Page },
  button: string,
  path: string,
): Promise<Buffer> {
  await saveTo(electron, path);
  await page.getByRole('button', { name: button }).click();
  await expect.poll(() => readFile(path).then(Boolean, () => false), { timeout: 20_000 }).toBe(true);
  return readFile(path);
}
