import type { ExpenseListRow, PaymentListRow } from '#shared/ipc/billing-reports.ts';
import type { Sql } from '../../store/open.ts';

export interface MoneyLists {
  /** Of all clients, newest first. */
  expenses(): ExpenseListRow[];
  payments(): PaymentListRow[];
}

type ExpenseColumns = Omit<ExpenseListRow, 'billable' | 'hasReceipt'> & {
  billable: 0 | 1;
  hasReceipt: 0 | 1;
};

/** Reads what was spent and what came in, across clients; minor units. */
export function createMoneyLists(sql: Sql): MoneyLists {
  const expenses = sql.prepare<[], ExpenseColumns>(
    `SELECT x.id, x.client_id AS clientId, c.name AS clientName, c.color, x.spent_on AS spentOn, x.text,
       x.amount_minor AS amount, x.currency, x.billable, x.receipt_id IS NOT NULL AS hasReceipt,
       i.id AS invoiceId, i.number
     FROM expenses x JOIN clients c ON c.id = x.client_id
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
      expenses.all().map(({ billable, hasReceipt, ...row }) => {
        return { ...row, billable: billable === 1, hasReceipt: hasReceipt === 1 };
      }),
    payments: () => payments.all(),
  };
}
