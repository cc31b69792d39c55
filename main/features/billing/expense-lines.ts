import type { ExpenseRow, ExpenseRows } from './expense-rows.ts';
import type { InvoiceRecord, InvoiceRows } from './invoice-rows.ts';
import { expenseTax, lineTax } from './line-tax.ts';

/** Puts expenses on drafts, inside the caller's transaction. */
export interface ExpenseLines {
  /** One more line at the end of a draft. */
  add(record: InvoiceRecord, expense: ExpenseRow): void;
  /** All free expenses of the draft's client and currency, spent until the end of its period, oldest first. */
  addAll(record: InvoiceRecord): void;
}

/** Each expense is a line of its own at what was spent; it bears its own tax, or that of the invoice. */
export function createExpenseLines(
  rows: InvoiceRows,
  expenses: ExpenseRows,
  nextId: () => string,
): ExpenseLines {
  function add(record: InvoiceRecord, expense: ExpenseRow): void {
    const { id: invoiceId, clientId } = record;
    const id = nextId();
    const position = (rows.lines(invoiceId).at(-1)?.position ?? -1) + 1;
    const { text, amount: unit } = expense;
    const place = { id, invoiceId, clientId, position, ...lineTax(expenseTax(expense), record) };
    rows.insertLine({ ...place, kind: 'expense', text, quantity: 1000, unit });
    rows.insertSource(nextId(), id, clientId, { kind: 'expense', ref: expense.id });
  }
  return {
    add,
    addAll(record) {
      for (const expense of expenses.freeUntil(record.clientId, record.currency, record.periodTo))
        add(record, expense);
    },
  };
}
