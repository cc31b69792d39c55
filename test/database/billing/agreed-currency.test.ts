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
