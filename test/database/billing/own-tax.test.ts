import { afterEach, beforeEach, expect, it } from 'vitest';
import { billingContract } from '#shared/ipc/billing.ts';
import { type BillingScene, openBillingScene, ownProfile } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
  own({ category: 'small_business', rate: 0 });
});
afterEach(() => scene.store.close());

const small = { category: 'small_business', rate: 0 } as const;
const charged = (rate: number) => ({ category: 'standard', rate }) as const;
const own = (tax: typeof ownProfile.tax) =>
  scene.billing.parties.saveProfile({ ...ownProfile, tax, taxNote: 'Freed' });
let day = 1;
const draft = () => {
  scene.entry(clientId, { start: `2026-11-0${day++}T08:00:00Z`, seconds: 3600 });
  return scene.draft(clientId);
};
const view = (invoiceId: string) => {
  const { tax, ownTaxSince } = scene.billing.invoice(invoiceId);
  return [tax, ownTaxSince];
};

it('does not tax a new draft as the last invoice, when one’s own details have changed since', async () => {
  await scene.billing.issue(draft());
  own(charged(19_000));
  const invoiceId = draft();
  expect(view(invoiceId)).toEqual([charged(19_000), null]);
  scene.billing.drafts.change({ invoiceId, tax: { category: 'reverse_charge', rate: 0 } });
  scene.store.sql.prepare("UPDATE billing_parties SET vat_id = 'EE100931558'").run();
  scene.clock.advance(1000);
  await scene.billing.issue(invoiceId);
  // The same standing: as that invoice was.
  expect(view(draft())).toEqual([{ category: 'reverse_charge', rate: 0 }, null]);
  own(charged(16_000));
  expect(view(draft())).toEqual([charged(16_000), null]);
});

it('says of an open draft that one’s own details have changed, until it is updated or left on purpose', () => {
  const [first, second] = [draft(), draft()];
  expect(view(first)).toEqual([small, null]);
  own(charged(19_000));
  expect(view(first)).toEqual([small, charged(19_000)]);
  scene.billing.drafts.change({ invoiceId: first, tax: charged(19_000) });
  expect(view(first)).toEqual([charged(19_000), null]);
  scene.billing.drafts.change({ invoiceId: second, tax: small });
  expect(view(second)).toEqual([small, null]);
});

it('tells by the scheme for small businesses where an invoice does not say', async () => {
  const invoiceId = draft();
  await scene.billing.issue(invoiceId);
  const open = draft();
  scene.store.sql.prepare('UPDATE invoices SET own_tax = NULL WHERE id = ?').run(open);
  own(charged(19_000));
  expect(view(open)).toEqual([small, charged(19_000)]);
});

it('refuses to charge a tax of nothing, at its rate', () => {
  const read = billingContract['billing.saveProfile'].input.safeParse({ ...ownProfile, tax: charged(0) });
  expect(read.error?.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
    ['tax.rate', 'field.percentAbove'],
  ]);
  expect(
    billingContract['billing.changeDraft'].input.safeParse({ invoiceId: 'x', tax: charged(0) }).success,
  ).toBe(false);
});
