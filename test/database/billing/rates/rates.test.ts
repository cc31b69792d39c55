import fc from 'fast-check';
import { expect, it } from 'vitest';
import { roundings } from '#shared/domain/billed-rounding.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

const hour = 3600;
const november = { from: '2026-11-01', to: '2026-11-30' };

it('shows each kind of agreement with what it is made of', () => {
  const scene = openBillingScene();
  const { agreements } = scene.billing;
  const hourly = scene.client({ name: 'Hourly', rate: 4000 });
  scene.entry(hourly, { start: '2026-11-03T08:00:00Z', seconds: 3 * hour });
  scene.entry(hourly, { start: '2026-11-03T12:00:00Z', seconds: hour, billable: 0 });
  const daily = scene.client({ name: 'Daily', rate: null });
  agreements.save(newAgreement.dayRate(daily));
  scene.entry(daily, { start: '2026-11-04T07:00:00Z', seconds: 5 * hour });
  scene.entry(daily, { start: '2026-11-05T07:00:00Z', seconds: hour });
  const tasked = scene.client({ name: 'Tasked', rate: null });
  agreements.save(newAgreement.perTask(tasked));
  const task = scene.task(tasked, 'Newsletter');
  scene.entry(tasked, { start: '2026-11-06T07:00:00Z', seconds: hour, taskId: task });
  scene.store.sql
    .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
    .run(Date.parse('2026-11-06T10:00:00Z'), task);
  const retained = scene.client({ name: 'Retained', rate: null });
  agreements.save({ ...newAgreement.retainer(retained), validFrom: '2026-11-01' });
  scene.entry(retained, { start: '2026-11-09T07:00:00Z', seconds: 21 * hour });

  const { clients, totals } = scene.billing.rates({ clientId: null, ...november });
  const said = clients.map(({ clientName, kinds, earned }) => [
    clientName,
    kinds.join(),
    ...earned.map(({ amount, seconds, rate }) => [amount, seconds / hour, rate]),
  ]);
  // 25 of 30 days of the fee of 760.00, and one hour beyond at 40.00.
  expect(said).toEqual([
    ['Daily', 'day_rate', [42_000, 6, 7000]],
    ['Hourly', 'hourly', [12_000, 4, 3000]],
    ['Retained', 'retainer', [67_333, 21, 3206]],
    ['Tasked', 'per_task', [2200, 1, 2200]],
  ]);
  expect(totals).toEqual([
    expect.objectContaining({ currency: 'EUR', amount: 123_533, seconds: 32 * hour, rate: 3860 }),
  ]);
  expect(clients[2]?.earned[0]?.parts).toEqual([
    { by: 'fees', amount: 63_333, seconds: 21 * hour },
    { by: 'over', amount: 4000, seconds: 0 },
  ]);
  scene.store.close();
});

it('counts work that is written off as time, and a price that was written down as it was', () => {
  const scene = openBillingScene();
  const clientId = scene.client({ rate: 4000 });
  const given = scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: hour });
  scene.entry(clientId, { start: '2026-11-04T08:00:00Z', seconds: hour });
  const { writeOffs, agreements } = scene.billing;
  writeOffs.add({ clientId, entryIds: [given], taskIds: [], fees: [], reason: '' });
  const termsId = agreements.of(clientId)[0]?.versions[0]?.id ?? '';
  scene.rate(clientId, { validFrom: '2026-01-01', rate: 9000, termsId });
  const [earned] = scene.billing.rates({ clientId, ...november }).clients[0]?.earned ?? [];
  expect(earned).toMatchObject({ amount: 4000, seconds: 2 * hour, rate: 2000, writtenOff: hour });
  scene.store.close();
});

it('counts work on the day of its own zone', () => {
  const scene = openBillingScene();
  const clientId = scene.client({ rate: 4000 });
  // Already the first of December in Auckland, still November in Honolulu.
  scene.entry(clientId, { start: '2026-11-30T20:00:00Z', seconds: hour, zone: 'Pacific/Auckland' });
  scene.entry(clientId, { start: '2026-12-01T02:00:00Z', seconds: hour, zone: 'Pacific/Honolulu' });
  const seconds = (query: { from: string; to: string }) =>
    scene.billing.rates({ clientId, ...query }).totals[0]?.seconds;
  expect(seconds(november)).toBe(hour);
  expect(seconds({ from: '2026-12-01', to: '2026-12-31' })).toBe(hour);
  scene.store.close();
});

it('comes to what one line of each rate would bill, whatever the rounding and however the terms changed', () => {
  const piece = fc.record({
    day: fc.integer({ min: 1, max: 28 }),
    at: fc.nat(23),
    seconds: fc.integer({ min: 1, max: 9000 }),
  });
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 12 }),
      fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 })),
      fc.integer({ min: 1, max: 28 }),
      fc.record({
        rounding: fc.constantFrom(...roundings),
        minutes: fc.integer({ min: 1, max: 60 }),
        per: fc.constantFrom('entry', 'day' as const),
      }),
      (pieces, [before, after], day, terms) => {
        const scene = openBillingScene();
        const clientId = scene.client({ rate: before });
        scene.rate(clientId, { validFrom: `2026-11-${String(day).padStart(2, '0')}`, rate: after });
        scene.round(clientId, terms);
        for (const { day: on, at, seconds } of pieces) {
          const start = `2026-11-${String(on).padStart(2, '0')}T${String(at).padStart(2, '0')}:00:00Z`;
          scene.entry(clientId, { start, seconds });
        }
        const [earned] = scene.billing.rates({ clientId, ...november }).totals;
        const { totals, rawSeconds } = scene.billing.invoice(scene.draft(clientId, 'one'));
        expect([earned?.amount, earned?.seconds]).toEqual([totals.net, rawSeconds]);
        scene.store.close();
      },
    ),
    { numRuns: runs(20) },
  );
});
