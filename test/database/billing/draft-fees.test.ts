import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type AgreementInput, newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let agreement: { agreementId: string; termsId: string };
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
  agreement = scene.billing.agreements.save(retainer());
});
afterEach(() => scene.store.close());

const retainer = () => ({ ...newAgreement.retainer(clientId), validFrom: '2026-10-01' });
const correct = (changes: Partial<Extract<AgreementInput, { kind: 'retainer' }>>) =>
  scene.billing.agreements.save({ ...retainer(), ...agreement, ...changes });
const end = (endedOn: string) =>
  scene.billing.agreements.end({ agreementId: agreement.agreementId, endedOn });
const fees = (invoiceId: string) =>
  scene.billing
    .invoice(invoiceId)
    .lines.map(({ kind, text, net }) => [kind, text.replace(/\u00a0/g, ' '), net]);
const due = () => scene.billing.overview.unbilled(clientId)?.cycles;
const october = 'Retainer 1–31 October 2026, 20h';
const november = 'Retainer 1–30 November 2026, 20h';

describe('the fee on a draft', () => {
  it('follows the terms that are corrected, with its words, and an undo of them', () => {
    const invoiceId = scene.draft(clientId);
    const before = [
      ['fee', october, 76_000],
      ['fee', november, 76_000],
    ];
    expect(fees(invoiceId)).toEqual(before);
    const { terms } = retainer();
    correct({ rate: 80_000, terms: { ...terms, seconds: 25 * 3600 } });
    const after = before.map(([kind, text]) => [kind, `${text}`.replace('20h', '25h'), 80_000]);
    expect(fees(invoiceId)).toEqual(after);
    scene.store.undo();
    expect(fees(invoiceId)).toEqual(before);
    scene.store.redo();
    expect(fees(invoiceId)).toEqual(after);
  });

  it('keeps an amount and words that somebody typed', () => {
    const invoiceId = scene.draft(clientId);
    const [first, second] = scene.billing.invoice(invoiceId).lines;
    scene.billing.lines.change({ lineId: first?.id ?? '', unit: 70_000 });
    scene.billing.lines.change({ lineId: second?.id ?? '', text: 'November' });
    correct({ rate: 80_000 });
    expect(fees(invoiceId)).toEqual([
      ['fee', october, 70_000],
      ['fee', 'November', 80_000],
    ]);
  });

  it('goes when its agreement ended before its cycle, and comes back with an undo', async () => {
    const invoiceId = scene.draft(clientId);
    end('2026-10-31');
    expect(fees(invoiceId)).toEqual([['fee', october, 76_000]]);
    expect(due()).toBe(1);
    scene.store.undo();
    expect(fees(invoiceId)).toHaveLength(2);
    scene.store.redo();
    await scene.billing.issue(invoiceId);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(76_000);
    expect(due()).toBe(0);
  });

  it('shrinks to the days of a cycle that ends early, where that is charged by days', () => {
    const invoiceId = scene.draft(clientId);
    correct({ terms: { ...retainer().terms, stub: 'prorated' } });
    end('2026-11-15');
    expect(fees(invoiceId)).toEqual([
      ['fee', october, 76_000],
      ['fee', 'Retainer 1–15 November 2026, 10h', 38_000],
    ]);
  });

  it('leaves for another draft when it is paid in another currency, or not due yet', () => {
    const invoiceId = scene.draft(clientId);
    correct({ terms: { ...retainer().terms, fee: 'after' } });
    expect(fees(invoiceId)).toEqual([['fee', october, 76_000]]);
    correct({ currency: 'GBP' });
    expect(fees(invoiceId)).toEqual([]);
    expect(due()).toBe(2);
  });

  it('is beside hours whose rate follows too, unless another one was typed', () => {
    scene.entry(clientId, { start: '2026-10-02T06:00:00Z', seconds: 22 * 3600 });
    const invoiceId = scene.draft(clientId);
    const hours = () => scene.billing.invoice(invoiceId).lines.find(({ kind }) => kind === 'hours');
    expect(hours()).toMatchObject({ unit: 4000, net: 8000 });
    const { terms } = retainer();
    correct({ terms: { ...terms, overageRate: 5000 } });
    expect(hours()).toMatchObject({ unit: 5000, net: 10_000 });
    scene.billing.lines.change({ lineId: hours()?.id ?? '', unit: 4500 });
    correct({ terms: { ...terms, overageRate: 6000 } });
    expect(hours()).toMatchObject({ unit: 4500, net: 9000 });
  });

  it('stays while the person is where its cycle has not begun yet', () => {
    end('2026-10-31');
    scene.billing.agreements.save({
      ...retainer(),
      validFrom: '2026-11-25',
      terms: { ...retainer().terms, cycleDay: 25 },
    });
    const invoiceId = scene.draft(clientId);
    expect(fees(invoiceId)).toHaveLength(2);
    scene.clock.moveTo('Pacific/Pago_Pago');
    scene.store.act({ key: 'undo.entryChanged', values: {} }, (announce) => announce('time', clientId));
    expect(fees(invoiceId)).toHaveLength(2);
  });
});

it('a task on a draft leaves it when it is opened again, and is due once it is finished', () => {
  const taskId = scene.task(clientId, 'Flyer');
  const finish = (at: number | null) =>
    scene.store.act({ key: 'undo.taskChanged', values: {} }, (announce) => {
      scene.store.sql.prepare('UPDATE tasks SET completed_at = ? WHERE id = ?').run(at, taskId);
      announce('tasks', clientId);
    });
  scene.billing.taskPrices.set(taskId, 10_000);
  scene.entry(clientId, { start: '2026-11-05T08:00:00Z', seconds: 3600, taskId });
  end('2026-10-31');
  finish(Date.parse('2026-11-06T08:00:00Z'));
  const invoiceId = scene.draft(clientId);
  const tasks = () => scene.billing.overview.unbilled(clientId)?.tasks;
  expect(fees(invoiceId)).toEqual([
    ['task', 'Flyer', 10_000],
    ['fee', october, 76_000],
  ]);
  finish(null);
  expect(fees(invoiceId)).toEqual([['fee', october, 76_000]]);
  expect([tasks(), scene.billing.overview.unbilled(clientId)?.waitingSeconds]).toEqual([0, 3600]);
  scene.store.undo();
  expect(fees(invoiceId)).toHaveLength(2);
  expect(tasks()).toBe(1);
});
