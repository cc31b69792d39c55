import type { ExpenseListRow, PaymentListRow } from '#shared/ipc/billing-reports.ts';
import type { Sql } from '../../store/open.ts';

export interface MoneyLists {
  /** Of all clients, newest first. */
  expenses(): ExpenseListRow[];
  payments(): PaymentListRow[];
}

type ExpenseColumns = Omit<ExpenseListRow, 'billable' | 'hasReceipt' | 'writtenOff'> & {
  billable: 0 | 1;
  hasReceipt: 0 | 1;
  writtenOff: 0 | 1;
};

/** Reads what was spent and what came in, across clients; minor units. */
export function createMoneyLists(sql: Sql): MoneyLists {
  const expenses = sql.prepare<[], ExpenseColumns>(
    `SELECT x.id, x.client_id AS clientId, c.name AS clientName, c.color, x.spent_on AS spentOn, x.text,
       x.amount_minor AS amount, x.currency, x.billable, x.receipt_id IS NOT NULL AS hasReceipt,
       w.id IS NOT NULL AS writtenOff, i.id AS invoiceId, i.number
     FROM expenses x JOIN clients c ON c.id = x.client_id
     LEFT JOIN write_offs w ON w.expense_id = x.id
     LEFT JOIN invoice_line_sources s ON s.kind = 'expense' AND s.ref = x.id AND s.released_by IS NULL
     LEFT JOIN invoice_lines l ON l.id = s.line_id LEFT JOIN invoices i ON i.id = l.invoice_id
     ORDER BY x.spent_on DESC, x.created_at DESC`,
  );
  const payments = sql.prepare<[], PaymentListRow>(
    `SELECT p.id, p.client_id AS clientId, c.name AS clientName, c.color, p.invoice_id AS invoiceId, i.number,
       p.paid_on AS paidOn, p.amount_minor AS amount, i.currency, p.note
     FROM payments p JOIN invoices i ON i.id = p.invoice_id JOIN clients c ON c.id = p.client_id
     ORDER BY p.paid_on DESC, p.created_at DESC`,
  );
  return {
    expenses: () =>
      expenses.all().map(({ billable, hasReceipt, writtenOff, ...row }) => {
        const is = { billable: billable === 1, hasReceipt: hasReceipt === 1, writtenOff: writtenOff === 1 };
        return { ...row, ...is };
      }),
    payments: () => payments.all(),
  };
}
