import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

const hour = 3600;
const period = (invoiceId: string) => {
  const { periodFrom, periodTo } = scene.billing.preview(invoiceId);
  const view = scene.billing.invoice(invoiceId);
  expect([view.periodFrom, view.periodTo]).toEqual([periodFrom, periodTo]);
  return [periodFrom, periodTo];
};

it('is from the first to the last day of the work, each in its own zone', () => {
  const clientId = scene.client();
  scene.entry(clientId, { start: '2026-10-25T08:00:00Z', seconds: hour });
  scene.entry(clientId, { start: '2026-11-11T20:00:00Z', seconds: hour, zone: 'Pacific/Auckland' });
  expect(period(scene.draft(clientId))).toEqual(['2026-10-25', '2026-11-12']);
});

it('is that of the cycle where its fee or its hours are billed, also ahead', () => {
  const clientId = scene.client({ rate: null });
  const { terms, ...retainer } = newAgreement.retainer(clientId);
  scene.billing.agreements.save({ ...retainer, validFrom: '2026-11-15', terms: { ...terms, cycleDay: 15 } });
  scene.entry(clientId, { start: '2026-11-18T08:00:00Z', seconds: hour });
  expect(period(scene.draft(clientId))).toEqual(['2026-11-15', '2026-12-14']);
});

it('is that of a day and of the invoice that a credit note corrects, and what was asked for without work', async () => {
  const clientId = scene.client({ rate: null });
  scene.billing.agreements.save(newAgreement.dayRate(clientId));
  scene.entry(clientId, { start: '2026-11-04T07:00:00Z', seconds: 5 * hour });
  const invoiceId = scene.draft(clientId);
  expect(period(invoiceId)).toEqual(['2026-11-04', '2026-11-04']);
  await scene.billing.issue(invoiceId);
  const lines = scene.billing.credits
    .creditable(invoiceId)
    .lines.map(({ id }) => ({ lineId: id, net: null }));
  expect(period(scene.billing.credits.create({ invoiceId, lines, givesBack: false }).invoiceId)).toEqual([
    '2026-11-04',
    '2026-11-04',
  ]);
  expect(period(scene.draft(scene.client({ name: 'Empty' })))).toEqual(['2026-01-01', '2026-12-31']);
});
