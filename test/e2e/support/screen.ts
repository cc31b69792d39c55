import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { appFolder, type RunningApp } from './app.ts';
import { expectAccessible } from './axe.ts';
import { pictures, theme } from './picture.ts';

export interface Shot {
  readonly name: string;
  readonly dark?: boolean;
  readonly size?: readonly [width: number, height: number];
}

/** Errors that the page wrote to its console or threw, since the last look. */
export function watchErrors(page: Page): () => string[] {
  const errors: string[] = [];
  page.on('console', (message) => {
    // axe looks into every frame; the sandbox of the invoice's preview refuses its script, as it should any.
    const refused = message.text().startsWith('Blocked script execution in');
    if (message.type() === 'error' && !refused) errors.push(message.text());
  });
  page.on('pageerror', (error) => errors.push(error.message));
  return () => errors.splice(0);
}

/** axe finds nothing serious on the screen as it stands, light and dark; before that its pictures, when wanted. */
export async function expectSound(app: RunningApp, ...shots: readonly Shot[]): Promise<void> {
  // A password that is shown hides again while axe looks, so pictures come first.
  if (pictures) for (const shot of shots) await picture(app.page, shot);
  await theme(app.page, 'light');
  await expectAccessible(app.page);
}

async function picture(page: Page, { name, dark = false, size: [width, height] = [1440, 900] }: Shot) {
  const scheme = dark ? 'dark' : 'light';
  await page.setViewportSize({ width, height });
  await theme(page, scheme);
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme);
  await page.mouse.move(0, 0);
  const path = join(appFolder, 'docs/screens', `${name}.png`);
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  await page.setViewportSize({ width: 1440, height: 900 });
}

/** Shows the screen at this address and waits for the title of the page. */
export async function show(page: Page, hash: string, title: string): Promise<void> {
  await page.evaluate((to) => {
    window.location.hash = to;
  }, hash);
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible();
}
