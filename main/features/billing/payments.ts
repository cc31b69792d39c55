import { daysBetween } from '#shared/domain/dates.ts';
import type {
  CreditNoteRow,
  InvoiceAccount,
  PaymentView,
  paymentsContract,
} from '#shared/ipc/billing-payments.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Store } from '../../store/store.ts';
import { createStandings } from './standing.ts';
import type { Tools } from './tools.ts';

type Contract = typeof paymentsContract;

export interface Payments {
  /** Throws `not_found`, or `invalid_input` for what is no issued invoice. */
  account(invoiceId: string): InvoiceAccount;
  /**
   * Money may come in before the invoice was issued. Throws `invalid_input` at `paidOn` for a day to come or years
   * before, and at `paidOn` or `amount` when on some day more would have been paid back than had come in.
   */
  save(input: InputOf<Contract['billing.savePayment']>): void;
  /** Throws `conflict` for a payment of which money was paid back. */
  remove(id: string): void;
  /** Gives up what is open, beside what was given up before; throws `conflict` when nothing is. */
  writeOff(input: InputOf<Contract['billing.writeOff']>): void;
  takeBack(invoiceId: string): void;
  /** Forgets the last reminder, which was drafted and not sent. */
  forgetReminder(invoiceId: string): void;
}

/** Two years in days: a payment so long before its invoice is a typing mistake. */
const farthestBefore = 731;

type PaidOn = Pick<PaymentView, 'paidOn' | 'amount'>;

const totalOf = (payments: readonly PaidOn[]) => payments.reduce((sum, { amount }) => sum + amount, 0);

/** Whether at the end of some day more had been paid back than had come in until then. */
function fallsBelowZero(payments: readonly PaidOn[]): boolean {
  return payments.some(({ paidOn }) => totalOf(payments.filter((other) => other.paidOn <= paidOn)) < 0);
}

/** Money that came in for invoices, or never will, over the database. Amounts in minor units, dates ISO. */
export function createPayments(store: Store, { clock, ids, today }: Tools): Payments {
  const { sql } = store;
  const standingOf = createStandings(sql);
  const payments = sql.prepare<[string], PaymentView>(
    `SELECT id, paid_on AS paidOn, amount_minor AS amount, note FROM payments WHERE invoice_id = ?
     ORDER BY paid_on, created_at, id`,
  );
  const credits = sql.prepare<[string], CreditNoteRow>(
    `SELECT id, client_id AS clientId, number, issue_date AS issueDate, gross_minor AS gross FROM invoices
     WHERE corrects_id = ? ORDER BY issued_at IS NULL, issued_at, created_at`,
  );
  const writtenOff = sql.prepare<[string], { on: string; amount: number; reason: string }>(
    'SELECT written_off_on AS "on", amount_minor AS amount, reason FROM invoice_write_offs WHERE invoice_id = ?',
  );
  const reminders = sql.prepare<[string], { level: number; on: string }>(
    'SELECT level, made_on AS "on" FROM invoice_reminders WHERE invoice_id = ? ORDER BY created_at, id',
  );
  const insert = sql.prepare(
    `INSERT INTO payments (id, client_id, invoice_id, paid_on, amount_minor, note, created_at, updated_at)
     VALUES (@id, @clientId, @invoiceId, @paidOn, @amount, @note, @now, @now)`,
  );
  const update = sql.prepare(
    `UPDATE payments SET paid_on = @paidOn, amount_minor = @amount, note = @note, updated_at = @now
     WHERE id = @id AND invoice_id = @invoiceId`,
  );

  const beside = sql.prepare<[string, string | null], PaidOn>(
    'SELECT paid_on AS paidOn, amount_minor AS amount FROM payments WHERE invoice_id = ? AND id IS NOT ?',
  );

  function issued(invoiceId: string) {
    const row = standingOf(invoiceId, today());
    if (!row) throw new AppError('not_found');
    if (row.state !== 'issued' || row.kind !== 'invoice')
      throw new AppError('invalid_input', { reason: 'payment.notIssued' });
    return row;
  }

  return {
    account(invoiceId) {
      const { standing, currency, gross, issueDate } = issued(invoiceId);
      return {
        ...{ standing, currency, gross, issueDate },
        payments: payments.all(invoiceId),
        credits: credits.all(invoiceId),
        writeOff: writtenOff.get(invoiceId) ?? null,
        reminders: reminders.all(invoiceId),
      };
    },
    save({ id, ...input }) {
      store.act({ key: 'undo.paymentSaved', values: {} }, (announce) => {
        const { clientId, issueDate } = issued(input.invoiceId);
        if (input.paidOn > today()) throw invalidField('paidOn', 'payment.future');
        if (daysBetween(input.paidOn, issueDate) > farthestBefore)
          throw invalidField('paidOn', 'payment.tooEarly');
        const others = beside.all(input.invoiceId, id);
        const back = input.amount < 0;
        if (totalOf([...others, input]) < 0)
          throw invalidField('amount', back ? 'payment.moreThanPaid' : 'payment.paidBack');
        if (fallsBelowZero([...others, input]))
          throw invalidField('paidOn', back ? 'payment.beforePaid' : 'payment.paidBack');
        const values = { ...input, clientId, id: id ?? ids.next(), now: clock.now() };
        const done = id === null ? insert.run(values) : update.run(values);
        if (done.changes === 0) throw new AppError('not_found');
        announce('billing', clientId);
      });
    },
    remove(id) {
      store.act({ key: 'undo.paymentRemoved', values: {} }, (announce) => {
        const found = sql
          .prepare<[string], { clientId: string; invoiceId: string }>(
            'SELECT client_id AS clientId, invoice_id AS invoiceId FROM payments WHERE id = ?',
          )
          .get(id);
        if (!found) throw new AppError('not_found');
        if (fallsBelowZero(beside.all(found.invoiceId, id)))
          throw new AppError('conflict', { reason: 'payment.paidBack' });
        sql.prepare('DELETE FROM payments WHERE id = ?').run(id);
        announce('billing', found.clientId);
      });
    },
    writeOff({ invoiceId, reason }) {
      store.act({ key: 'undo.invoiceWrittenOff', values: {} }, (announce) => {
        const { clientId, standing } = issued(invoiceId);
        if (standing.open <= 0) throw new AppError('conflict', { reason: 'payment.nothingOpen' });
        sql
          .prepare(
            `INSERT INTO invoice_write_offs (id, client_id, invoice_id, written_off_on, amount_minor, reason, created_at)
             VALUES (?, ?, ?, ?, ?, ?, ?)
             ON CONFLICT (invoice_id) DO UPDATE SET written_off_on = excluded.written_off_on,
               amount_minor = amount_minor + excluded.amount_minor,
               reason = CASE excluded.reason WHEN '' THEN reason ELSE excluded.reason END`,
          )
          .run(ids.next(), clientId, invoiceId, today(), standing.open, reason, clock.now());
        announce('billing', clientId);
      });
    },
    forgetReminder(invoiceId) {
      store.act({ key: 'undo.reminderForgotten', values: {} }, (announce) => {
        const { clientId } = issued(invoiceId);
        const { changes } = sql
          .prepare(
            `DELETE FROM invoice_reminders WHERE id = (SELECT id FROM invoice_reminders WHERE invoice_id = ?
               ORDER BY created_at DESC, id DESC LIMIT 1)`,
          )
          .run(invoiceId);
        if (changes === 0) throw new AppError('not_found');
        announce('billing', clientId);
      });
    },
    takeBack(invoiceId) {
      store.act({ key: 'undo.writeOffTakenBack', values: {} }, (announce) => {
        const { clientId } = issued(invoiceId);
        const { changes } = sql.prepare('DELETE FROM invoice_write_offs WHERE invoice_id = ?').run(invoiceId);
        if (changes === 0) throw new AppError('not_found');
        announce('billing', clientId);
      });
    },
  };
}
