import { isTooMuch } from '#shared/domain/line-net.ts';
import type { ExpenseView, expensesContract } from '#shared/ipc/billing-expenses.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { InputOf } from '#shared/ipc/method.ts';
import type { Announce, Store } from '../../store/store.ts';
import { taxesOf } from './discount-lines.ts';
import { draft, invoiceDraft } from './drafts.ts';
import type { ExpenseLines } from './expense-lines.ts';
import type { ExpenseRow, ExpenseRows } from './expense-rows.ts';
import type { InvoiceRows } from './invoice-rows.ts';
import { expenseTax, lineTax } from './line-tax.ts';
import type { LineTexts } from './line-texts.ts';
import type { Tools } from './tools.ts';

type Contract = typeof expensesContract;

/** What was spent for clients. What is on an issued invoice throws `locked`. */
export interface Expenses {
  list(clientId: string): ExpenseView[];
  /** Throws `invalid_input` at `spentOn` for a day to come. A draft that it is on follows. */
  save(input: InputOf<Contract['billing.saveExpense']>): { expenseId: string };
  remove(expenseId: string): void;
  free(invoiceId: string): ExpenseView[];
  /** Throws `conflict` when it is on an invoice already, or has another client or currency. */
  addLine(invoiceId: string, expenseId: string): void;
  /**
   * Less by so much percent of all lines, with a line of its own for each tax that they bear, or by an amount at the tax
   * of the invoice. Answers the first line.
   */
  addDiscount(input: InputOf<Contract['billing.addDiscount']>): { lineId: string };
}

/** Expenses over the database; amounts in minor units, days ISO dates. */
export function createExpenses(
  store: Store,
  rows: InvoiceRows,
  expenses: ExpenseRows,
  lines: ExpenseLines,
  texts: LineTexts,
  { clock, ids, today }: Tools,
): Expenses {
  const { sql } = store;
  const insert = sql.prepare(
    `INSERT INTO expenses (id, client_id, spent_on, text, amount_minor, currency, tax_category, tax_rate, billable,
       receipt_id, created_at, updated_at)
     VALUES (@id, @clientId, @spentOn, @text, @amount, @currency, @category, @rate, @billable, @receiptId, @now, @now)`,
  );
  const update = sql.prepare(
    `UPDATE expenses SET spent_on = @spentOn, text = @text, amount_minor = @amount, currency = @currency,
       tax_category = @category, tax_rate = @rate, billable = @billable, receipt_id = @receiptId, updated_at = @now WHERE id = @id AND client_id = @clientId`,
  );
  const follow = sql.prepare(
    'UPDATE invoice_lines SET text = ?, unit_minor = ?, tax_category = ?, tax_rate = ?, own_tax = ? WHERE id = ?',
  );
  const clientExists = sql.prepare('SELECT 1 FROM clients WHERE id = ?');
  const receiptExists = sql.prepare(`SELECT 1 FROM billing_files WHERE id = ? AND purpose = 'receipt'`);

  function known(expenseId: string): ExpenseRow {
    const row = expenses.one(expenseId);
    if (!row) throw new AppError('not_found');
    return row;
  }

  /** The database refuses it too, in words about the invoice. */
  function changeable(expenseId: string): ExpenseRow {
    const row = known(expenseId);
    if (row.number !== null) throw new AppError('locked', { reason: 'expense.billed' });
    return row;
  }

  function changeDraft(undo: string, invoiceId: string, work: (announce: Announce) => void): void {
    store.act({ key: undo, values: {} }, (announce) => {
      const { clientId } = draft(rows, invoiceId);
      work(announce);
      rows.touch(invoiceId, clock.now());
      announce('billing', clientId);
    });
  }

  return {
    list: (clientId) => expenses.ofClient(clientId).map(viewOf),
    save({ id, ...input }) {
      return store.act({ key: 'undo.expenseSaved', values: {} }, (announce) => {
        const { clientId, spentOn, receiptId } = input;
        if (!clientExists.get(clientId)) throw new AppError('not_found');
        if (spentOn > today()) throw invalidField('spentOn', 'expense.future');
        if (receiptId !== null && !receiptExists.get(receiptId)) throw new AppError('not_found');
        const before = id === null ? null : changeable(id);
        const expenseId = id ?? ids.next();
        const { tax = null, billable, ...rest } = input;
        const own = { category: tax?.category ?? null, rate: tax?.rate ?? null, billable: billable ? 1 : 0 };
        const values = { ...rest, ...own, id: expenseId, now: clock.now() };
        if (before === null) insert.run(values);
        else if (update.run(values).changes === 0) throw new AppError('not_found');
        // It may have left its draft; a draft that still has it says what it says now.
        const { lineId, invoiceId } = expenses.one(expenseId) ?? {};
        if (before && lineId && invoiceId) {
          const invoice = draft(rows, invoiceId);
          const { text, amount } = input;
          const line = rows.line(lineId);
          if (!line) throw new AppError('not_found');
          if (isTooMuch(line.quantity ?? 0, amount)) throw invalidField('amount', 'field.tooLarge');
          // What was chosen for the line stays, as far as the expense says the same as before.
          const sameTax = before.taxCategory === own.category && before.taxRate === own.rate;
          const { taxCategory, taxRate, ownTax } = sameTax ? line : lineTax(tax, invoice);
          const unit = before.amount === amount ? line.unit : amount;
          const words = before.text === text ? line.text : text;
          follow.run(words, unit, taxCategory, taxRate, ownTax, lineId);
        }
        announce('billing', clientId);
        return { expenseId };
      });
    },
    remove(expenseId) {
      store.act({ key: 'undo.expenseRemoved', values: {} }, (announce) => {
        const { clientId } = changeable(expenseId);
        sql.prepare('DELETE FROM expenses WHERE id = ?').run(expenseId);
        announce('billing', clientId);
      });
    },
    free(invoiceId) {
      const record = rows.invoice(invoiceId);
      if (!record) throw new AppError('not_found');
      return expenses.free(record.clientId, record.currency).map(viewOf);
    },
    addLine(invoiceId, expenseId) {
      changeDraft('undo.lineAdded', invoiceId, () => {
        const record = invoiceDraft(rows, invoiceId);
        const expense = known(expenseId);
        const fits = expense.clientId === record.clientId && expense.currency === record.currency;
        if (!fits || expense.billable === 0 || expense.lineId !== null || expense.writeOffId !== null)
          throw new AppError('conflict', { reason: 'expense.notFree' });
        lines.add(record, expense);
      });
    },
    addDiscount({ invoiceId, text, percent, amount }) {
      const lineId = ids.next();
      changeDraft('undo.lineAdded', invoiceId, () => {
        const invoice = invoiceDraft(rows, invoiceId);
        const { clientId, taxCategory, taxRate } = invoice;
        const lines = rows.lines(invoiceId);
        const position = (lines.at(-1)?.position ?? -1) + 1;
        const words = text ? ({ text, typed: 1 } as const) : { text: texts.discount(invoice) };
        const place = { id: lineId, invoiceId, clientId, position, taxCategory, taxRate, ...words };
        const less = { kind: 'discount', quantity: null, unit: 0, percent } as const;
        if (percent === null)
          rows.insertLine({ ...place, kind: 'discount', quantity: 1000, unit: -(amount ?? 0) });
        else
          for (const [index, tax] of taxesOf(lines, { taxCategory, taxRate }).entries()) {
            const id = index === 0 ? lineId : ids.next();
            rows.insertLine({ ...place, ...less, ...tax, id, position: position + index });
          }
      });
      return { lineId };
    },
  };
}

function viewOf(row: ExpenseRow): ExpenseView {
  const { id, clientId, spentOn, text, amount, currency, receiptId, invoiceId, number } = row;
  return {
    ...{ id, clientId, spentOn, text, amount, currency },
    billable: row.billable === 1,
    tax: expenseTax(row),
    writeOffId: row.writeOffId,
    receipt:
      receiptId === null
        ? null
        : {
            id: receiptId,
            name: row.receiptName ?? '',
            size: row.receiptSize ?? 0,
            sha256: row.receiptHash ?? '',
          },
    invoice: invoiceId === null ? null : { id: invoiceId, number },
  };
}
