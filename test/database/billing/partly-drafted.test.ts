import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: 6000 });
});
afterEach(() => scene.store.close());

const work = (day: string) => scene.entry(clientId, { start: `2026-11-${day}T08:00:00Z`, seconds: 3600 });
const spend = (amount: number, currency = 'EUR') =>
  scene.billing.expenses.save({
    ...{ id: null, clientId, text: 'Courier', amount, currency, spentOn: '2026-11-05', receiptId: null },
    billable: true,
  });
const unbilled = () => {
  const { draftId, beside } = scene.billing.overview.unbilled(clientId) ?? {};
  return { draftId, beside };
};

it('tells what is on a draft from what is on none', () => {
  expect(unbilled()).toEqual({ draftId: null, beside: [] });
  work('02');
  spend(500);
  expect(unbilled()).toEqual({ draftId: null, beside: [] });
  const draftId = scene.draft(clientId);
  expect(unbilled()).toEqual({ draftId, beside: [] });
  work('03');
  spend(300, 'USD');
  const beside = [
    { amount: 6000, currency: 'EUR' },
    { amount: 300, currency: 'USD' },
  ];
  expect(unbilled()).toEqual({ draftId, beside });
  const other = scene.draft(clientId);
  expect(unbilled()).toEqual({ draftId, beside: beside.slice(1) });
  scene.billing.drafts.discard(draftId);
  expect(unbilled()).toEqual({ draftId: other, beside: [{ amount: 6500, currency: 'EUR' }, beside[1]] });
});

it('names a draft that holds none of it only where there is nothing else', () => {
  const draftId = scene.draft(clientId);
  scene.billing.lines.add({ invoiceId: draftId, text: 'Other', quantity: 1000, unit: 1000 });
  expect(unbilled()).toEqual({ draftId, beside: [] });
  work('02');
  expect(unbilled()).toEqual({ draftId: null, beside: [] });
});
