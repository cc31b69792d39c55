import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BillingScene, openBillingScene, ownProfile } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let invoiceId: string;

const tax = (rate: number) => ({ category: 'standard', rate }) as const;
const lines = () =>
  scene.billing.invoice(invoiceId).lines.map(({ kind, net, tax: own }) => [kind, net, own.rate]);
const idOf = (index: number) => scene.billing.invoice(invoiceId).lines[index]?.id ?? '';
const change = (index: number, rate: number) =>
  scene.billing.lines.change({ lineId: idOf(index), tax: tax(rate) });

beforeEach(() => {
  scene = openBillingScene();
  scene.billing.parties.saveProfile({ ...ownProfile, tax: tax(24_000) });
  clientId = scene.client({ rate: 6000 });
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
  invoiceId = scene.draft(clientId);
  scene.billing.lines.add({ invoiceId, text: 'A book', quantity: 1000, unit: 1999, tax: tax(9000) });
});
afterEach(() => scene.store.close());

it('is that of one line, adds up by rate, and is issued and credited so', async () => {
  expect(lines()).toEqual([
    ['time', 6000, 24_000],
    ['free', 1999, 9000],
  ]);
  const taxes = [
    { ...tax(24_000), net: 6000, tax: 1440 },
    { ...tax(9000), net: 1999, tax: 180 },
  ];
  expect(scene.billing.invoice(invoiceId).totals.taxes).toEqual(taxes);
  await scene.billing.issue(invoiceId);
  const all = scene.billing.credits.creditable(invoiceId).lines.map(({ id }) => ({ lineId: id, net: null }));
  const credit = scene.billing.credits.create({ invoiceId, lines: all, givesBack: false }).invoiceId;
  expect(scene.billing.invoice(credit).totals.taxes).toEqual(taxes);
  expect(() => scene.billing.lines.change({ lineId: idOf(0), tax: tax(9000) })).toThrow('invoice.issued');
});

it('stays when the invoice is taxed otherwise, and when its hours are gathered otherwise', () => {
  change(0, 9000);
  scene.billing.drafts.change({ invoiceId, grouping: 'day' });
  scene.billing.drafts.change({ invoiceId, tax: tax(22_000) });
  expect(lines()).toEqual([
    ['time', 6000, 9000],
    ['free', 1999, 9000],
  ]);
  scene.store.undo();
  scene.store.undo();
  scene.store.undo();
  scene.billing.drafts.change({ invoiceId, tax: tax(22_000) });
  expect(lines().map(([, , rate]) => rate)).toEqual([22_000, 9000]);
});

it('takes discounts in percent along', () => {
  scene.billing.expenses.addDiscount({ invoiceId, text: 'For long', percent: 10_000, amount: null });
  expect(lines().slice(2)).toEqual([
    ['discount', -600, 24_000],
    ['discount', -200, 9000],
  ]);
  change(1, 24_000);
  expect(lines().slice(2)).toEqual([['discount', -800, 24_000]]);
  change(1, 5000);
  expect(lines().slice(2)).toEqual(
    expect.arrayContaining([
      ['discount', -600, 24_000],
      ['discount', -200, 5000],
    ]),
  );
  scene.billing.lines.add({ invoiceId, text: 'Other', quantity: 1000, unit: 1000, tax: tax(13_000) });
  expect(lines().filter(([kind]) => kind === 'discount')).toHaveLength(3);
  expect(() => change(2, 5000)).toThrow(
    expect.objectContaining({ details: { fields: { 'tax.category': 'invoice.discountTax' } } }),
  );
});
