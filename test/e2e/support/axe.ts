import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

const rulesOfColour = ['color-contrast', 'link-in-text-block'];

/**
 * Colours cross-fade when the scheme changes; axe must see where they end. What moves on for long by itself, such as a
 * countdown, is not waited for.
 */
async function settled(page: Page): Promise<void> {
  await page.evaluate(() => {
    const short = document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0) <= 1_000);
    return Promise.allSettled(short.map((animation) => animation.finished));
  });
}

/** Fails when axe finds anything serious in the page as it stands; looks in light and in dark. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', colorScheme);
    await settled(page);
    // The app has one window and no way to open another, which axe's newer way would need.
    const axe = new AxeBuilder({ page }).setLegacyMode(true);
    // In the dark, only colours are others.
    const { violations } = await (colorScheme === 'dark' ? axe.withRules(rulesOfColour) : axe).analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    const found = serious.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
    expect(found, colorScheme).toEqual([]);
  }
  await page.emulateMedia({ colorScheme: 'light' });
}
