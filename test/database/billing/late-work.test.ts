import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

const hour = 3600;
let scene: BillingScene;
beforeEach(() => {
  scene = openBillingScene();
});
afterEach(() => scene.store.close());

const late = (clientId: string) =>
  scene.billing.late.of(clientId).map(({ why, seconds, rate, title }) => [why, seconds / hour, rate, title]);

async function issueAll(clientId: string, from = '2026-09-01', to = '2026-11-25') {
  const { invoiceId } = scene.billing.drafts.create({ clientId, from, to, grouping: 'task' });
  await scene.billing.issue(invoiceId);
}

/** A client whose retainer ended in September and is billed, with work that came later. */
async function endedRetainer() {
  const clientId = scene.client({ rate: null });
  const { agreementId } = scene.billing.agreements.save({
    ...newAgreement.retainer(clientId),
    validFrom: '2026-09-01',
  });
  scene.entry(clientId, { start: '2026-09-10T08:00:00Z', seconds: 2 * hour });
  scene.billing.agreements.end({ agreementId, endedOn: '2026-09-30' });
  await issueAll(clientId);
  scene.entry(clientId, { start: '2026-09-12T08:00:00Z', seconds: hour });
  scene.entry(clientId, { start: '2026-09-14T08:00:00Z', seconds: hour / 2 });
  return clientId;
}

async function billedDay() {
  const clientId = scene.client({ rate: null });
  scene.billing.agreements.save(newAgreement.dayRate(clientId));
  scene.entry(clientId, { start: '2026-10-05T08:00:00Z', seconds: 6 * hour });
  await issueAll(clientId);
  scene.entry(clientId, { start: '2026-10-05T15:00:00Z', seconds: hour });
  return clientId;
}

async function billedTask() {
  const clientId = scene.client({ rate: null });
  scene.billing.agreements.save(newAgreement.perTask(clientId));
  const taskId = scene.task(clientId, 'Newsletter');
  scene.store.sql
    .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
    .run(Date.parse('2026-10-06T10:00:00Z'), taskId);
  await issueAll(clientId);
  scene.entry(clientId, { start: '2026-10-07T08:00:00Z', seconds: hour, taskId });
  return clientId;
}

/** A finished task that was written off with an hour of work, and half an hour that was tracked for it afterwards. */
function writtenOffTask() {
  const clientId = scene.client({ rate: null });
  const taskId = scene.task(clientId, 'Newsletter');
  scene.billing.taskPrices.set(taskId, 10_000);
  const earlier = scene.entry(clientId, { start: '2026-10-05T08:00:00Z', seconds: hour, taskId });
  scene.store.sql
    .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
    .run(Date.parse('2026-10-06T10:00:00Z'), taskId);
  scene.billing.writeOffs.add({ clientId, entryIds: [], taskIds: [taskId], fees: [], reason: 'A gift' });
  const later = scene.entry(clientId, { start: '2026-10-07T08:00:00Z', seconds: hour / 2, taskId });
  return { clientId, taskId, earlier, later };
}

describe('work that comes after its task was written off', () => {
  const unbilled = (clientId: string) => scene.billing.overview.unbilled(clientId);

  it('is late, while what the task took along is written off with it', () => {
    const { clientId, taskId, later } = writtenOffTask();
    expect(late(clientId)).toEqual([['writtenOff', 0.5, null, 'Newsletter']]);
    expect(unbilled(clientId)).toMatchObject({
      waitingSeconds: hour / 2,
      lateSeconds: hour / 2,
      rawSeconds: 0,
    });
    expect(scene.billing.writeOffs.list(clientId)).toMatchObject([
      { taskId, seconds: hour, reason: 'A gift' },
    ]);
    expect(scene.billing.writeOffOffers(clientId)).toMatchObject([{ kind: 'entry', id: later }]);
  });

  it('can be billed on a line of its own, or written off', async () => {
    const { clientId, later } = writtenOffTask();
    const { invoiceId } = scene.billing.late.bill({ clientId, entryIds: [later], text: 'Late', rate: 4000 });
    await scene.billing.issue(invoiceId);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(2000);
    const other = writtenOffTask();
    const given = { entryIds: [other.later], taskIds: [], fees: [], reason: '' };
    scene.billing.writeOffs.add({ clientId: other.clientId, ...given });
    for (const id of [clientId, other.clientId]) expect(late(id)).toEqual([]);
  });

  it('goes with the task again once that is taken back, and so does an undo of it', () => {
    const { clientId } = writtenOffTask();
    const [{ id } = { id: '' }] = scene.billing.writeOffs.list(clientId);
    scene.billing.writeOffs.takeBack([id]);
    expect(unbilled(clientId)).toMatchObject({ rawSeconds: 1.5 * hour, tasks: 1, lateSeconds: 0 });
    scene.store.undo();
    expect(unbilled(clientId)).toMatchObject({ rawSeconds: 0, tasks: 0, lateSeconds: hour / 2 });
    scene.store.redo();
    expect(unbilled(clientId)).toMatchObject({ rawSeconds: 1.5 * hour, tasks: 1, lateSeconds: 0 });
  });

  it('is no longer written off when it was moved to other work', () => {
    const { clientId, earlier } = writtenOffTask();
    const other = scene.task(clientId, 'Other');
    const move = scene.store.sql.prepare('UPDATE time_entries SET task_id = ? WHERE id = ?');
    move.run(other, earlier);
    expect(unbilled(clientId)).toMatchObject({ unpricedSeconds: hour, lateSeconds: hour / 2 });
    expect(scene.billing.writeOffs.list(clientId)).toMatchObject([{ seconds: null }]);
  });

  it('cannot be billed by the hour while it is written off with the task', () => {
    const { clientId, earlier, later } = writtenOffTask();
    const { invoiceId } = scene.billing.late.bill({ clientId, entryIds: [later], text: 'Late', rate: 4000 });
    const lineId = scene.billing.invoice(invoiceId).lines[0]?.id;
    const link = scene.store.sql.prepare(
      'INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id) VALUES (?, ?, ?, ?)',
    );
    expect(() => link.run('x', lineId, clientId, earlier)).toThrow('writeOff.writtenOff');
  });
});

describe('work that comes after what it belongs to was billed', () => {
  it('is named with the rate that was agreed for what goes beyond', async () => {
    expect(late(await endedRetainer())).toEqual([['cycle', 1.5, 4000, null]]);
    expect(late(await billedDay())).toEqual([['day', 1, null, null]]);
    expect(late(await billedTask())).toEqual([['task', 1, null, 'Newsletter']]);
  });

  it('is paid in the currency of its task, whatever the client is billed in now', async () => {
    const clientId = scene.client({ rate: null });
    const taskId = scene.task(clientId, 'Newsletter');
    scene.billing.taskPrices.set(taskId, 10_000);
    scene.store.sql
      .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
      .run(Date.parse('2026-10-06T10:00:00Z'), taskId);
    await issueAll(clientId);
    const entryId = scene.entry(clientId, { start: '2026-10-07T08:00:00Z', seconds: hour, taskId });
    scene.store.sql.prepare(`UPDATE clients SET currency = 'USD' WHERE id = ?`).run(clientId);
    expect(scene.billing.late.of(clientId)).toMatchObject([{ why: 'task', currency: 'EUR' }]);
    const late = { clientId, entryIds: [entryId], text: 'Late', rate: 4000 };
    expect(scene.billing.invoice(scene.billing.late.bill(late).invoiceId).currency).toBe('EUR');
  });

  it('is told in the summary, where a client has nothing else too', async () => {
    const clientId = await endedRetainer();
    const row = { clientId, lateSeconds: 1.5 * hour, waitingSeconds: 1.5 * hour, rawSeconds: 0 };
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject(row);
    expect(scene.billing.overview.all().unbilled).toMatchObject([row]);
  });

  it('is not late while it can still be billed', () => {
    const clientId = scene.client({ rate: null });
    scene.billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-09-01' });
    scene.entry(clientId, { start: '2026-09-10T08:00:00Z', seconds: hour });
    scene.entry(clientId, { start: '2026-11-10T08:00:00Z', seconds: hour });
    expect(late(clientId)).toEqual([]);
  });

  it.each([
    ['retainer', endedRetainer, 1.5],
    ['day', billedDay, 1],
    ['task', billedTask, 1],
  ] as const)('is billed on a line of its own, once (%s)', async (_what, make, hours) => {
    const clientId = await make();
    const entryIds = [...(scene.billing.late.of(clientId)[0]?.entryIds ?? [])];
    const bill = () => scene.billing.late.bill({ clientId, entryIds, text: 'Late work', rate: 5000 });
    const { invoiceId } = bill();
    const [line] = scene.billing.invoice(invoiceId).lines;
    expect(line).toMatchObject({
      text: 'Late work',
      seconds: hours * hour,
      net: hours * 5000,
      entries: entryIds.length,
    });
    expect(late(clientId)).toEqual([]);
    expect(bill).toThrow(
      expect.objectContaining({ code: 'conflict', details: { reason: 'invoice.notLate' } }),
    );
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({
      ...{ rawSeconds: hours * hour, waitingSeconds: 0, lateSeconds: 0 },
      amounts: [{ amount: hours * 5000, currency: 'EUR' }],
    });
    await scene.billing.issue(invoiceId);
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ amounts: [], rawSeconds: 0 });
    expect(late(clientId)).toEqual([]);
  });

  it('goes on the draft that there is, follows its entries, and is late again when it is taken off', async () => {
    const clientId = await endedRetainer();
    scene.rate(clientId, { validFrom: '2026-10-01', rate: 6000 });
    scene.entry(clientId, { start: '2026-10-05T08:00:00Z', seconds: hour });
    const draftId = scene.draft(clientId);
    const entryIds = [...(scene.billing.late.of(clientId)[0]?.entryIds ?? [])];
    const { invoiceId } = scene.billing.late.bill({ clientId, entryIds, text: 'Late', rate: 4000 });
    expect(invoiceId).toBe(draftId);
    expect(scene.billing.invoice(draftId).totals.net).toBe(12_000);
    scene.store.sql.prepare('UPDATE time_entries SET billable = 0 WHERE id = ?').run(entryIds[0]);
    expect(scene.billing.invoice(draftId).lines[1]).toMatchObject({ seconds: hour / 2, net: 2000 });
    scene.billing.lines.remove(scene.billing.invoice(draftId).lines[1]?.id ?? '');
    expect(late(clientId)).toEqual([['cycle', 0.5, 4000, null]]);
  });

  it('cannot be issued as a line that nothing is left on', async () => {
    const clientId = await billedTask();
    const entryIds = [...(scene.billing.late.of(clientId)[0]?.entryIds ?? [])];
    const { invoiceId } = scene.billing.late.bill({ clientId, entryIds, text: 'Late', rate: 4000 });
    scene.store.sql.prepare('UPDATE time_entries SET billable = 0 WHERE id = ?').run(entryIds[0]);
    expect(scene.billing.invoice(invoiceId).problems).toContain('emptyLine');
  });

  it('can be written off', async () => {
    const clientId = await billedDay();
    const entryIds = [...(scene.billing.late.of(clientId)[0]?.entryIds ?? [])];
    scene.billing.writeOffs.add({ clientId, entryIds, taskIds: [], fees: [], reason: '' });
    expect(late(clientId)).toEqual([]);
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ lateSeconds: 0, waitingSeconds: 0 });
  });

  it('is nobody else’s, and nothing else', async () => {
    const clientId = await billedDay();
    const own = scene.client({ name: 'Hourly' });
    const entryId = scene.entry(own, { start: '2026-10-05T08:00:00Z', seconds: hour });
    for (const [of, entryIds] of [
      [own, [entryId]],
      [own, [...(scene.billing.late.of(clientId)[0]?.entryIds ?? [])]],
    ] as const)
      expect(() =>
        scene.billing.late.bill({ clientId: of, entryIds: [...entryIds], text: 'x', rate: 1 }),
      ).toThrow(expect.objectContaining({ details: { reason: 'invoice.notLate' } }));
  });
});
