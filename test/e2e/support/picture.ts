import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { appFolder, type RunningApp } from './app.ts';

const run = promisify(execFile);

/** Whether pictures are wanted: they go into docs/screens. */
export const pictures = process.env.CLIENTELE_PICTURES === '1';

/** The first page of a PDF as a picture, when those are wanted. */
export async function pictureOfPage(pdf: string, name: string): Promise<void> {
  if (!pictures) return;
  const path = join(appFolder, 'docs/screens', name);
  await run('pdftoppm', ['-png', '-r', '110', '-singlefile', '-f', '1', pdf, path]);
}

/** Gives the window exactly this size of page, whatever the display is. */
export async function resize(app: RunningApp, width: number, height: number): Promise<void> {
  await app.electron.evaluate(
    ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w ?? 0, h ?? 0),
    [width, height],
  );
  await app.page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height]);
}

/** Shows the page in light or dark as the system would. */
export async function theme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: scheme });
}
