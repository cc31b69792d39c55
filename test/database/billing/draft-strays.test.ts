import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

const hour = 3600;
const books = 'bookkeeping';
let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
});
afterEach(() => scene.store.close());

/** As a person changes work: announced, and to be taken back. */
const change = (text: string, ...values: unknown[]) =>
  scene.store.act({ key: 'undo.entryChanged', values: {} }, (announce) => {
    scene.store.sql.prepare(text).run(...values);
    announce('time', clientId);
  });
const kindOf = (entryId: string, kind: string) =>
  change('UPDATE time_entries SET work_kind_id = ? WHERE id = ?', kind, entryId);
const dayLater = (entryId: string) =>
  change(
    'UPDATE time_entries SET started_at = started_at + 86400000, ended_at = ended_at + 86400000 WHERE id = ?',
    entryId,
  );
const work = (start: string, hours: number, taskId: string | null = null) =>
  scene.entry(clientId, { start, seconds: hours * hour, taskId });
const linesOf = (invoiceId: string) =>
  scene.billing.invoice(invoiceId).lines.map(({ kind, rawSeconds, net }) => [kind, rawSeconds, net]);
const unbilled = () => scene.billing.overview.unbilled(clientId);
const dump = () =>
  ['time_entries', 'invoice_lines', 'invoice_line_entries', 'invoice_line_sources'].map((table) =>
    scene.store.sql.prepare(`SELECT * FROM ${table} ORDER BY id`).all(),
  );

describe('work on a draft', () => {
  it('gets the rate of the kind of work that it becomes', () => {
    scene.billing.agreements.save({
      ...newAgreement.hourly(clientId),
      terms: { kindRates: { [books]: 9000 } },
    });
    const entryId = work('2026-11-02T08:00:00Z', 1);
    work('2026-11-03T08:00:00Z', 1);
    const invoiceId = scene.draft(clientId);
    kindOf(entryId, books);
    expect(linesOf(invoiceId)).toEqual([
      ['time', hour, 4500],
      ['time', hour, 9000],
    ]);
    scene.store.undo();
    expect(linesOf(invoiceId)).toEqual([['time', 2 * hour, 9000]]);
  });

  it('leaves the hours of a cycle for those of the cycle before, unless an invoice has settled that', async () => {
    const retainer = newAgreement.retainer(clientId);
    const terms = { ...retainer.terms, seconds: 4 * hour, carryCap: hour, overageRate: 4000 };
    scene.billing.agreements.save({ ...retainer, validFrom: '2026-09-01', terms });
    const entryId = work('2026-10-01T06:00:00Z', 5);
    const invoiceId = scene.draft(clientId);
    const hours = () => linesOf(invoiceId).filter(([kind]) => kind === 'hours');
    expect(hours()).toEqual([['hours', 5 * hour, 0]]);
    change(
      'UPDATE time_entries SET started_at = started_at - 86400000, ended_at = ended_at - 86400000 WHERE id = ?',
      entryId,
    );
    // An hour beyond September now, where it carried one into October before.
    expect(hours()).toEqual([]);
    scene.billing.newer.take(invoiceId);
    expect(hours()).toEqual([['hours', 5 * hour, 4000]]);
    await scene.billing.issue(invoiceId);
    const late = work('2026-09-29T06:00:00Z', 1);
    const second = scene.draft(clientId);
    const [line] = linesOf(second).filter(([kind]) => kind === 'hours');
    expect(line).toEqual(['hours', hour, 0]);
    change('UPDATE time_entries SET ended_at = ended_at + 1800000 WHERE id = ?', late);
    expect(linesOf(second).filter(([kind]) => kind === 'hours')).toEqual([['hours', 1.5 * hour, 0]]);
  });

  it('stands on the line of the day, the task or the kind that it becomes part of', () => {
    scene.billing.agreements.save(newAgreement.hourly(clientId));
    const taskId = scene.task(clientId, 'Flyer');
    const entryId = work('2026-11-02T08:00:00Z', 1);
    work('2026-11-02T10:00:00Z', 1);
    work('2026-11-03T08:00:00Z', 1, taskId);
    const invoiceId = scene.draft(clientId, 'day');
    const said = () => scene.billing.invoice(invoiceId).lines.map(({ text, entries }) => [text, entries]);
    const before = dump();
    dayLater(entryId);
    expect(said()).toEqual([
      ['Mon 2 Nov', 1],
      ['Tue 3 Nov', 2],
    ]);
    scene.store.undo();
    expect(dump()).toEqual(before);
    scene.billing.drafts.change({ invoiceId, grouping: 'task' });
    expect(said()).toEqual([
      ['Other work', 2],
      ['Flyer', 1],
    ]);
    change('UPDATE time_entries SET task_id = ? WHERE id = ?', taskId, entryId);
    expect(said()).toEqual([
      ['Other work', 1],
      ['Flyer', 2],
    ]);
    scene.billing.drafts.change({ invoiceId, grouping: 'kind' });
    expect(said()).toEqual([['Other work', 3]]);
    kindOf(entryId, 'email');
    expect(said()).toEqual([
      ['Other work', 2],
      ['Email', 1],
    ]);
  });

  it('takes its line along when it is all there was, and leaves none behind that says nothing', () => {
    scene.billing.agreements.save({
      ...newAgreement.hourly(clientId),
      terms: { kindRates: { [books]: 9000 } },
    });
    const entryId = work('2026-11-02T08:00:00Z', 1);
    const other = work('2026-11-03T08:00:00Z', 1);
    kindOf(entryId, books);
    const invoiceId = scene.draft(clientId);
    change('UPDATE time_entries SET billable = 0 WHERE id = ?', other);
    expect(linesOf(invoiceId)).toEqual([['time', hour, 9000]]);
    scene.store.undo();
    kindOf(other, books);
    expect(linesOf(invoiceId)).toEqual([['time', 2 * hour, 18_000]]);
  });

  it('counts on the day that it is moved to', () => {
    scene.billing.agreements.save(newAgreement.dayRate(clientId));
    work('2026-11-02T06:00:00Z', 6);
    const entryId = work('2026-11-02T13:00:00Z', 6);
    const invoiceId = scene.draft(clientId);
    expect(linesOf(invoiceId)).toEqual([['day', 12 * hour, 28_000]]);
    const before = dump();
    dayLater(entryId);
    expect(linesOf(invoiceId)).toEqual([
      ['day', 6 * hour, 28_000],
      ['day', 6 * hour, 28_000],
    ]);
    const after = dump();
    scene.store.undo();
    expect(dump()).toEqual(before);
    scene.store.redo();
    expect(dump()).toEqual(after);
  });

  it('joins the line of a day that is on the draft already', () => {
    scene.billing.agreements.save(newAgreement.dayRate(clientId));
    const entryId = work('2026-11-02T06:00:00Z', 4);
    work('2026-11-03T06:00:00Z', 4);
    const invoiceId = scene.draft(clientId);
    dayLater(entryId);
    expect(linesOf(invoiceId)).toEqual([['day', 8 * hour, 28_000]]);
  });

  it('changes between day and hour', () => {
    scene.billing.agreements.save(newAgreement.dayRate(clientId));
    scene.billing.agreements.save({ ...newAgreement.hourly(clientId), workKinds: [books] });
    work('2026-11-02T06:00:00Z', 6);
    const entryId = work('2026-11-02T13:00:00Z', 6);
    const invoiceId = scene.draft(clientId);
    kindOf(entryId, books);
    expect(linesOf(invoiceId)).toEqual([
      ['day', 6 * hour, 28_000],
      ['time', 6 * hour, 27_000],
    ]);
    kindOf(entryId, 'email');
    expect(linesOf(invoiceId)).toEqual([['day', 12 * hour, 28_000]]);
  });

  it('leaves it when its task gets a price of its own, so that no hour is paid twice', async () => {
    scene.rate(clientId, { validFrom: '2026-01-01', rate: 4500 });
    const taskId = scene.task(clientId, 'Flyer');
    work('2026-11-02T06:00:00Z', 1, taskId);
    work('2026-11-02T08:00:00Z', 1);
    const invoiceId = scene.draft(clientId);
    scene.billing.taskPrices.set(taskId, 5000);
    change('UPDATE tasks SET completed_at = started_at FROM time_entries e WHERE e.task_id = tasks.id');
    expect(unbilled()?.amounts).toEqual([{ currency: 'EUR', amount: 9500 }]);
    await scene.billing.issue(invoiceId);
    expect(linesOf(invoiceId)).toEqual([['time', hour, 4500]]);
    expect(unbilled()).toMatchObject({ amounts: [{ currency: 'EUR', amount: 5000 }], rawSeconds: hour });
  });

  it('is paid by the hour again when it is taken off a task with a price', () => {
    scene.rate(clientId, { validFrom: '2026-01-01', rate: 4500 });
    const taskId = scene.task(clientId, 'Flyer');
    const entryId = work('2026-11-02T06:00:00Z', 1, taskId);
    scene.billing.taskPrices.set(taskId, 5000);
    change('UPDATE tasks SET completed_at = started_at FROM time_entries e WHERE e.task_id = tasks.id');
    const invoiceId = scene.draft(clientId);
    change('UPDATE time_entries SET task_id = NULL WHERE id = ?', entryId);
    expect(linesOf(invoiceId)).toEqual([
      ['task', null, 5000],
      ['time', hour, 4500],
    ]);
  });

  it('leaves it when its task becomes one that prices per task are agreed for', () => {
    scene.rate(clientId, { validFrom: '2026-01-01', rate: 4500 });
    scene.billing.agreements.save({ ...newAgreement.perTask(clientId), workKinds: ['writing'] });
    const taskId = scene.task(clientId, 'Flyer');
    work('2026-11-02T06:00:00Z', 1, taskId);
    const invoiceId = scene.draft(clientId);
    scene.store.act({ key: 'undo.taskChanged', values: {} }, (announce) => {
      scene.store.sql.prepare(`UPDATE tasks SET work_kind_id = 'writing' WHERE id = ?`).run(taskId);
      announce('tasks', clientId);
    });
    expect(linesOf(invoiceId)).toEqual([]);
    expect(unbilled()?.waitingSeconds).toBe(hour);
  });

  it('leaves the hours of a retainer that it no longer belongs to', () => {
    const retainer = newAgreement.retainer(clientId);
    scene.billing.agreements.save({ ...retainer, validFrom: '2026-10-01' });
    scene.billing.agreements.save({ ...newAgreement.hourly(clientId), workKinds: [books] });
    const entryId = work('2026-10-05T05:00:00Z', 2);
    work('2026-10-06T05:00:00Z', 1);
    const invoiceId = scene.draft(clientId);
    kindOf(entryId, books);
    expect(linesOf(invoiceId).filter(([kind]) => kind !== 'fee')).toEqual([
      ['hours', hour, 0],
      ['time', 2 * hour, 9000],
    ]);
  });

  it('leaves the hours of a cycle for a day after it', () => {
    scene.billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-10-01' });
    const entryId = work('2026-10-31T05:00:00Z', 2);
    work('2026-10-06T05:00:00Z', 1);
    const invoiceId = scene.draft(clientId);
    dayLater(entryId);
    expect(linesOf(invoiceId).filter(([kind]) => kind !== 'fee')).toEqual([['hours', hour, 0]]);
    expect(unbilled()?.waitingSeconds).toBe(2 * hour);
  });

  it.each(['dayRate', 'retainer'] as const)(
    'comes back with its line when its deletion is undone (%s)',
    (agreement) => {
      scene.billing.agreements.save({ ...newAgreement[agreement](clientId), validFrom: '2026-10-01' });
      const entryId = work('2026-10-05T05:00:00Z', 6);
      const invoiceId = scene.draft(clientId);
      const before = dump();
      change('DELETE FROM time_entries WHERE id = ?', entryId);
      expect(linesOf(invoiceId).filter(([kind]) => kind !== 'fee')).toEqual([]);
      scene.store.undo();
      expect(dump()).toEqual(before);
    },
  );

  it('is rounded together with all other work of its draft, as the summary before it said', () => {
    scene.round(clientId, { rounding: 'up', minutes: 15, per: 'day' });
    scene.billing.agreements.save({
      ...newAgreement.dayRate(clientId),
      terms: { halfFrom: 240, fullFrom: 480, over: null },
    });
    scene.billing.agreements.save({ ...newAgreement.hourly(clientId), workKinds: [books] });
    scene.entry(clientId, { start: '2026-11-02T06:00:00Z', seconds: 230 * 60 });
    kindOf(scene.entry(clientId, { start: '2026-11-02T12:00:00Z', seconds: 20 * 60 }), books);
    const before = unbilled()?.amounts;
    scene.draft(clientId);
    change('UPDATE time_entries SET note = note');
    expect(unbilled()?.amounts).toEqual(before);
  });
});
