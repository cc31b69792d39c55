import type { Page } from '@playwright/test';
import { overviewHref } from '#renderer/lib/addresses.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { launch } from '../e2e/support/app.ts';
import { callApp } from '../e2e/support/seed.ts';
import type { Figure } from './figures.ts';
import { watch } from './watch.ts';

const DAYS = 7;
const ENTRIES = 500;
/** Minutes of the first day between which they lie, one after the other; each further day begins a little later. */
const FROM = 6 * 60;
const TO = 22 * 60;
const LATER = 11;

/** Days of 500 entries, each opened for the first time, by the key that goes a day back. */
export async function measureDay(profile: string): Promise<Figure[]> {
  const app = await launch({ profile });
  try {
    const { page } = app;
    const { date: today, zone } = await callApp(page, 'time.totalsToday');
    const days = Array.from({ length: DAYS }, (_, back) => addDays(today, -1 - back));
    await fill(page, days, zone);
    await page.evaluate((hash) => {
      window.location.hash = hash;
    }, overviewHref('time'));
    await page.locator('[data-column="entries"]').waitFor();
    const values: number[] = [];
    for (const day of days) {
      await page.waitForTimeout(500);
      const shown = await callApp(page, 'time.day', { date: day, clientId: null });
      if (shown.entries.length < ENTRIES) throw new Error(`a day has ${shown.entries.length} entries only`);
      const blocks = await watch(page, {
        selector: '[data-entry]',
        attribute: 'data-entry',
        from: 'keydown',
      });
      await page.keyboard.press('[');
      values.push(await blocks());
    }
    return [{ work: 'Day of 500 entries, to the last visible block', unit: 'ms', values, budget: 100 }];
  } finally {
    await app.close();
  }
}

async function fill(page: Page, days: readonly string[], zone: string): Promise<void> {
  const clients = await callApp(page, 'clients.list');
  const minute = (number: number, day: number) =>
    Math.floor(FROM + LATER * day + ((TO - FROM) * number) / ENTRIES);
  const clock = (at: number) =>
    [Math.floor(at / 60), at % 60].map((part) => String(part).padStart(2, '0')).join(':');
  for (const [day, date] of days.entries())
    await Promise.all(
      Array.from({ length: ENTRIES }, (_, number) =>
        callApp(page, 'time.add', {
          clientId: clients[(number + day) % clients.length]?.id ?? '',
          zone,
          note: `Letter ${number + 1} of day ${day + 1}`,
          start: { date, time: clock(minute(number, day)) },
          end: { date, time: clock(minute(number + 1, day)) },
        }),
      ),
    );
}
