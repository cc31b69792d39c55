import type { Page } from '@playwright/test';
import type { RunningApp } from './app.ts';

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
