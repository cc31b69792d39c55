import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMonthMoney } from '#main/features/billing/month.ts';
import { settledOn } from '#renderer/features/billing/invoice/settled-on.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let invoiceId: string;

beforeEach(async () => {
  scene = openBillingScene();
  clientId = scene.client();
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 7200 });
  invoiceId = scene.draft(clientId);
  await scene.billing.issue(invoiceId);
});
afterEach(() => scene.store.close());

const today = '2026-11-25';
const pay = (amount: number, paidOn = today, id: string | null = null) =>
  scene.billing.payments.save({ id, invoiceId, paidOn, amount, note: '' });
const standing = () => scene.billing.payments.account(invoiceId).standing;
const row = () => scene.billing.overview.invoices(clientId)[0];
const laterThanDue = () => scene.clock.advance(35 * 86_400_000);

describe('payments', () => {
  it('in parts, in full, too much and back again move the state, and undo takes each back', () => {
    expect(standing()).toMatchObject({ status: 'issued', open: 9000 });
    pay(4000);
    expect(row()).toMatchObject({ standing: { status: 'part_paid', open: 5000 } });
    pay(5000);
    expect(row()).toMatchObject({ standing: { status: 'paid', open: 0 }, settledOn: today });
    pay(100);
    expect(standing()).toMatchObject({ status: 'paid', open: -100 });
    expect(scene.billing.overview.all()).toMatchObject({
      open: [],
      owed: [{ currency: 'EUR', amount: 100 }],
    });
    pay(-100);
    expect(standing()).toMatchObject({ status: 'paid', open: 0 });
    expect(scene.billing.overview.all().open).toEqual([]);
    expect(createMonthMoney(scene.store.sql)('2026-11').received).toEqual([
      { currency: 'EUR', amount: 9000 },
    ]);
    for (const open of [-100, 0, 5000, 9000]) {
      scene.store.undo();
      expect(standing().open).toBe(open);
    }
  });

  it('can be changed and removed', () => {
    pay(4000);
    const id = scene.billing.payments.account(invoiceId).payments[0]?.id ?? '';
    pay(4500, '2026-11-01', id);
    expect(scene.billing.payments.account(invoiceId).payments).toEqual([
      { id, paidOn: '2026-11-01', amount: 4500, note: '' },
    ]);
    scene.billing.payments.remove(id);
    expect(standing().open).toBe(9000);
    expect(() => scene.billing.payments.remove(id)).toThrow('not_found');
  });

  it('belong to issued invoices only, in the service and in the database', () => {
    const draft = scene.draft(clientId);
    const save = { id: null, paidOn: today, amount: 1, note: '' };
    const reason = expect.objectContaining({ details: { reason: 'payment.notIssued' } });
    expect(() => scene.billing.payments.save({ ...save, invoiceId: draft })).toThrow(reason);
    const insert = () =>
      scene.store.sql
        .prepare(`INSERT INTO payments VALUES ('p', ?, ?, '2026-11-02', 1, '', 1, 1)`)
        .run(clientId, draft);
    expect(insert).toThrow('locked: payment.notIssued');
    scene.store.sql.exec('DROP TRIGGER payments_insert');
    expect(insert).not.toThrow();
  });

  it('pay no more back than came in, also when a payment is changed', () => {
    const refused = expect.objectContaining({ details: { fields: { amount: 'payment.moreThanPaid' } } });
    expect(() => pay(-50)).toThrow(refused);
    pay(4000);
    expect(() => pay(-4001)).toThrow(refused);
    pay(-4000);
    const id = scene.billing.payments.account(invoiceId).payments.find(({ amount }) => amount < 0)?.id;
    expect(() => pay(-4001, today, id ?? '')).toThrow(refused);
    pay(-3000, today, id ?? '');
    expect(standing().open).toBe(8000);
  });

  it('stay beneath what was paid back of them: neither removed, nor lessened, nor moved behind it', () => {
    pay(4000, '2026-11-20');
    pay(-3000, '2026-11-22');
    const id = scene.billing.payments.account(invoiceId).payments[0]?.id ?? '';
    const reason = expect.objectContaining({ details: { reason: 'payment.paidBack' } });
    expect(() => scene.billing.payments.remove(id)).toThrow(reason);
    const refused = (path: string) =>
      expect.objectContaining({ details: { fields: { [path]: 'payment.paidBack' } } });
    expect(() => pay(2999, '2026-11-20', id)).toThrow(refused('amount'));
    expect(() => pay(4000, '2026-11-23', id)).toThrow(refused('paidOn'));
    expect(standing().open).toBe(8000);
    pay(3000, '2026-11-22', id);
    const back = scene.billing.payments.account(invoiceId).payments.find(({ amount }) => amount < 0)?.id;
    scene.billing.payments.remove(back ?? '');
    scene.billing.payments.remove(id);
    expect(standing().open).toBe(9000);
  });

  it('are not paid back before they came in', () => {
    pay(4000, '2026-11-20');
    expect(() => pay(-4000, '2026-11-19')).toThrow(
      expect.objectContaining({ details: { fields: { paidOn: 'payment.beforePaid' } } }),
    );
  });

  it('may come in before the invoice, but not years before it', () => {
    pay(100, '2026-06-01');
    expect(() => pay(100, '1926-11-20')).toThrow(
      expect.objectContaining({ details: { fields: { paidOn: 'payment.tooEarly' } } }),
    );
  });

  it('are refused for a day to come', () => {
    expect(() => pay(1, '2026-12-24')).toThrow(
      expect.objectContaining({ details: { fields: { paidOn: 'payment.future' } } }),
    );
  });
});

describe('giving up', () => {
  it('takes what is open, once, and can be taken back', () => {
    pay(2500);
    scene.billing.payments.writeOff({ invoiceId, reason: 'Closed down' });
    expect(standing()).toMatchObject({ status: 'written_off', open: 0 });
    expect(scene.billing.payments.account(invoiceId).writeOff).toEqual({
      ...{ on: today, amount: 6500, reason: 'Closed down' },
    });
    expect(() => scene.billing.payments.writeOff({ invoiceId, reason: '' })).toThrow(
      expect.objectContaining({ details: { reason: 'payment.nothingOpen' } }),
    );
    scene.billing.payments.takeBack(invoiceId);
    expect(standing()).toMatchObject({ status: 'part_paid', open: 6500 });
  });
});

describe('what comes in after all', () => {
  it('settles the invoice on its own day, not on the day that it was given up', () => {
    scene.billing.payments.writeOff({ invoiceId, reason: '' });
    expect(row()).toMatchObject({ standing: { status: 'written_off' }, settledOn: today });
    pay(4000, '2026-11-21');
    expect(row()).toMatchObject({ standing: { status: 'written_off' }, settledOn: today });
    pay(5000, '2026-11-22');
    expect(row()).toMatchObject({ standing: { status: 'paid' }, settledOn: '2026-11-22' });
    expect(settledOn(scene.billing.payments.account(invoiceId))).toBe('2026-11-22');
  });
});

describe('giving up again', () => {
  it('adds what is open once more to what was given up before', () => {
    pay(2500);
    scene.billing.payments.writeOff({ invoiceId, reason: 'Closed down' });
    const [payment] = scene.billing.payments.account(invoiceId).payments;
    scene.billing.payments.remove(payment?.id ?? '');
    expect(standing()).toMatchObject({ open: 2500 });
    scene.billing.payments.writeOff({ invoiceId, reason: '' });
    expect(standing()).toMatchObject({ status: 'written_off', open: 0 });
    expect(scene.billing.payments.account(invoiceId).writeOff).toEqual({
      ...{ on: today, amount: 9000, reason: 'Closed down' },
    });
    scene.store.undo();
    expect(standing()).toMatchObject({ open: 2500 });
  });
});

describe('what is late', () => {
  it('shows with what is open of it, and is reminded of in the client’s language', async () => {
    await expect(scene.billing.remind(invoiceId)).rejects.toMatchObject({
      details: { reason: 'payment.notOverdue' },
    });
    laterThanDue();
    pay(4000);
    expect(scene.billing.overview.all()).toMatchObject({
      overdue: [{ currency: 'EUR', amount: 5000 }],
      overdueCount: 1,
    });
    scene.store.sql.prepare(`UPDATE clients SET language = 'nb' WHERE id = ?`).run(clientId);
    await expect(scene.billing.remind(invoiceId)).resolves.toEqual({ level: 1, addressed: false });
    await expect(scene.billing.remind(invoiceId)).rejects.toMatchObject({
      details: { reason: 'payment.reminded' },
    });
    expect(scene.opened).toHaveLength(1);
    // One that was not sent has given nobody a term.
    scene.billing.payments.forgetReminder(invoiceId);
    expect(scene.billing.payments.account(invoiceId).reminders).toEqual([]);
    scene.store.sql
      .prepare(`UPDATE billing_parties SET email = 'accounts@example.org' WHERE client_id = ?`)
      .run(clientId);
    await expect(scene.billing.remind(invoiceId)).resolves.toEqual({ level: 1, addressed: true });
    expect(scene.opened[1]).toMatch(/^mailto:accounts(@|%40)example\.org\?/);
    scene.clock.advance(7 * 24 * 3_600_000);
    await expect(scene.billing.remind(invoiceId)).resolves.toEqual({ level: 2, addressed: true });
    expect(scene.opened[0]).toMatch(/^mailto:\?subject=P%C3%A5minnelse/);
    expect(decodeURIComponent(scene.opened[1] ?? '')).toContain('50,00');
    expect(decodeURIComponent(scene.opened[1] ?? '')).toContain('40,00');
    expect(scene.billing.payments.account(invoiceId).reminders).toEqual([
      { level: 1, on: '2026-12-30' },
      { level: 2, on: '2027-01-06' },
    ]);
  });

  it('comes with what credit notes have left', async () => {
    laterThanDue();
    const [line] = scene.billing.credits.creditable(invoiceId).lines;
    const lines = [{ lineId: line?.id ?? '', net: 2000 }];
    const credit = scene.billing.credits.create({ invoiceId, lines, givesBack: false });
    expect(standing().open).toBe(9000);
    await scene.billing.issue(credit.invoiceId);
    expect(standing()).toMatchObject({ status: 'overdue', open: 7000 });
    expect(
      scene.billing.overview.invoices(clientId).find(({ kind }) => kind === 'credit_note'),
    ).toMatchObject({
      gross: -2000,
      standing: { status: 'issued', open: 0 },
    });
  });
});
