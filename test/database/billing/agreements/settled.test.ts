import { afterEach, beforeEach, expect, it } from 'vitest';
import { type AgreementInput, newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let saved: { agreementId: string; termsId: string };
beforeEach(async () => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
  const { terms, ...retainer } = newAgreement.retainer(clientId);
  saved = scene.billing.agreements.save({
    ...retainer,
    validFrom: '2026-10-01',
    terms: { ...terms, carryCycles: 2 },
  });
  scene.entry(clientId, { start: '2026-10-05T05:00:00Z', seconds: 16 * hour });
  await scene.billing.issue(scene.draft(clientId));
});
afterEach(() => scene.store.close());

const hour = 3600;
const ledger = () => {
  const [retainer] = scene.billing.retainers.all(clientId);
  return retainer?.cycles.map(({ start, end, included, worked, over, carriedIn, carriedOut, settled }) => {
    const seconds = [included, worked, over, carriedIn, carriedOut].map((one) => one / hour);
    return [start, end, ...seconds, settled];
  });
};
/** As a version of the app did that let terms be corrected on which an issued invoice rests. */
const correct = (changes: {
  validFrom?: string;
  terms?: Partial<Extract<AgreementInput, { kind: 'retainer' }>['terms']>;
}) => {
  const terms = { ...newAgreement.retainer(clientId).terms, carryCycles: 2, ...changes.terms };
  scene.store.sql
    .prepare('UPDATE agreement_terms SET valid_from = ?, terms = ? WHERE id = ?')
    .run(changes.validFrom ?? '2026-10-01', JSON.stringify(terms), saved.termsId);
};
const october = ['2026-10-01', '2026-10-31', 20, 16, 0, 0, 4, true];

it('a settled cycle keeps its hours and what goes on from it when terms are corrected', () => {
  correct({ terms: { seconds: 10 * hour, carryCap: 0 } });
  expect(ledger()).toEqual([october, ['2026-11-01', '2026-11-30', 10, 0, 0, 4, 0, false]]);
});

it('a settled cycle keeps its days, and its fee is not due again', () => {
  correct({ terms: { cycleDay: 15 } });
  expect(ledger()?.[0]).toEqual(october);
  expect(ledger()?.map(([start, end]) => [start, end])).toEqual([
    ['2026-10-01', '2026-10-31'],
    ['2026-11-01', '2026-11-30'],
  ]);
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ amounts: [] });
  correct({ validFrom: '2026-10-10' });
  expect(ledger()?.[0]).toEqual(october);
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ amounts: [] });
});

it('a settled cycle keeps how its work was rounded, beside what was tracked', async () => {
  const other = scene.client({ name: 'Other Client', rate: null });
  scene.billing.agreements.save({ ...newAgreement.retainer(other), validFrom: '2026-10-01' });
  scene.round(other, { rounding: 'up', minutes: 60, per: 'entry' });
  scene.entry(other, { start: '2026-10-05T05:00:00Z', seconds: 16.5 * hour });
  await scene.billing.issue(scene.draft(other));
  scene.round(other, { rounding: 'down', minutes: 60, per: 'entry' });
  const [found] = scene.billing.retainers.all(other);
  expect(found?.cycles.map(({ tracked, worked, carriedOut }) => [tracked, worked, carriedOut])).toEqual([
    [16.5 * hour, 17 * hour, 3 * hour],
    [0, 0, 5 * hour],
  ]);
  expect(scene.billing.retainers.cycle(other, found?.agreementId ?? '', '2026-10-01')).toMatchObject([
    { rawSeconds: 16.5 * hour, seconds: 17 * hour },
  ]);
});

it('what a settled cycle took over is not used again by work found later for the one before it', async () => {
  const other = scene.client({ name: 'Other Client', rate: null });
  const { terms, ...retainer } = newAgreement.retainer(other);
  scene.billing.agreements.save({ ...retainer, validFrom: '2026-09-01', terms: { ...terms, fee: 'after' } });
  scene.entry(other, { start: '2026-10-05T05:00:00Z', seconds: 25 * hour });
  await scene.billing.issue(scene.draft(other));
  scene.entry(other, { start: '2026-09-05T05:00:00Z', seconds: 18 * hour });
  const [found] = scene.billing.retainers.all(other);
  expect(found?.cycles.map(({ worked, over, carriedOut }) => [worked, over, carriedOut])).toMatchObject([
    [18 * hour, 3 * hour, 5 * hour],
    [25 * hour, 0, 0],
    [0, 0, 5 * hour],
  ]);
});
