import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
});
afterEach(() => scene.store.close());

const refusal = (field: string, reason: string) =>
  expect.objectContaining({
    code: 'invalid_input',
    details: expect.objectContaining({ fields: { [field]: reason } }),
  });
const save = (input: Parameters<BillingScene['billing']['agreements']['save']>[0]) =>
  scene.billing.agreements.save(input);
const worth = () => scene.billing.overview.unbilled(clientId)?.amounts;
const inKind = (entryId: string, kind: string) =>
  scene.store.sql.prepare('UPDATE time_entries SET work_kind_id = ? WHERE id = ?').run(kind, entryId);

describe('agreements of a client', () => {
  it('hold from their days on, and say which version holds now', () => {
    const { agreementId } = save(newAgreement.hourly(clientId, 4000));
    save({ ...newAgreement.hourly(clientId, 5000), agreementId, validFrom: '2026-11-01' });
    save({ ...newAgreement.hourly(clientId, 6000), agreementId, validFrom: '2027-01-01' });
    const [only] = scene.billing.agreements.list(clientId);
    expect(only?.versions.map(({ rate, current }) => [rate, current])).toEqual([
      [4000, false],
      [5000, true],
      [6000, false],
    ]);
  });

  it('may stand side by side for kinds of work, but never claim the same', () => {
    save(newAgreement.hourly(clientId));
    expect(() => save(newAgreement.retainer(clientId))).toThrow(refusal('workKinds', 'agreement.overlapAll'));
    const { agreementId } = save({ ...newAgreement.retainer(clientId), workKinds: ['writing', 'email'] });
    expect(() => save({ ...newAgreement.dayRate(clientId), workKinds: ['email'] })).toThrow(
      refusal('workKinds', 'agreement.overlapKind'),
    );
    scene.billing.agreements.end({ agreementId, endedOn: '2026-10-31' });
    const next = { ...newAgreement.dayRate(clientId), workKinds: ['email'], validFrom: '2026-11-01' };
    save(next);
    expect(() => scene.billing.agreements.end({ agreementId, endedOn: null })).toThrow(
      refusal('endedOn', 'agreement.overlapKind'),
    );
    // A price per task stands beside terms for time.
    save(newAgreement.perTask(clientId));
    expect(scene.billing.agreements.of(clientId)).toHaveLength(4);
  });

  it('refuse a second version of a day, days outside, unknown kinds and ids', () => {
    const { agreementId, termsId } = save({ ...newAgreement.hourly(clientId), validFrom: '2026-03-01' });
    expect(() => save({ ...newAgreement.hourly(clientId), agreementId, validFrom: '2026-03-01' })).toThrow(
      refusal('validFrom', 'agreement.sameDay'),
    );
    expect(() => scene.billing.agreements.end({ agreementId, endedOn: '2026-02-28' })).toThrow(
      refusal('endedOn', 'agreement.endBeforeStart'),
    );
    scene.billing.agreements.end({ agreementId, endedOn: '2026-06-30' });
    expect(() => save({ ...newAgreement.hourly(clientId), agreementId, validFrom: '2026-07-01' })).toThrow(
      refusal('validFrom', 'agreement.afterEnd'),
    );
    expect(() => save({ ...newAgreement.hourly(clientId), workKinds: ['no-such-kind'] })).toThrow(
      refusal('workKinds', 'field.id'),
    );
    const other = scene.client({ name: 'Other', rate: null });
    for (const input of [
      { ...newAgreement.hourly(other), agreementId },
      { ...newAgreement.retainer(clientId), agreementId },
      { ...newAgreement.hourly(clientId), agreementId, termsId: other },
    ])
      expect(() => save(input)).toThrow(expect.objectContaining({ code: 'not_found' }));
    expect(termsId).toBeTruthy();
  });

  it('go and come back with undo, prices that were written down included', () => {
    const { agreementId, termsId } = save(newAgreement.hourly(clientId, 4000));
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    save({ ...newAgreement.hourly(clientId, 9000), agreementId, termsId });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
    const before = scene.billing.agreements.list(clientId);
    scene.billing.agreements.removeTerms(termsId);
    expect(scene.billing.agreements.list(clientId)).toEqual([]);
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ amounts: [], unpricedSeconds: 3600 });
    scene.store.undo();
    expect(scene.billing.agreements.list(clientId)).toEqual(before);
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
    scene.store.undo();
    expect(scene.store.sql.prepare('SELECT count(*) FROM entry_prices').pluck().get()).toBe(0);
    scene.store.redo();
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
  });
});

describe('the price of work that is done', () => {
  const reprice = (shown = scene.billing.repricing.preview(clientId)) =>
    scene.billing.repricing.reprice(clientId, shown);

  it('is put right as it was shown, and not when other work or other terms came in between', () => {
    const { agreementId, termsId } = save(newAgreement.hourly(clientId, 4000));
    for (const day of [2, 3]) scene.entry(clientId, { start: `2026-11-0${day}T08:00:00Z`, seconds: 3600 });
    save({ ...newAgreement.hourly(clientId, 5000), agreementId, termsId });
    const shown = scene.billing.repricing.preview(clientId);
    save({ ...newAgreement.hourly(clientId, 5500), agreementId, termsId });
    const reason = expect.objectContaining({ details: { reason: 'agreement.repricedElse' } });
    expect(() => reprice(shown)).toThrow(reason);
    expect(worth()).toEqual([{ currency: 'EUR', amount: 8000 }]);
    expect(reprice()).toEqual({ entries: 2 });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 11_000 }]);
  });

  it('stays when terms change, ends with its kind of work, its day or its client, and is corrected only on purpose', () => {
    const { agreementId, termsId } = save(newAgreement.hourly(clientId, 4000));
    const entry = scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    save({ ...newAgreement.hourly(clientId, 5000), agreementId, termsId });
    save({ ...newAgreement.hourly(clientId, 7000), workKinds: ['writing'] });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
    expect(scene.billing.repricing.preview(clientId)).toEqual([
      {
        entries: 1,
        tasks: 0,
        seconds: 3600,
        from: '2026-11-02',
        to: '2026-11-02',
        before: { by: 'hour', rate: 4000, currency: 'EUR' },
        after: { by: 'hour', rate: 5000, currency: 'EUR' },
      },
    ]);
    // Later on the same day it is the same work.
    const move = (at: string) =>
      scene.store.sql
        .prepare('UPDATE time_entries SET started_at = ?, ended_at = ? WHERE id = ?')
        .run(Date.parse(at), Date.parse(at) + 3_600_000, entry);
    move('2026-11-02T15:00:00Z');
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
    inKind(entry, 'writing');
    expect(worth()).toEqual([{ currency: 'EUR', amount: 7000 }]);
    inKind(entry, 'email');
    expect(worth()).toEqual([{ currency: 'EUR', amount: 5000 }]);
    save({ ...newAgreement.hourly(clientId, 6000), agreementId, termsId });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 5000 }]);
    move('2026-11-03T08:00:00Z');
    expect(worth()).toEqual([{ currency: 'EUR', amount: 6000 }]);
  });

  it('is put right by asking for it, and what is on a draft follows', () => {
    const { agreementId, termsId } = save(newAgreement.hourly(clientId, 4000));
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    const invoiceId = scene.draft(clientId);
    scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 1800 });
    save({ ...newAgreement.hourly(clientId, 5000), agreementId, termsId });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 6000 }]);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(4000);
    expect(reprice()).toEqual({ entries: 2 });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 7500 }]);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(5000);
    scene.store.undo();
    expect(worth()).toEqual([{ currency: 'EUR', amount: 6000 }]);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(4000);
  });

  it('is put right for tasks that are on no invoice, and not where it was typed for the task', () => {
    const saved = save(newAgreement.perTask(clientId, 2200));
    const [done, typed, drafted] = ['Done', 'Typed', 'Drafted'].map((title) => scene.task(clientId, title));
    const finish = (taskId: string | undefined) =>
      scene.store.sql
        .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
        .run(Date.parse('2026-11-06T10:00:00Z'), taskId);
    finish(drafted);
    const invoiceId = scene.draft(clientId);
    finish(done);
    finish(typed);
    scene.billing.taskPrices.set(typed ?? '', 3000);
    save({ ...newAgreement.perTask(clientId, 22_000), ...saved });
    expect(scene.billing.repricing.preview(clientId)).toEqual([
      {
        ...{ entries: 0, tasks: 1, seconds: 0, from: '2026-11-06', to: '2026-11-06' },
        before: { by: 'task', rate: 2200, currency: 'EUR' },
        after: { by: 'task', rate: 22_000, currency: 'EUR' },
      },
    ]);
    reprice();
    const priceOf = (taskId: string | undefined) => scene.billing.taskPrices.view(taskId ?? '')?.price;
    expect([done, typed, drafted].map(priceOf)).toEqual([22_000, 3000, 2200]);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(2200);
    scene.store.undo();
    expect(priceOf(done)).toBe(2200);
  });

  it('is put right for days and what goes beyond them on a draft, but not where somebody typed another', () => {
    const { terms, ...day } = newAgreement.dayRate(clientId, 28_000);
    const agreed = { ...day, terms: { ...terms, over: { after: 480, rate: 4000 } } };
    const saved = save(agreed);
    for (const on of ['2026-11-02', '2026-11-03'])
      scene.entry(clientId, { start: `${on}T05:00:00Z`, seconds: 9 * 3600 });
    const invoiceId = scene.draft(clientId);
    const units = () => scene.billing.invoice(invoiceId).lines.map(({ unit }) => unit);
    expect(units()).toEqual([28_000, 4000, 28_000, 4000]);
    const [first] = scene.billing.invoice(invoiceId).lines;
    scene.billing.lines.change({ lineId: first?.id ?? '', unit: 30_000 });
    save({ ...agreed, ...saved, rate: 32_000, terms: { ...terms, over: { after: 480, rate: 5000 } } });
    expect(units()).toEqual([30_000, 4000, 28_000, 4000]);
    reprice();
    expect(units()).toEqual([30_000, 5000, 32_000, 5000]);
    scene.store.undo();
    expect(units()).toEqual([30_000, 4000, 28_000, 4000]);
  });

  it('leaves the draft with the currency that it had', () => {
    const saved = save(newAgreement.dayRate(clientId, 28_000));
    scene.entry(clientId, { start: '2026-11-02T05:00:00Z', seconds: 9 * 3600 });
    const invoiceId = scene.draft(clientId);
    save({ ...newAgreement.dayRate(clientId, 28_000), ...saved, currency: 'USD' });
    reprice();
    expect(scene.billing.invoice(invoiceId)).toMatchObject({ currency: 'EUR', lines: [] });
    expect(worth()).toEqual([{ currency: 'USD', amount: 28_000 }]);
  });

  it('is shown before the terms that it comes from are removed', async () => {
    const old = save(newAgreement.hourly(clientId, 4000));
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    await scene.billing.issue(scene.draft(clientId));
    scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 3600 });
    scene.draft(clientId);
    save({ ...newAgreement.hourly(clientId, 5000), ...old, termsId: null, validFrom: '2026-11-10' });
    scene.entry(clientId, { start: '2026-11-04T08:00:00Z', seconds: 1800 });
    scene.entry(clientId, { start: '2026-11-11T08:00:00Z', seconds: 1800 });
    const without = (termsId: string) => scene.billing.repricing.without(termsId);
    expect(without(old.termsId)).toEqual([
      {
        ...{ entries: 2, tasks: 0, seconds: 5400, from: '2026-11-03', to: '2026-11-04' },
        before: { by: 'hour', rate: 4000, currency: 'EUR' },
        after: { by: 'none', rate: null, currency: null },
      },
    ]);
    expect(() => without('gone')).toThrow('not_found');
  });

  it('is not offered anew once the work is written off', () => {
    const { agreementId, termsId } = save(newAgreement.hourly(clientId, 4000));
    const given = scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    scene.entry(clientId, { start: '2026-11-02T10:00:00Z', seconds: 1800 });
    save({ ...newAgreement.hourly(clientId, 5000), agreementId, termsId });
    expect(scene.billing.repricing.preview(clientId)).toMatchObject([{ entries: 2, seconds: 5400 }]);
    scene.billing.writeOffs.add({
      ...{ clientId, entryIds: [given], taskIds: [], fees: [], expenseIds: [] },
      reason: '',
    });
    expect(scene.billing.repricing.preview(clientId)).toMatchObject([{ entries: 1, seconds: 1800 }]);
    expect(reprice()).toEqual({ entries: 1 });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 2500 }]);
  });

  it('follows the rate of its kind of work', () => {
    save({ ...newAgreement.hourly(clientId, 4000), terms: { kindRates: { writing: 6000 } } });
    inKind(scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 }), 'writing');
    inKind(scene.entry(clientId, { start: '2026-11-02T10:00:00Z', seconds: 3600 }), 'email');
    expect(worth()).toEqual([{ currency: 'EUR', amount: 10_000 }]);
    expect(scene.billing.invoice(scene.draft(clientId)).totals.net).toBe(10_000);
  });
});

describe('a fixed price on a task', () => {
  it("takes its entries along, and is the client's price per task unless one is typed", () => {
    save(newAgreement.hourly(clientId, 4000));
    const task = scene.task(clientId, 'Logo');
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600, taskId: task });
    expect(scene.billing.taskPrices.view(task)).toMatchObject({ price: null, from: null, currency: 'EUR' });
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
    scene.billing.taskPrices.set(task, 15_000);
    expect(scene.billing.taskPrices.view(task)).toMatchObject({ price: 15_000, from: 'task' });
    expect(worth()).toEqual([]);
    scene.billing.taskPrices.set(task, null);
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
    save({ ...newAgreement.perTask(clientId, 2200), currency: 'GBP' });
    expect(scene.billing.taskPrices.view(task)).toMatchObject({
      price: 2200,
      currency: 'GBP',
      from: 'agreement',
    });
    // The hour was worked before prices per task were agreed, so it keeps its price.
    expect(worth()).toEqual([{ currency: 'EUR', amount: 4000 }]);
    expect(scene.billing.taskPrices.view('nothing')).toBeNull();
    expect(() => scene.billing.taskPrices.set('nothing', 1)).toThrow(
      expect.objectContaining({ code: 'not_found' }),
    );
  });

  it('keeps what was agreed when it was finished', () => {
    const { agreementId, termsId } = save(newAgreement.perTask(clientId, 2200));
    const task = scene.task(clientId, 'Logo');
    const finished = Date.parse('2026-11-05T10:00:00Z');
    scene.store.sql.prepare('UPDATE tasks SET completed_at = ? WHERE id = ?').run(finished, task);
    save({ ...newAgreement.perTask(clientId, 3000), agreementId, termsId });
    expect(scene.billing.taskPrices.view(task)).toMatchObject({ price: 2200, from: 'agreement' });
    expect(scene.billing.taskPrices.view(scene.task(clientId, 'Next'))).toMatchObject({ price: 3000 });
  });
});
