import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

const newer = (invoiceId: string) => scene.billing.newer.of(invoiceId);
const take = (invoiceId: string) => scene.billing.newer.take(invoiceId);
const lines = (invoiceId: string) =>
  scene.billing.invoice(invoiceId).lines.map(({ kind, entries, net }) => [kind, entries, net]);
const spend = (clientId: string, amount: number, spentOn = '2026-11-05') =>
  scene.billing.expenses.save({
    ...{
      id: null,
      clientId,
      text: 'Courier',
      amount,
      currency: 'EUR',
      spentOn,
      billable: true,
      receiptId: null,
    },
  });

it('names what came in for the days of a draft, and takes it in, each on its line', async () => {
  const clientId = scene.client({ rate: 6000 });
  const [inbox, other] = ['Inbox', 'Other'].map((title) => scene.task(clientId, title));
  const work = (day: string, taskId = inbox) =>
    scene.entry(clientId, { start: `2026-11-${day}T08:00:00Z`, seconds: 3600, taskId: taskId ?? null });
  work('02');
  const invoiceId = scene.draft(clientId);
  expect(newer(invoiceId)).toBeNull();
  work('03');
  work('04', other);
  spend(clientId, 500);
  scene.entry(clientId, { start: '2027-01-02T08:00:00Z', seconds: 60 });
  expect(newer(invoiceId)).toEqual({ entries: 2, seconds: 7200, tasks: 0, cycles: 0, expenses: 1 });
  take(invoiceId);
  expect(lines(invoiceId)).toEqual([
    ['time', 2, 12_000],
    ['time', 1, 6000],
    ['expense', 0, 500],
  ]);
  expect(newer(invoiceId)).toBeNull();
  scene.store.undo();
  expect(lines(invoiceId)).toEqual([['time', 1, 6000]]);
  scene.store.redo();
  await scene.billing.issue(invoiceId);
  expect(newer(invoiceId)).toBeNull();
  expect(() => take(invoiceId)).toThrow('invoice.issued');
});

it('puts work of a day, a task and a cycle that are on the draft there too', () => {
  const clientId = scene.client({ rate: null });
  scene.billing.agreements.save({ ...newAgreement.dayRate(clientId), workKinds: ['writing'] });
  scene.billing.agreements.save({
    ...newAgreement.retainer(clientId),
    validFrom: '2026-10-01',
    workKinds: ['email'],
  });
  const inKind = (id: string, kind: string) =>
    scene.store.sql.prepare('UPDATE time_entries SET work_kind_id = ? WHERE id = ?').run(kind, id);
  const task = scene.task(clientId, 'Newsletter');
  scene.billing.taskPrices.set(task, 10_000);
  scene.store.sql
    .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
    .run(Date.parse('2026-11-06T10:00:00Z'), task);
  const work = (hours: number) => {
    inKind(scene.entry(clientId, { start: '2026-11-03T07:00:00Z', seconds: hours * 3600 }), 'writing');
    inKind(scene.entry(clientId, { start: '2026-10-05T07:00:00Z', seconds: hours * 3600 }), 'email');
    scene.entry(clientId, { start: '2026-11-06T07:00:00Z', seconds: hours * 3600, taskId: task });
  };
  work(2);
  const invoiceId = scene.draft(clientId);
  const before = lines(invoiceId);
  work(4);
  expect(newer(invoiceId)).toMatchObject({ entries: 3, seconds: 3 * 4 * 3600 });
  take(invoiceId);
  expect(newer(invoiceId)).toBeNull();
  const after = lines(invoiceId);
  expect(after.map(([kind]) => kind)).toEqual(before.map(([kind]) => kind));
  expect(after.find(([kind]) => kind === 'day')).toEqual(['day', 2, 28_000]);
  expect(after.find(([kind]) => kind === 'task')).toEqual(['task', 2, 10_000]);
  expect(after.find(([kind]) => kind === 'hours')).toEqual(['hours', 2, 0]);
});

it('leaves work in another currency and without a price out', () => {
  const clientId = scene.client({ rate: null });
  scene.rate(clientId, { validFrom: '2026-02-01', rate: 6000 });
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
  const invoiceId = scene.draft(clientId);
  scene.rate(clientId, { validFrom: '2026-11-10', currency: 'USD', rate: 7000 });
  scene.entry(clientId, { start: '2026-11-11T08:00:00Z', seconds: 3600 });
  scene.entry(clientId, { start: '2026-01-11T08:00:00Z', seconds: 3600 });
  expect(newer(invoiceId)).toBeNull();
});

it('says what stands on a draft twice', () => {
  const clientId = scene.client();
  scene.entry(clientId, { start: '2026-11-03T09:00:00Z', seconds: 4200 });
  scene.entry(clientId, { start: '2026-11-03T09:30:00Z', seconds: 1800 });
  const { doubled } = scene.billing.invoice(scene.draft(clientId));
  expect(doubled).toMatchObject({
    seconds: 1800,
    places: [
      {
        first: { startedAt: Date.parse('2026-11-03T09:00:00Z') },
        second: { startedAt: Date.parse('2026-11-03T09:30:00Z') },
      },
    ],
  });
});
