import type { Money } from '#shared/domain/money.ts';
import type { TaxCategory } from '#shared/domain/tax-category.ts';
import type { Sql } from '../../store/open.ts';

export interface ExpenseRow {
  readonly id: string;
  readonly clientId: string;
  readonly spentOn: string;
  readonly text: string;
  readonly amount: number;
  readonly currency: string;
  readonly billable: 0 | 1;
  /** Both null: taxed as the invoice is. */
  readonly taxCategory: TaxCategory | null;
  readonly taxRate: number | null;
  readonly writeOffId: string | null;
  readonly receiptId: string | null;
  readonly receiptName: string | null;
  readonly receiptSize: number | null;
  readonly receiptHash: string | null;
  readonly lineId: string | null;
  readonly invoiceId: string | null;
  readonly number: string | null;
}

const select = `SELECT x.id, x.client_id AS clientId, x.spent_on AS spentOn, x.text, x.amount_minor AS amount, x.currency,
    x.billable, x.tax_category AS taxCategory, x.tax_rate AS taxRate, w.id AS writeOffId, f.id AS receiptId, f.name AS receiptName, f.size AS receiptSize, f.sha256 AS receiptHash,
    s.line_id AS lineId, i.id AS invoiceId, i.number
  FROM expenses x LEFT JOIN billing_files f ON f.id = x.receipt_id LEFT JOIN write_offs w ON w.expense_id = x.id
  LEFT JOIN invoice_line_sources s ON s.kind = 'expense' AND s.ref = x.id AND s.released_by IS NULL
  LEFT JOIN invoice_lines l ON l.id = s.line_id LEFT JOIN invoices i ON i.id = l.invoice_id`;

/** The SQL of expenses. */
export function createExpenseRows(sql: Sql) {
  const one = sql.prepare<[string], ExpenseRow>(`${select} WHERE x.id = ?`);
  const ofClient = sql.prepare<[string], ExpenseRow>(
    `${select} WHERE x.client_id = ? ORDER BY x.spent_on DESC, x.created_at DESC`,
  );
  const free = sql.prepare<[string, string], ExpenseRow>(
    `${select} WHERE x.client_id = ? AND x.currency = ? AND x.billable = 1 AND s.id IS NULL AND w.id IS NULL
     ORDER BY x.spent_on, x.created_at`,
  );
  const elsewhere = sql.prepare<[string, string, string], Money>(
    `SELECT sum(x.amount_minor) AS amount, x.currency FROM expenses x WHERE x.client_id = ? AND x.currency <> ?
       AND x.spent_on <= ? AND x.billable = 1 AND NOT EXISTS (SELECT 1 FROM write_offs w WHERE w.expense_id = x.id)
       AND NOT EXISTS (SELECT 1 FROM invoice_line_sources s
         WHERE s.kind = 'expense' AND s.ref = x.id AND s.released_by IS NULL)
     GROUP BY x.currency ORDER BY x.currency`,
  );
  return {
    one: (id: string) => one.get(id),
    ofClient: (clientId: string) => ofClient.all(clientId),
    /** Charged to the client, on no invoice, not even a draft, and not written off; oldest first. */
    free: (clientId: string, currency: string) => free.all(clientId, currency),
    /** The same as far as it was spent up to a day (ISO date). */
    freeUntil: (clientId: string, currency: string, until: string) =>
      free.all(clientId, currency).filter(({ spentOn }) => spentOn <= until),
    /** What of it up to a day (ISO date) is in other currencies than this one, each added up. */
    freeElsewhere: (clientId: string, currency: string, until: string) =>
      elsewhere.all(clientId, currency, until),
  };
}

export type ExpenseRows = ReturnType<typeof createExpenseRows>;
