import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

const hour = 3600;
let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
});
afterEach(() => scene.store.close());

/** From the 16th of September on: half a cycle first. */
function agree(stub: 'full' | 'prorated') {
  const base = newAgreement.retainer(clientId);
  return scene.billing.agreements.save({
    ...{ ...base, validFrom: '2026-09-16' },
    terms: { ...base.terms, carryCap: 0, stub },
  }).agreementId;
}

const lines = (to: string) => {
  const { invoiceId } = scene.billing.drafts.create({ clientId, from: '2026-09-01', to, grouping: 'task' });
  return {
    invoiceId,
    said: scene.billing.invoice(invoiceId).lines.map(({ kind, text, net }) => [kind, text, net]),
  };
};

it('bills half a fee for half a cycle, and what goes beyond half its hours', () => {
  agree('prorated');
  scene.entry(clientId, { start: '2026-09-20T08:00:00Z', seconds: 12 * hour });
  expect(lines('2026-09-30').said).toEqual([
    ['fee', 'Retainer 16–30 September 2026, 10h', 38_000],
    ['hours', 'Hours 16–30 September 2026: 12h used of 10h, 0m carried in, 2h over', 8000],
  ]);
  const [cycle] = scene.billing.retainers.all(clientId)[0]?.cycles ?? [];
  expect(cycle).toMatchObject({ part: { days: 15, of: 30 }, included: 10 * hour, over: 2 * hour });
});

it('bills it in full where that was agreed', () => {
  agree('full');
  scene.entry(clientId, { start: '2026-09-20T08:00:00Z', seconds: 12 * hour });
  const [fee, hours] = lines('2026-09-30').said;
  expect([fee?.[2], hours?.[2]]).toEqual([76_000, 0]);
  expect(scene.billing.retainers.all(clientId)[0]?.cycles[0]).toMatchObject({
    part: null,
    included: 20 * hour,
  });
});

it('keeps the hours that a billed fee has bought when the agreement then ends before its days do', async () => {
  const agreementId = agree('prorated');
  const { invoiceId } = lines('2026-11-20');
  await scene.billing.issue(invoiceId);
  scene.billing.agreements.end({ agreementId, endedOn: '2026-11-15' });
  expect(scene.billing.retainers.all(clientId)[0]?.cycles.at(-1)).toMatchObject({
    ...{ start: '2026-11-01', end: '2026-11-15' },
    ...{ part: null, included: 20 * hour },
  });
});
