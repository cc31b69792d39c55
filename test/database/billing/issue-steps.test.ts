import { afterEach, beforeEach, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let invoiceId: string;
let seen: unknown[];

beforeEach(() => {
  scene = openBillingScene();
  invoiceId = scene.draft(scene.client());
  scene.billing.lines.add({ invoiceId, text: 'Work', quantity: 1000, unit: 10_000 });
  seen = [];
  scene.store.feed.subscribe((changes) => {
    if (changes.some(({ topic }) => topic === 'issuing')) seen.push(scene.billing.issuing(invoiceId));
  });
});
afterEach(() => scene.store.close());

it('tells each step of issuing when it begins, and that it is over', async () => {
  await scene.billing.issue(invoiceId);
  const facts = { lines: 1, files: 0 };
  expect(seen).toEqual([{ step: 'print', ...facts }, { step: 'store', ...facts }, null]);
});

it('stops before anything is stored: no number, no document, the draft as it was', async () => {
  const before = scene.billing.invoice(invoiceId);
  scene.printer.beforePrint = () => scene.billing.stopIssuing(invoiceId);
  await expect(scene.billing.issue(invoiceId)).rejects.toMatchObject({ code: 'cancelled' });
  expect(scene.billing.invoice(invoiceId)).toEqual(before);
  expect(scene.store.sql.prepare('SELECT count(*) FROM invoice_documents').pluck().get()).toBe(0);
  expect(seen.at(-1)).toBeNull();
  scene.printer.beforePrint = () => {};
  expect(await scene.billing.issue(invoiceId)).toEqual({ number: '2026-001' });
});

it('does not stop what was asked for later', async () => {
  scene.billing.stopIssuing(invoiceId);
  expect(await scene.billing.issue(invoiceId)).toEqual({ number: '2026-001' });
});
