import type { Page } from '@playwright/test';
import { overviewHref } from '#renderer/lib/addresses.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { launch } from '../e2e/support/app.ts';
import { callApp } from '../e2e/support/seed.ts';
import type { Figure } from './figures.ts';
import { watch } from './watch.ts';

const WEEKS = 7;
const CLIENTS = 60;
/** Cells of a client in a week, and how long each is, milliseconds. */
const CELLS = 3;
const LENGTH = 20 * 60_000;

/** Weeks of 60 clients, each opened for the first time, by the key that goes a week back. */
export async function measureWeek(profile: string): Promise<Figure[]> {
  const app = await launch({ profile });
  try {
    const { page } = app;
    const { date: today } = await callApp(page, 'time.totalsToday');
    const weeks = Array.from({ length: WEEKS }, (_, back) => addDays(today, -7 * (back + 1)));
    for (const date of weeks) await fill(page, date);
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, overviewHref('time'));
    await page.locator('[data-column="entries"]').waitFor();
    await page.keyboard.press('2');
    await page.locator('[data-line]').first().waitFor();
    const values: number[] = [];
    for (const date of weeks) {
      await page.waitForTimeout(500);
      const { rows } = await callApp(page, 'time.week', { date, clientId: null });
      if (rows.length < CLIENTS) throw new Error(`a week has ${rows.length} clients only`);
      const cells = await watch(page, { selector: '[data-line]', from: 'keydown' });
      await page.keyboard.press('[');
      values.push(await cells());
    }
    return [{ work: 'Week of 60 clients, to the last cell', unit: 'ms', values, budget: 100 }];
  } finally {
    await app.close();
  }
}

async function fill(page: Page, date: string): Promise<void> {
  const { dates, rows } = await callApp(page, 'time.week', { date, clientId: null });
  await Promise.all(
    rows.flatMap(({ clientId }, number) =>
      Array.from({ length: CELLS }, (_, cell) => {
        const day = dates[(number + 2 * cell) % 7] ?? date;
        return callApp(page, 'time.setCell', { clientId, date: day, length: LENGTH, remove: false });
      }),
    ),
  );
}
