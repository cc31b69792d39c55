import { expect, type Locator, type Page } from '@playwright/test';

/** Presses a key that may be pressed again without harm, until what it shows is there: a screen that has just come may not hear it yet. */
export async function pressUntil(page: Page, key: string, shown: Locator): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(key);
    await expect(shown).toBeVisible({ timeout: 2_000 });
  }).toPass();
}
