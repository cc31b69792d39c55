import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

const hour = 3600;
const year = { from: '2026-01-01', to: '2026-12-31' };
const earned = (clientId: string, days = year) =>
  scene.billing.rates({ clientId, ...days }).totals.map(({ currency, amount, seconds }) => {
    return [currency, amount, seconds / hour];
  });

async function billed(clientId: string) {
  const invoiceId = scene.draft(clientId);
  await scene.billing.issue(invoiceId);
  return invoiceId;
}

async function credit(invoiceId: string, givesBack: boolean) {
  const lines = scene.billing.credits
    .creditable(invoiceId)
    .lines.map(({ id }) => ({ lineId: id, net: null }));
  await scene.billing.issue(scene.billing.credits.create({ invoiceId, lines, givesBack }).invoiceId);
}

it('keeps what was invoiced when terms are removed or hours are rounded otherwise', async () => {
  const clientId = scene.client({ rate: 4550, currency: 'USD' });
  scene.billing.agreements.removeTerms(scene.billing.agreements.of(clientId)[0]?.versions[0]?.id ?? '');
  scene.rate(clientId, { validFrom: '2026-01-01', currency: 'USD', rate: 4550 });
  scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 7.2 * hour });
  await billed(clientId);
  const said = [['USD', 32_760, 7.2]];
  expect(earned(clientId)).toEqual(said);
  scene.round(clientId, { rounding: 'up', minutes: 60, per: 'entry' });
  expect(earned(clientId)).toEqual(said);
  scene.billing.agreements.removeTerms(scene.billing.agreements.of(clientId)[0]?.versions[0]?.id ?? '');
  expect(earned(clientId)).toEqual(said);
});

it('takes off what was credited, and counts work by its agreement again that was given back', async () => {
  const clientId = scene.client({ rate: 4000 });
  scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 3 * hour });
  const invoiceId = await billed(clientId);
  const [line] = scene.billing.credits.creditable(invoiceId).lines;
  const part = [{ lineId: line?.id ?? '', net: 5000 }];
  await scene.billing.issue(
    scene.billing.credits.create({ invoiceId, lines: part, givesBack: false }).invoiceId,
  );
  expect(earned(clientId)).toEqual([['EUR', 7000, 3]]);
  await credit(invoiceId, false);
  expect(earned(clientId)).toEqual([['EUR', 0, 3]]);

  const other = scene.client({ name: 'Given back', rate: 4000 });
  scene.entry(other, { start: '2026-11-03T08:00:00Z', seconds: 3 * hour });
  await credit(await billed(other), true);
  expect(earned(other)).toEqual([['EUR', 12_000, 3]]);
});

it('takes discounts off, of what they are given on, to the cent', async () => {
  const clientId = scene.client({ rate: 3333 });
  for (const [title, day] of [
    ['One', '02'],
    ['Two', '03'],
    ['Three', '04'],
  ] as const)
    scene.entry(clientId, {
      start: `2026-11-${day}T08:00:00Z`,
      seconds: hour,
      taskId: scene.task(clientId, title),
    });
  const invoiceId = scene.draft(clientId);
  scene.billing.lines.add({ invoiceId, text: 'Paper', quantity: 1000, unit: 3334 });
  const discount = scene.billing.expenses.addDiscount;
  discount({ invoiceId, text: 'For long', percent: 10_000, amount: null });
  discount({ invoiceId, text: 'And more', percent: null, amount: 1 });
  await scene.billing.issue(invoiceId);
  // Of 133.33 come off 13.34, three quarters of it for the work.
  expect(earned(clientId)).toEqual([['EUR', 9999 - 1000, 3]]);
  const days = ['02', '03', '04'].map((day) => ({ from: `2026-11-${day}`, to: `2026-11-${day}` }));
  const single = days.map((one) => earned(clientId, one)[0]?.[1] as number);
  expect(single.reduce((sum, amount) => sum + amount, 0)).toBe(9999 - 1000);
  await credit(invoiceId, false);
  expect(earned(clientId)).toEqual([['EUR', 0, 3]]);
});

it('counts a fee, hours beyond it, days and what goes beyond them, and tasks as they were invoiced', async () => {
  const retained = scene.client({ name: 'Retained', rate: null });
  scene.billing.agreements.save({ ...newAgreement.retainer(retained), validFrom: '2026-10-01' });
  scene.entry(retained, { start: '2026-10-09T07:00:00Z', seconds: 21 * hour });
  scene.entry(retained, { start: '2026-10-12T07:00:00Z', seconds: hour });
  const daily = scene.client({ name: 'Daily', rate: null });
  const { terms, ...day } = newAgreement.dayRate(daily);
  scene.billing.agreements.save({ ...day, terms: { ...terms, over: { after: 480, rate: 5000 } } });
  scene.entry(daily, { start: '2026-11-04T05:00:00Z', seconds: 10 * hour });
  const tasked = scene.client({ name: 'Tasked', rate: null });
  scene.billing.agreements.save(newAgreement.perTask(tasked));
  const task = scene.task(tasked, 'Newsletter');
  scene.entry(tasked, { start: '2026-11-06T07:00:00Z', seconds: hour, taskId: task });
  scene.store.sql
    .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
    .run(Date.parse('2026-11-06T10:00:00Z'), task);
  const all = [retained, daily, tasked];
  const before = all.map((clientId) => earned(clientId, { from: '2026-10-01', to: '2026-10-31' }));
  const months = all.map((clientId) => earned(clientId));
  for (const clientId of all) await billed(clientId);
  expect(all.map((clientId) => earned(clientId, { from: '2026-10-01', to: '2026-10-31' }))).toEqual(before);
  expect(all.map((clientId) => earned(clientId))).toEqual(months);
  for (const clientId of all)
    await credit(
      scene.billing.overview.invoices(clientId).find(({ kind }) => kind === 'invoice')?.id ?? '',
      false,
    );
  expect(all.map((clientId) => earned(clientId)[0]?.[1])).toEqual([0, 0, 0]);
});

it('shares a line among the days of its work, so that months come to the whole', async () => {
  const clientId = scene.client({ rate: 3333 });
  for (const day of ['09-30', '10-01', '10-31', '11-01'])
    scene.entry(clientId, { start: `2026-${day}T08:00:00Z`, seconds: 1001 });
  const invoiceId = scene.billing.drafts.create({ clientId, ...year, grouping: 'one' }).invoiceId;
  await scene.billing.issue(invoiceId);
  const { totals } = scene.billing.invoice(invoiceId);
  const months = [
    { from: '2026-09-01', to: '2026-09-30' },
    { from: '2026-10-01', to: '2026-10-31' },
    { from: '2026-11-01', to: '2026-11-30' },
  ].map((month) => Number(earned(clientId, month)[0]?.[1]));
  expect(months.reduce((sum, amount) => sum + amount, 0)).toBe(totals.net);
  expect(months[1]).toBeGreaterThan(Number(months[0]));
});
