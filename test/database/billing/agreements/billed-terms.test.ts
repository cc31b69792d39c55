import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AgreementInput, newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let saved: { agreementId: string; termsId: string };
let retainer: Omit<ReturnType<typeof newAgreement.retainer>, 'validFrom'> & { validFrom: string };
let invoiceId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
  retainer = { ...newAgreement.retainer(clientId), validFrom: '2026-11-01' };
  saved = scene.billing.agreements.save(retainer);
  scene.entry(clientId, { start: '2026-11-05T05:00:00Z', seconds: 13 * 3600 });
  invoiceId = scene.draft(clientId);
});
afterEach(() => scene.store.close());

const save = (changes: Partial<Omit<AgreementInput, 'kind' | 'terms'>> = {}, hours = 20) => {
  const terms = { ...retainer.terms, seconds: hours * 3600 };
  return scene.billing.agreements.save({ ...retainer, ...saved, ...changes, terms });
};
const refused = expect.objectContaining({
  code: 'locked',
  details: expect.objectContaining({ reason: 'agreement.billed' }),
});
const said = () => {
  const [found] = scene.billing.retainers.all(clientId);
  return found?.cycles.map(({ start, included, over }) => [start, included / 3600, over / 3600]);
};

it('terms on which an issued fee rests are neither corrected nor removed, whatever is tried', async () => {
  await scene.billing.issue(invoiceId);
  const before = said();
  expect(before).toEqual([['2026-11-01', 20, 0]]);
  expect(() => save({}, 10)).toThrow(refused);
  expect(() => save({ rate: 50_000 })).toThrow(refused);
  expect(() => save({ currency: 'USD' })).toThrow(refused);
  // New terms that would hold for the billed cycle.
  expect(() => save({ termsId: null, validFrom: '2026-10-15' }, 10)).not.toThrow();
  expect(said()?.at(-1)).toEqual(['2026-11-01', 20, 0]);
  expect(() => scene.billing.agreements.removeTerms(saved.termsId)).toThrow(refused);
});

it('lets new terms begin with the next cycle, and a name be changed', async () => {
  await scene.billing.issue(invoiceId);
  save({ title: 'Inbox' });
  save({ title: 'Inbox', termsId: null, validFrom: '2026-12-01' }, 10);
  expect(said()).toEqual([['2026-11-01', 20, 0]]);
  const [agreement] = scene.billing.agreements.of(clientId);
  expect([agreement?.title, agreement?.versions.length]).toEqual(['Inbox', 2]);
});

it('does not take a correction back that was made before the invoice', async () => {
  save({}, 10);
  await scene.billing.issue(invoiceId);
  expect(() => scene.store.undo()).toThrow(expect.objectContaining({ code: 'conflict' }));
  expect(said()).toEqual([['2026-11-01', 10, 3]]);
});

it('lets terms be corrected once a credit note has given the cycle back, and while it is on a draft', async () => {
  save({}, 15);
  await scene.billing.issue(invoiceId);
  const lines = scene.billing.credits
    .creditable(invoiceId)
    .lines.map(({ id }) => ({ lineId: id, net: null }));
  await scene.billing.issue(scene.billing.credits.create({ invoiceId, lines, givesBack: true }).invoiceId);
  save({}, 10);
  expect(said()?.[0]?.[1]).toBe(10);
});
