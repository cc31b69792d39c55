import { overviewHref } from '#renderer/lib/addresses.ts';
import { expect, test } from './support/app.ts';
import { takeOver } from './support/computer.ts';
import { launchSample } from './support/sample.ts';
import { expectSound, show, watchErrors } from './support/screen.ts';
import { callApp } from './support/seed.ts';

test('the timer bar holds a round of focus in any size, text and language', async ({ profile }) => {
  const app = await launchSample(profile);
  const { page } = app;
  const errors = watchErrors(page);
  await show(page, overviewHref('today'), 'All clients');
  const computer = await takeOver(app.electron);
  const bar = page.locator('[data-timer-bar] > div');
  const whole = async () => {
    for (const [width, height] of [
      [1024, 700],
      [720, 450],
      [512, 350],
      [1440, 900],
    ] as const) {
      await page.setViewportSize({ width, height });
      await expect
        .poll(() => bar.evaluate((row) => row.scrollWidth - row.clientWidth), { message: `${width}` })
        .toBe(0);
    }
  };
  const inBoth = async (german: RegExp, english: RegExp) => {
    for (const [language, word] of [
      ['de', german],
      ['en', english],
    ] as const) {
      await callApp(page, 'settings.change', { language });
      await expect(bar.getByRole('button', { name: word })).toBeVisible();
      await whole();
    }
  };
  await inBoth(/^Fokus$/, /^Focus$/);
  await bar.getByRole('button', { name: 'Focus', exact: true }).click();
  await inBoth(/^Runde anhalten$/, /^Pause the round$/);
  await computer.work(10);
  await page.evaluate(() => {
    const real = Date.now.bind(Date);
    Date.now = () => real() + 600_000;
  });
  await expect(bar.getByRole('timer', { name: 'Left of the focus round' })).toHaveText(/^1[45]:\d\d$/);
  await expectSound(app, { name: 'focus' });
  await computer.work(16);
  await inBoth(/^Pause beginnen, 5m$/, /^Start break, 5m$/);
  await expectSound(app, { name: 'focus-done-1024', size: [1024, 700] });
  await bar.getByRole('button', { name: /^Start break/ }).click();
  await inBoth(/^Weiterarbeiten$/, /^Resume work$/);
  expect(errors()).toEqual([]);
  await app.close();
});
