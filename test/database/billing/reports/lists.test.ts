import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMoneyLists } from '#main/features/billing/money-lists.ts';
import { createMonthMoney } from '#main/features/billing/month.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

/** Two hours of one day, issued on it; what it comes to is 90.00. */
async function invoice(clientId: string, date: string): Promise<string> {
  scene.entry(clientId, { start: `${date}T08:00:00Z`, seconds: 7_200 });
  const invoiceId = scene.draft(clientId);
  scene.billing.drafts.change({ invoiceId, issueDate: date });
  await scene.billing.issue(invoiceId);
  return invoiceId;
}

const pay = (invoiceId: string, paidOn: string, amount: number) =>
  scene.billing.payments.save({ id: null, invoiceId, paidOn, amount, note: '' });

describe('a month of money', () => {
  it('is what came in and what was invoiced in it, credit notes taken off, currencies apart', async () => {
    const euro = scene.client();
    const pounds = scene.client({ name: 'Other Client', currency: 'GBP' });
    const first = await invoice(euro, '2026-09-10');
    const second = await invoice(euro, '2026-10-05');
    await invoice(pounds, '2026-10-06');
    pay(first, '2026-10-31', 9_000);
    pay(first, '2026-11-01', -1_000);
    pay(second, '2026-10-01', 2_500);
    const { lines } = scene.billing.invoice(first);
    const { invoiceId } = scene.billing.credits.create({
      invoiceId: first,
      lines: [{ lineId: lines[0]?.id ?? '', net: 4_000 }],
      givesBack: false,
    });
    scene.billing.drafts.change({ invoiceId, issueDate: '2026-10-20' });
    await scene.billing.issue(invoiceId);

    const october = createMonthMoney(scene.store.sql)('2026-10');
    expect(october.received).toEqual([{ currency: 'EUR', amount: 11_500 }]);
    expect(october.invoiced).toEqual([
      { currency: 'EUR', amount: 5_000 },
      { currency: 'GBP', amount: 9_000 },
    ]);
    expect(october.byMonth.map(({ month }) => month)).toEqual([
      '2026-05',
      '2026-06',
      '2026-07',
      '2026-08',
      '2026-09',
      '2026-10',
    ]);
    expect(october.byMonth.at(-2)?.amounts).toEqual([{ currency: 'EUR', amount: 9_000 }]);
    expect(createMonthMoney(scene.store.sql)('2026-08').byMonth.flatMap(({ amounts }) => amounts)).toEqual(
      [],
    );
  });
});

describe('lists across clients', () => {
  it('say what came in for which invoice, newest first', async () => {
    const clientId = scene.client();
    const first = await invoice(clientId, '2026-10-05');
    pay(first, '2026-10-20', 4_000);
    pay(first, '2026-11-02', 5_000);
    const { payments } = createMoneyLists(scene.store.sql);
    expect(payments().map(({ number, paidOn, amount }) => ({ number, paidOn, amount }))).toEqual([
      { number: '2026-001', paidOn: '2026-11-02', amount: 5_000 },
      { number: '2026-001', paidOn: '2026-10-20', amount: 4_000 },
    ]);
  });

  it('say of expenses what they are on', async () => {
    const clientId = scene.client();
    const spend = (text: string, spentOn: string, billable = true) =>
      scene.billing.expenses.save({
        ...{ id: null, clientId, text, spentOn, billable, receiptId: null },
        ...{ amount: 1_250, currency: 'EUR' },
      });
    spend('Courier', '2026-10-01');
    await invoice(clientId, '2026-10-05');
    spend('Lunch', '2026-10-10', false);
    spend('Print', '2026-10-11');
    scene.entry(clientId, { start: '2026-10-12T08:00:00Z', seconds: 3_600 });
    scene.draft(clientId);
    const seen = createMoneyLists(scene.store.sql)
      .expenses()
      .map(({ text, billable, invoiceId, number }) => [text, billable, invoiceId !== null, number]);
    expect(seen).toEqual([
      ['Print', true, true, null],
      ['Lunch', false, false, null],
      ['Courier', true, true, '2026-001'],
    ]);
  });
});
