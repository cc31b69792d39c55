import { clientHref, overviewHref } from '#renderer/lib/addresses.ts';
import { agreed } from './support/agreed.ts';
import { expect, test } from './support/app.ts';
import { expectAccessible } from './support/axe.ts';
import { showMoney } from './support/billing-screens.ts';
import { launchFaster } from './support/faster.ts';
import { addParties, home, november, record } from './support/month.ts';
import { readMail, watchOutside } from './support/outside.ts';
import { show } from './support/screen.ts';
import { callApp } from './support/seed.ts';

// Every figure here is worked out by hand, in the comments; the app's own rules are not asked.

/** Wednesday, 18 November 2026, noon in Tallinn. Its week has three working days left, of seven hours each. */
const wednesday = Date.UTC(2026, 10, 18, 10, 0);

test('what an hour brought, what is left to sell, and a retainer that is used up', async ({ profile }) => {
  const app = await launchFaster(profile, wednesday, 1, home);
  const { page } = app;
  const outside = await watchOutside(app.electron);
  const ids = await addParties(page);

  // EUR 60.00 an hour. October: 3 h, 180.00. November: 2 h 30 min and 4 h, 390.00, and 1 h 30 min as a present: over
  // 8 h that is 48.75 an hour. 10 hours a week are agreed, of which 4 are worked and 6 left; but of a task of 8 hours
  // that falls due on Friday 1 is worked, so 7 are booked.
  const byHour = { currency: 'EUR', rate: 60_00, validFrom: '2026-10-01' };
  await agreed(page, ids.hourly, { kind: 'hourly', ...byHour, terms: { kindRates: {} } });
  const weekly = { rounding: 'none', roundingMinutes: 15, roundingPer: 'entry', weeklyMinutes: 600 } as const;
  await callApp(page, 'timeTerms.save', { clientId: ids.hourly, ...weekly });
  const { id: newsletter } = await callApp(page, 'tasks.add', {
    clientId: ids.hourly,
    title: 'Newsletter',
    estimateMinutes: 480,
    due: { date: '2026-11-20', time: null, zone: null },
  });
  await record(page, ids.hourly, [
    { date: '2026-10-07', from: '09:00', to: '12:00' },
    ...november([3], '09:00', '11:30'),
    { date: '2026-11-16', from: '09:00', to: '10:00', taskId: newsletter },
    ...november([16], '10:00', '13:00'),
  ]);
  await callApp(page, 'time.add', {
    clientId: ids.hourly,
    start: { date: '2026-11-05', time: '09:00' },
    end: { date: '2026-11-05', time: '10:30' },
    zone: home,
    billable: false,
  });

  // EUR 600.00 for 20 hours of November; 18 of its 30 days have earned 360.00, over 8 h 45.00 an hour. 12 h are left for
  // its 9 working days to come, 3 of them this week: 4 h are booked.
  const cycle = { currency: 'EUR', rate: 600_00, validFrom: '2026-11-01' };
  await agreed(page, ids.retainer, {
    ...{ kind: 'retainer', ...cycle },
    terms: {
      seconds: 20 * 3600,
      cycleDay: 1,
      carryCap: 0,
      carryCycles: 0,
      overageRate: 50_00,
      fee: 'advance',
    },
  });
  await callApp(page, 'billing.saveParty', {
    ...(await callApp(page, 'billing.party', { clientId: ids.retainer })),
    email: 'backstube@sample.example',
  });
  await record(page, ids.retainer, [...november([4], '09:00', '14:00'), ...november([17], '09:00', '12:00')]);

  // EUR 85.00 for a task that took 2 h this morning: 42.50 an hour.
  await agreed(page, ids.perTask, {
    ...{ kind: 'per_task', currency: 'EUR', rate: 85_00, validFrom: '2026-11-01' },
    terms: {},
  });
  const { id: letter } = await callApp(page, 'tasks.add', { clientId: ids.perTask, title: 'Uudiskiri' });
  await record(page, ids.perTask, [{ date: '2026-11-18', from: '09:00', to: '11:00', taskId: letter }]);
  await callApp(page, 'tasks.complete', { ids: [letter] });

  // INR 4,000.00 a day, of 6 h: 666.67 an hour.
  await agreed(page, ids.perDay, {
    ...{ kind: 'day_rate', currency: 'INR', rate: 4_000_00, validFrom: '2026-11-01' },
    terms: { halfFrom: 30, fullFrom: 300, over: null },
  });
  await record(page, ids.perDay, november([10], '09:00', '15:00'));

  await show(page, `${overviewHref('money')}?tab=rates&period=2026-11`, 'All clients');
  const rates = page.getByRole('region', { name: 'Effective hourly rates' });
  const row = (name: RegExp) => expect(rates.getByRole('row', { name })).toBeVisible();
  await row(/Harbour Yoga.* Hourly 8h €390\.00 €48\.75$/);
  await row(/Bäckerei Nordwind.* Retainer 8h €360\.00 €45\.00$/);
  await row(/Tern Architects.* Per task 2h €85\.00 €42\.50$/);
  await row(/Studio Lumen.* Day rate 6h ₹4,000\.00 ₹666\.67$/);
  // 835.00 over 18 h.
  await row(/^Total in EUR 18h €835\.00 €46\.39$/);
  await rates.getByRole('button', { name: 'What is behind Harbour Yoga in Euro' }).click();
  await row(/^By the hour 6h 30m €390\.00$/);
  await row(/^Not billable 1h 30m –$/);
  await expectAccessible(page);
  await page.getByRole('radio', { name: 'Year', exact: true }).check({ force: true });
  // With October 570.00 over 11 h, and 1,015.00 over 21 h.
  await row(/Harbour Yoga.* Hourly 11h €570\.00 €51\.82$/);
  await row(/^Total in EUR 21h €1,015\.00 €48\.33$/);

  // 35 h; 3 × 7 h to come less the 2 h of this morning; 7 h and 4 h booked.
  const week = page.getByRole('region', { name: 'Left to sell this week' });
  const tile = (label: string, shown: string) =>
    expect(week.locator('dl > div').filter({ hasText: label }).locator('dd')).toContainText(shown);
  await tile('Working hours', '35h');
  await tile('Tracked so far', '9h');
  await tile('Working time to come', '19h');
  await tile('Booked', '11h');
  await tile('Left to sell', '8h');
  await expect(week.getByRole('row', { name: /Harbour Yoga 4h 6h 7h 7h$/ })).toBeVisible();
  await expect(week.getByRole('row', { name: /Bäckerei Nordwind 3h 4h – 4h$/ })).toBeVisible();
  await expect(week.getByRole('row', { name: /Tern Architects 2h – – –$/ })).toBeVisible();
  // Ten hours more than there are.
  await callApp(page, 'tasks.add', {
    ...{ clientId: ids.perDay, title: 'Catalogue', estimateMinutes: 18 * 60 },
    due: { date: '2026-11-22', time: null, zone: null },
  });
  await tile('Booked too much', '10h');

  // 14 of 20 hours are 70 %; 22 are 110 %.
  await showMoney(page, ids.retainer, 'Bäckerei Nordwind');
  const ledger = page.getByRole('region', { name: 'Bäckerei Nordwind' });
  await expect(ledger.getByRole('row', { name: /^Nov 20h 8h 12h$/ })).toBeVisible();
  await expect(ledger.getByText('of the hours are used')).toHaveCount(0);
  await record(page, ids.retainer, november([12], '09:00', '15:00'));
  await expect(ledger.getByText('70% of the hours are used')).toBeVisible();
  await ledger.getByRole('button', { name: 'Write to the client…' }).click();
  await record(page, ids.retainer, november([13], '09:00', '17:00'));
  await expect(ledger.getByText('110% of the hours are used')).toBeVisible();
  await expect(ledger.getByRole('row', { name: /^Nov 20h 22h 2h over$/ })).toBeVisible();
  await ledger.getByRole('button', { name: 'Write to the client…' }).click();
  await expect.poll(async () => (await outside.addresses()).length).toBe(2);
  const [some, all] = (await outside.addresses()).map(readMail);
  expect(some).toMatchObject({
    to: 'backstube@sample.example',
    subject: 'Ihre Stunden 1.–30. November 2026',
  });
  expect(some?.body).toContain(
    'von Ihren 20 h für 1.–30. November 2026 sind 14 h genutzt; 6 h sind noch frei.',
  );
  expect(all?.body).toContain(
    'Ihre 20 h für 1.–30. November 2026 sind genutzt; bisher wurden 22 h gearbeitet.',
  );
  expect(all?.body).toMatch(/Sample Assistant$/);

  await show(page, clientHref(ids.retainer, 'board'), 'Bäckerei Nordwind');
  await app.close();
});
