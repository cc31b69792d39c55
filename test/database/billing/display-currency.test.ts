import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BillingScene, openBillingScene, ownProfile } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let invoiceId: string;
const rate = { currency: 'NOK', rate: '11.6955', date: '2026-11-24', source: 'European Central Bank' };

beforeEach(() => {
  scene = openBillingScene();
  const tax = { category: 'standard', rate: 24_000 } as const;
  scene.billing.parties.saveProfile({ ...ownProfile, country: 'NO', tax });
  invoiceId = scene.draft(scene.client());
  scene.billing.lines.add({ invoiceId, text: 'Work', quantity: 1000, unit: 10_000 });
});
afterEach(() => scene.store.close());

const change = (part: object) => scene.billing.drafts.change({ invoiceId, ...part });
const display = (id = invoiceId) => scene.billing.invoice(id).display;
const refused = (fields: object) => expect.objectContaining({ details: { fields } });

it('is chosen on a draft with its dated rate, follows the lines, and is taken back like any change', () => {
  change({ display: rate });
  expect(display()).toEqual({ ...rate, gross: 145_024, tax: 28_069 });
  change({ note: 'Other' });
  scene.billing.lines.add({ invoiceId, text: 'More', quantity: 1000, unit: 10_000 });
  expect(display()).toMatchObject({ gross: 290_048 });
  change({ display: null });
  expect(display()).toBeNull();
  scene.store.undo();
  expect(display()).toMatchObject(rate);
});

it('is another currency than the invoice’s, at a rate that was known on its day', () => {
  expect(() => change({ display: { ...rate, currency: 'EUR' } })).toThrow(
    refused({ 'display.currency': 'invoice.sameCurrency' }),
  );
  expect(() => change({ display: { ...rate, date: '2026-11-26' } })).toThrow(
    refused({ 'display.date': 'invoice.rateAfterIssue' }),
  );
  change({ display: rate });
  change({ issueDate: '2026-11-20' });
  expect(scene.billing.invoice(invoiceId).problems).toContain('rateAfterIssue');
});

it('is not issued at a rate that leads beyond what can be counted', () => {
  change({ display: { ...rate, currency: 'BHD', rate: '999999' } });
  expect(scene.billing.invoice(invoiceId).problems).toEqual([]);
  scene.billing.lines.add({ invoiceId, text: 'More', quantity: 1000, unit: 1_000_000_000 });
  expect(scene.billing.invoice(invoiceId).problems).toEqual(['absurdAmount']);
});

it('stays on the issued invoice and goes with its credit note', async () => {
  change({ display: rate });
  await scene.billing.issue(invoiceId);
  expect(scene.billing.preview(invoiceId).display).toEqual({ ...rate, gross: 145_024, tax: 28_069 });
  expect(scene.printer.pages.at(-1)).toContain('1\u00a0EUR = 11.6955\u00a0NOK, European Central Bank');
  expect(() => change({ display: null })).toThrow(expect.objectContaining({ code: 'locked' }));
  const lineId = scene.billing.invoice(invoiceId).lines[0]?.id ?? '';
  const credit = scene.billing.credits.create({
    invoiceId,
    lines: [{ lineId, net: 5000 }],
    givesBack: false,
  });
  expect(display(credit.invoiceId)).toEqual({ ...rate, gross: 72_512, tax: 14_035 });
});
