import { afterEach, beforeEach, expect, it } from 'vitest';
import { agreedCurrency } from '#shared/domain/agreement-match.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
});
afterEach(() => scene.store.close());

it('is that of an invoice without work, as it is agreed now, or the client’s own', () => {
  const currency = () => scene.billing.invoice(scene.draft(clientId)).currency;
  expect(currency()).toBe('EUR');
  scene.rate(clientId, { validFrom: '2026-01-01', currency: 'GBP', rate: 4000 });
  expect(currency()).toBe('GBP');
  scene.rate(clientId, { validFrom: '2026-11-01', currency: 'USD', rate: 5000 });
  scene.rate(clientId, { validFrom: '2026-12-01', currency: 'NOK', rate: 5000 });
  expect(currency()).toBe('USD');
});

it('is that for all work before that for some', () => {
  const { agreements } = scene.billing;
  const day = '2026-11-25';
  const kind = scene.store.sql.prepare('SELECT id FROM work_kinds LIMIT 1').pluck().get() as string;
  expect(agreedCurrency(agreements.of(clientId), day)).toBeNull();
  agreements.save({ ...newAgreement.hourly(clientId), currency: 'GBP', workKinds: [kind] });
  expect(agreedCurrency(agreements.of(clientId), day)).toBe('GBP');
  const { agreementId } = agreements.save({ ...newAgreement.hourly(clientId), currency: 'USD' });
  expect(agreedCurrency(agreements.of(clientId), day)).toBe('USD');
  agreements.end({ agreementId, endedOn: '2026-11-24' });
  expect(agreedCurrency(agreements.of(clientId), day)).toBe('GBP');
});

it('is, where nothing holds, that of the terms before, or of the first to come', () => {
  const { agreements } = scene.billing;
  const { agreementId } = agreements.save({ ...newAgreement.hourly(clientId), currency: 'USD' });
  agreements.end({ agreementId, endedOn: '2026-06-30' });
  const next = { ...newAgreement.hourly(clientId), currency: 'GBP', validFrom: '2026-12-01' };
  agreements.save(next);
  const on = (day: string) => agreedCurrency(agreements.of(clientId), day);
  expect(['2025-01-01', '2026-06-30', '2026-09-01', '2026-12-01'].map(on)).toEqual([
    ...['USD', 'USD', 'USD', 'GBP'],
  ]);
});

it('is that of time without a price among what was earned', () => {
  scene.rate(clientId, { validFrom: '2026-11-01', currency: 'USD', rate: 5000 });
  scene.entry(clientId, { start: '2026-10-20T08:00:00Z', seconds: 3600 });
  scene.entry(clientId, { start: '2026-11-20T08:00:00Z', seconds: 3600 });
  const { totals } = scene.billing.rates({ clientId, from: '2026-10-01', to: '2026-11-30' });
  expect(totals).toMatchObject([{ currency: 'USD', seconds: 7200, amount: 5000, unpriced: 3600 }]);
});

it('stays that of a task’s price when the price is changed after another currency was agreed', () => {
  scene.rate(clientId, { validFrom: '2026-01-01', currency: 'USD', rate: 5000 });
  const taskId = scene.task(clientId, 'Newsletter');
  scene.billing.taskPrices.set(taskId, 10_000);
  scene.rate(clientId, { validFrom: '2026-11-01', currency: 'GBP', rate: 5000 });
  scene.billing.taskPrices.set(taskId, 12_000);
  expect(scene.billing.taskPrices.view(taskId)).toMatchObject({ price: 12_000, currency: 'USD' });
});

it('names on a draft what was spent in another currency and is not on it', () => {
  const spend = (currency: string, amount: number, spentOn = '2026-11-02', billable = true) =>
    scene.billing.expenses.save({
      ...{ id: null, clientId, text: 'Courier', amount, currency, spentOn, billable, receiptId: null },
    });
  spend('EUR', 100);
  spend('USD', 200);
  spend('USD', 300);
  spend('GBP', 400);
  spend('GBP', 500, '2026-11-02', false);
  expect(scene.billing.periodWork(clientId, '2026-11-01', '2026-11-20', 'task').leftOut).toEqual([
    { amount: 400, currency: 'GBP' },
    { amount: 500, currency: 'USD' },
  ]);
  const invoiceId = scene.billing.drafts.create({
    ...{ clientId, from: '2026-11-01', to: '2026-11-20', grouping: 'task' as const },
  }).invoiceId;
  spend('NOK', 600, '2026-11-24');
  const { lines, leftOut } = scene.billing.invoice(invoiceId);
  expect(lines.map(({ net }) => net)).toEqual([100]);
  expect(leftOut).toEqual([
    { amount: 400, currency: 'GBP' },
    { amount: 500, currency: 'USD' },
  ]);
});

it('is that of what was spent, where nothing else is to be billed', () => {
  const spend = (currency: string, amount: number) =>
    scene.billing.expenses.save({
      ...{ id: null, clientId, text: 'Courier', amount, currency, spentOn: '2026-11-10', receiptId: null },
      billable: true,
    });
  const draft = () => {
    const wanted = { clientId, from: '2026-11-01', to: '2026-11-22', grouping: 'task' as const };
    return scene.billing.invoice(scene.billing.drafts.create(wanted).invoiceId);
  };
  spend('USD', 2000);
  expect(scene.billing.periodWork(clientId, '2026-11-01', '2026-11-22', 'task')).toMatchObject({
    expenses: [{ amount: 2000, currency: 'USD' }],
    leftOut: [],
  });
  expect(draft()).toMatchObject({ currency: 'USD', totals: { net: 2000 }, leftOut: [] });
  spend('GBP', 300);
  spend('EUR', 400);
  expect(draft()).toMatchObject({ currency: 'EUR', leftOut: [{ amount: 300, currency: 'GBP' }] });
  expect(draft()).toMatchObject({ currency: 'GBP', totals: { net: 300 } });
});

it('can be chosen while nothing is on a draft', () => {
  const invoiceId = scene.draft(clientId);
  scene.billing.drafts.change({ invoiceId, currency: 'USD' });
  expect(scene.billing.invoice(invoiceId).currency).toBe('USD');
  scene.billing.lines.add({ invoiceId, text: 'Other', quantity: 1000, unit: 100 });
  expect(() => scene.billing.drafts.change({ invoiceId, currency: 'EUR' })).toThrow(
    expect.objectContaining({ details: { fields: { currency: 'invoice.currencyFixed' } } }),
  );
  scene.billing.drafts.change({ invoiceId, currency: 'USD', note: 'Thanks' });
  expect(scene.billing.invoice(invoiceId)).toMatchObject({ currency: 'USD', note: 'Thanks' });
});
