import { parse } from 'papaparse';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createYearTables } from '#main/features/billing/year-tables.ts';
import { createWords } from '#main/platform/words.ts';
import type { YearTable } from '#shared/ipc/billing-exports.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

async function table(which: YearTable, year = '2026', language: 'en' | 'de' = 'en'): Promise<string[][]> {
  const tables = createYearTables(
    scene.store.sql,
    createWords(() => language),
    () => '2026-11-25',
  );
  const text = Buffer.from(await tables.csv(year, which)).toString('utf8');
  expect(text.charCodeAt(0)).toBe(0xfeff);
  return parse<string[]>(text.slice(1), { skipEmptyLines: true }).data;
}

/** One hour at 45.00 with 19 %, and 20.00 with reverse charge. */
async function invoice(clientId: string): Promise<string> {
  scene.entry(clientId, { start: '2026-10-05T08:00:00Z', seconds: 3_600 });
  const invoiceId = scene.draft(clientId);
  scene.billing.drafts.change({
    invoiceId,
    issueDate: '2026-10-05',
    tax: { category: 'standard', rate: 19_000 },
  });
  await scene.billing.issue(invoiceId);
  return invoiceId;
}

it('has one row for each invoice and rate, credit notes below zero as numbers, and when it was paid', async () => {
  const clientId = scene.client({ name: '=HYPERLINK("x")' });
  scene.billing.parties.saveParty({
    ...{ clientId, legalName: '=1+1 GmbH', contact: '', address: 'Weg 1', vatId: 'DE123456788', email: '' },
    ...{ country: 'DE', paymentDays: 14 },
  });
  const first = await invoice(clientId);
  scene.billing.payments.save({
    id: null,
    invoiceId: first,
    paidOn: '2026-10-20',
    amount: 3_000,
    note: '-part',
  });
  scene.billing.payments.save({ id: null, invoiceId: first, paidOn: '2026-11-02', amount: 2_355, note: '' });
  const second = await invoice(clientId);
  const { lines } = scene.billing.invoice(second);
  const { invoiceId } = scene.billing.credits.create({
    invoiceId: second,
    lines: [{ lineId: lines[0]?.id ?? '', net: 1_000 }],
    givesBack: false,
  });
  scene.billing.drafts.change({ invoiceId, issueDate: '2026-11-01' });
  await scene.billing.issue(invoiceId);
  scene.billing.payments.save({ id: null, invoiceId: second, paidOn: '2026-11-03', amount: 100, note: '' });
  scene.billing.payments.save({ id: null, invoiceId: second, paidOn: '2026-11-03', amount: -100, note: '' });

  expect(await table('accountants')).toEqual([
    [
      ...['Number', 'Kind', 'Date', 'Client', 'Country', 'VAT ID', 'Tax category', 'Tax code', 'Tax %'],
      ...['Net', 'Tax', 'Total', 'Currency', 'Paid on'],
    ],
    [
      ...['2026-001', 'Invoice', '2026-10-05', "'=1+1 GmbH", 'DE', 'DE123456788', 'Taxed', 'S', '19.000'],
      ...['45.00', '8.55', '53.55', 'EUR', '2026-11-02'],
    ],
    [
      ...['2026-002', 'Invoice', '2026-10-05', "'=1+1 GmbH", 'DE', 'DE123456788', 'Taxed', 'S', '19.000'],
      ...['45.00', '8.55', '53.55', 'EUR', ''],
    ],
    [
      ...[
        'CN-2026-001',
        'Credit note',
        '2026-11-01',
        "'=1+1 GmbH",
        'DE',
        'DE123456788',
        'Taxed',
        'S',
        '19.000',
      ],
      ...['-10.00', '-1.90', '-11.90', 'EUR', ''],
    ],
  ]);
  expect((await table('accountants', '2025')).length).toBe(1);
  expect((await table('payments')).slice(1)).toEqual([
    ['2026-10-20', '2026-001', `'=HYPERLINK("x")`, '30.00', 'EUR', "'-part"],
    ['2026-11-02', '2026-001', `'=HYPERLINK("x")`, '23.55', 'EUR', ''],
    ['2026-11-03', '2026-002', `'=HYPERLINK("x")`, '1.00', 'EUR', ''],
    ['2026-11-03', '2026-002', `'=HYPERLINK("x")`, '-1.00', 'EUR', ''],
  ]);
  const [german] = await table('accountants', '2026', 'de');
  expect(german?.slice(0, 6)).toEqual(['Nummer', 'Art', 'Datum', 'Kunde', 'Land', 'USt-IdNr.']);
});

it('says of expenses whether they are charged and on which invoice', async () => {
  const clientId = scene.client();
  const spend = (
    text: string,
    billable: boolean,
    tax: { category: 'standard'; rate: number } | null = null,
  ) =>
    scene.billing.expenses.save({
      tax,
      ...{ id: null, clientId, text, spentOn: '2026-10-01', billable, receiptId: null },
      ...{ amount: 1_250, currency: 'EUR' },
    });
  spend('@courier', true);
  spend('Lunch', false);
  await invoice(clientId);
  const { expenseId } = spend('Taxi', true);
  scene.billing.writeOffs.add({
    clientId,
    entryIds: [],
    taskIds: [],
    fees: [],
    expenseIds: [expenseId],
    reason: '',
  });
  spend('Books', true, { category: 'standard', rate: 7_000 });
  const [heading, ...rows] = await table('expenses');
  expect(heading).toEqual([
    ...['Spent on', 'Client', 'Description', 'Amount', 'Currency', 'Tax category', 'Tax code', 'Tax %'],
    ...['Charged to the client', 'Invoice', 'Receipt'],
  ]);
  expect(rows).toEqual([
    [
      '2026-10-01',
      'Sample Client',
      "'@courier",
      '12.50',
      'EUR',
      'Taxed',
      'S',
      '19.000',
      'yes',
      '2026-001',
      '',
    ],
    ['2026-10-01', 'Sample Client', 'Lunch', '12.50', 'EUR', '', '', '', 'no', '', ''],
    ['2026-10-01', 'Sample Client', 'Taxi', '12.50', 'EUR', '', '', '', 'written off', '', ''],
    ['2026-10-01', 'Sample Client', 'Books', '12.50', 'EUR', 'Taxed', 'S', '7.000', 'yes', '', ''],
  ]);
});
