import { afterEach, beforeEach, expect, it } from 'vitest';
import type { SnapshotLine } from '#shared/domain/invoice-snapshot.ts';
import { formatQuantity } from '#shared/domain/invoice-text.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
});
afterEach(() => scene.store.close());

const lines = (invoiceId: string) =>
  scene.billing.invoice(invoiceId).lines.map(({ kind, text, quantity, seconds, unit, net }) => {
    return { kind, text, quantity, seconds, unit, net };
  });
const longer = (entryId: string, seconds: number) =>
  scene.store.act({ key: 'undo.entryChanged', values: {} }, (announce) => {
    scene.store.sql
      .prepare('UPDATE time_entries SET ended_at = started_at + ? * 1000 WHERE id = ?')
      .run(seconds, entryId);
    announce('time', clientId);
  });
const hour = 3600;

it('a retainer is billed by its fee in advance and its hours when the cycle has ended, what goes over included', async () => {
  scene.billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-10-01' });
  scene.entry(clientId, { start: '2026-10-05T05:00:00Z', seconds: 14 * hour });
  scene.entry(clientId, { start: '2026-10-20T05:00:00Z', seconds: 8 * hour });
  const running = scene.entry(clientId, { start: '2026-11-05T05:00:00Z', seconds: 3 * hour });
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({
    amounts: [{ currency: 'EUR', amount: 76_000 + 76_000 + 8000 }],
    seconds: 22 * hour,
    waitingSeconds: 3 * hour,
  });
  const invoiceId = scene.draft(clientId);
  expect(lines(invoiceId)).toEqual([
    {
      kind: 'fee',
      text: 'Retainer 1–31 October 2026, 20h',
      quantity: 1000,
      seconds: null,
      unit: 76_000,
      net: 76_000,
    },
    {
      kind: 'fee',
      text: 'Retainer 1–30 November 2026, 20h',
      quantity: 1000,
      seconds: null,
      unit: 76_000,
      net: 76_000,
    },
    {
      kind: 'hours',
      text: 'Hours 1–31 October 2026: 22h used of 20h, 0m carried in, 2h over',
      quantity: null,
      seconds: 2 * hour,
      unit: 4000,
      net: 8000,
    },
  ]);
  await scene.billing.issue(invoiceId);
  // Work that is found later for a settled cycle counts in the one that runs.
  scene.entry(clientId, { start: '2026-10-21T05:00:00Z', seconds: hour });
  const [ledger] = scene.billing.retainers.all(clientId);
  expect(ledger?.cycles.map(({ worked, over, settled }) => [worked, over, settled])).toEqual([
    [22 * hour, 2 * hour, true],
    [4 * hour, 0, false],
  ]);
  expect(scene.billing.retainers.cycle(clientId, ledger?.agreementId ?? '', '2026-11-01')).toMatchObject([
    { seconds: hour, included: hour, carried: 0, over: 0 },
    { entryId: running, seconds: 3 * hour },
  ]);
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ amounts: [], waitingSeconds: 4 * hour });
});

it('days on a draft follow their work: half, whole, beyond, and gone', () => {
  const over = { after: 480, rate: 4000 };
  scene.billing.agreements.save({
    ...newAgreement.dayRate(clientId),
    terms: { halfFrom: 60, fullFrom: 300, over },
  });
  const entry = scene.entry(clientId, { start: '2026-11-05T05:00:00Z', seconds: 2 * hour });
  const invoiceId = scene.draft(clientId);
  const half = {
    kind: 'day',
    text: 'Half day, Thu 5 Nov',
    quantity: 500,
    seconds: 2 * hour,
    unit: 28_000,
    net: 14_000,
  };
  expect(lines(invoiceId)).toEqual([half]);
  longer(entry, 6 * hour);
  expect(lines(invoiceId)).toMatchObject([{ quantity: 1000, net: 28_000 }]);
  longer(entry, 9 * hour);
  expect(lines(invoiceId)).toMatchObject([
    { kind: 'day', net: 28_000 },
    { kind: 'hours', seconds: hour, net: 4000 },
  ]);
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({
    days: 1000,
    amounts: [{ currency: 'EUR', amount: 32_000 }],
  });
  longer(entry, 2 * hour);
  expect(lines(invoiceId)).toEqual([half]);
  scene.store.write((announce) => {
    scene.store.sql.prepare('DELETE FROM time_entries WHERE id = ?').run(entry);
    announce('time', clientId);
  });
  expect(lines(invoiceId)).toEqual([]);
});

it('a day of too little work says so, and costs nothing', () => {
  const scene = openBillingScene();
  const clientId = scene.client({ rate: null });
  const agreed = newAgreement.dayRate(clientId);
  scene.billing.agreements.save({ ...agreed, terms: { halfFrom: 240, fullFrom: 480, over: null } });
  scene.entry(clientId, { start: '2026-11-02T06:00:00Z', seconds: 3600 });
  expect(scene.billing.invoice(scene.draft(clientId)).lines).toMatchObject([
    { kind: 'day', text: 'Less than half a day, Mon 2 Nov', quantity: 0, net: 0 },
  ]);
  scene.store.close();
});

it('a day that is given back without what went beyond it can be billed again, and that stays billed', async () => {
  scene.billing.agreements.save({
    ...newAgreement.dayRate(clientId),
    terms: { halfFrom: 60, fullFrom: 300, over: { after: 480, rate: 4000 } },
  });
  scene.entry(clientId, { start: '2026-11-05T05:00:00Z', seconds: 9 * hour });
  const invoiceId = scene.draft(clientId);
  await scene.billing.issue(invoiceId);
  const [day] = scene.billing.credits.creditable(invoiceId).lines;
  const credit = { invoiceId, lines: [{ lineId: day?.id ?? '', net: null }], givesBack: true };
  await scene.billing.issue(scene.billing.credits.create(credit).invoiceId);
  const dayOnly = [{ currency: 'EUR', amount: 28_000 }];
  expect(scene.billing.overview.unbilled(clientId)?.amounts).toEqual(dayOnly);
  expect(scene.billing.periodWork(clientId, '2026-11-01', '2026-11-30', 'task').amounts).toEqual(dayOnly);
  const again = scene.draft(clientId);
  expect(lines(again)).toMatchObject([{ kind: 'day', net: 28_000 }]);
  await scene.billing.issue(again);
});

it('work found later for a day that is billed waits, and keeps nothing else from being billed', async () => {
  scene.billing.agreements.save(newAgreement.dayRate(clientId));
  scene.entry(clientId, { start: '2026-11-05T05:00:00Z', seconds: 6 * hour });
  await scene.billing.issue(scene.draft(clientId));
  const late = scene.entry(clientId, { start: '2026-11-05T13:00:00Z', seconds: hour });
  scene.entry(clientId, { start: '2026-11-06T05:00:00Z', seconds: 6 * hour });
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({
    days: 1000,
    seconds: 6 * hour,
    waitingSeconds: hour,
  });
  expect(lines(scene.draft(clientId))).toMatchObject([{ kind: 'day', net: 28_000 }]);
  expect(scene.billing.writeOffOffers(clientId)).toMatchObject([{ kind: 'entry', id: late }]);
});

it('hours of a cycle take no quantity, and a discount no price above zero', async () => {
  scene.billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-10-01' });
  scene.entry(clientId, { start: '2026-10-05T05:00:00Z', seconds: 22 * hour });
  const invoiceId = scene.draft(clientId);
  const discount = { invoiceId, text: 'Less' };
  const share = scene.billing.expenses.addDiscount({ ...discount, percent: 5000, amount: null });
  const fixed = scene.billing.expenses.addDiscount({ ...discount, percent: null, amount: 100 });
  const hours = scene.billing.invoice(invoiceId).lines.find(({ kind }) => kind === 'hours');
  const { change } = scene.billing.lines;
  const invalid = expect.objectContaining({ code: 'invalid_input' });
  expect(() => change({ lineId: hours?.id ?? '', quantity: 1000 })).toThrow(invalid);
  expect(() => change({ ...share, quantity: 1000 })).toThrow(invalid);
  expect(() => change({ ...share, unit: -1 })).toThrow(invalid);
  expect(() => change({ ...fixed, unit: 1 })).toThrow(invalid);
  change({ ...fixed, unit: -200 });
});

it('finished tasks are billed at their price with their work, and an open one waits', () => {
  scene.billing.agreements.save(newAgreement.perTask(clientId));
  const [done, open] = [scene.task(clientId, 'Flyer'), scene.task(clientId, 'Poster')];
  for (const taskId of [done, open, null]) {
    scene.entry(clientId, { start: '2026-11-05T05:00:00Z', seconds: hour, taskId });
  }
  const finish = scene.store.sql.prepare('UPDATE tasks SET completed_at = ? WHERE id = ?');
  finish.run(Date.parse('2026-11-06T10:00:00Z'), done);
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({
    tasks: 1,
    seconds: hour,
    waitingSeconds: 2 * hour,
    unpricedSeconds: 0,
  });
  expect(lines(scene.draft(clientId))).toMatchObject([
    { kind: 'task', text: 'Flyer', quantity: 1000, seconds: hour, unit: 2200, net: 2200 },
  ]);
  expect(scene.billing.taskPrices.view(done)).toMatchObject({ locked: true });
  expect(() => scene.billing.taskPrices.set(done, 1)).toThrow(expect.objectContaining({ code: 'locked' }));
  scene.store.undo();
  expect(scene.billing.writeOffOffers(clientId)).toMatchObject([
    { kind: 'task', id: done, amount: 2200, seconds: hour },
    { kind: 'entry', title: 'Poster' },
    { kind: 'entry', title: null },
  ]);
  scene.billing.writeOffs.add({ clientId, entryIds: [], taskIds: [done], fees: [], reason: 'A gift' });
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({
    tasks: 0,
    amounts: [],
    waitingSeconds: 2 * hour,
  });
  expect(scene.billing.writeOffs.list(clientId)).toMatchObject([
    { taskId: done, title: 'Flyer', reason: 'A gift' },
  ]);
  expect(scene.billing.taskPrices.view(done)).toMatchObject({ locked: true });
  expect(() => scene.billing.taskPrices.set(done, 1)).toThrow(
    expect.objectContaining({ code: 'locked', details: { reason: 'task.priceWrittenOff' } }),
  );
  const notDue = expect.objectContaining({ details: { reason: 'writeOff.notDue' } });
  const none = { clientId, entryIds: [], taskIds: [], fees: [], reason: '' };
  const [agreement] = scene.billing.agreements.of(clientId);
  expect(() => scene.billing.writeOffs.add({ ...none, taskIds: [open] })).toThrow(notDue);
  expect(() => scene.billing.writeOffs.add({ ...none, fees: [`${agreement?.id}:2027-13-45`] })).toThrow(
    notDue,
  );
  scene.billing.writeOffs.add({ ...none, taskIds: [done] });
  scene.billing.writeOffs.takeBack(scene.billing.writeOffs.list(clientId).map(({ id }) => id));
  expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ tasks: 1 });
});

it('work is gathered by its kind', () => {
  scene.billing.agreements.save(newAgreement.hourly(clientId));
  const kinds = ['email', 'writing', 'email', null];
  for (const [index, kind] of kinds.entries()) {
    const id = scene.entry(clientId, {
      start: `2026-11-0${index + 1}T05:00:00Z`,
      seconds: hour,
      note: `n${index}`,
    });
    scene.store.sql.prepare('UPDATE time_entries SET work_kind_id = ? WHERE id = ?').run(kind, id);
  }
  const input = { clientId, from: '2026-11-01', to: '2026-11-30', grouping: 'kind' } as const;
  expect(lines(scene.billing.drafts.create(input).invoiceId)).toMatchObject([
    { text: 'Email', seconds: 2 * hour },
    { text: 'Writing', seconds: hour },
    { text: 'Other work', seconds: hour },
  ]);
});

it.each([
  ['de', '22 h genutzt von 20 h, 0 min übertragen, 2 h darüber', '2 h'],
  ['nb', '22 t brukt av 20 t, 0 min overført, 2 t utover', '2 t'],
])('writes the hours of a line in %s as its column of quantities does', (language, words, quantity) => {
  const abroad = scene.client({ rate: null, language });
  scene.billing.agreements.save({ ...newAgreement.retainer(abroad), validFrom: '2026-10-01' });
  scene.entry(abroad, { start: '2026-10-20T05:00:00Z', seconds: 22 * hour });
  const snapshot = scene.billing.preview(scene.draft(abroad));
  const over = snapshot.lines.find(({ kind }) => kind === 'hours');
  expect(over?.text.replace(/\u00a0/g, ' ')).toContain(words);
  expect(formatQuantity(over as SnapshotLine, language, snapshot.texts).replace(/\u00a0/g, ' ')).toBe(
    quantity,
  );
});

it('a finished task belongs to the day of where it was finished, worked on or not', () => {
  scene.billing.agreements.save(newAgreement.perTask(clientId));
  const [worked, idle] = [scene.task(clientId, 'Flyer'), scene.task(clientId, 'Poster')];
  scene.entry(clientId, { start: '2026-10-30T09:00:00Z', seconds: hour, taskId: worked });
  scene.store.sql
    .prepare(`UPDATE tasks SET completed_at = ?, completed_zone = 'Pacific/Auckland' WHERE id IN (?, ?)`)
    .run(Date.parse('2026-10-31T12:00:00Z'), worked, idle);
  const tasksTo = (to: string) =>
    scene.billing.periodWork(clientId, '2026-10-01', to, 'task').amounts.map(({ amount }) => amount);
  for (const zone of ['Europe/Tallinn', 'Pacific/Auckland', 'America/Los_Angeles']) {
    scene.clock.moveTo(zone);
    expect([tasksTo('2026-10-31'), tasksTo('2026-11-01')]).toEqual([[], [4400]]);
  }
});

it('a finished task belongs to the day of where it was worked on, wherever the person is when it is billed', () => {
  scene.billing.agreements.save(newAgreement.perTask(clientId));
  const taskId = scene.task(clientId, 'Flyer');
  const zone = 'Pacific/Auckland';
  scene.entry(clientId, { start: '2026-10-31T09:00:00Z', seconds: hour, taskId, zone });
  // The first of November in Auckland, still October where the person is now.
  scene.store.sql
    .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
    .run(Date.parse('2026-10-31T12:00:00Z'), taskId);
  const tasksTo = (to: string) =>
    scene.billing.periodWork(clientId, '2026-10-01', to, 'task').amounts.map(({ amount }) => amount);
  expect([tasksTo('2026-10-31'), tasksTo('2026-11-01')]).toEqual([[], [2200]]);
});
