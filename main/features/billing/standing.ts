import { type InvoiceFacts, type Standing, standingOf } from '#shared/domain/invoice-standing.ts';
import type { Sql } from '../../store/open.ts';

/** Amounts that an invoice `i` stands by, as columns of a SELECT; minor units. */
export const standingColumns = `
  coalesce((SELECT sum(n.gross_minor) FROM invoices n WHERE n.corrects_id = i.id AND n.state = 'issued'), 0) AS credited,
  coalesce((SELECT sum(p.amount_minor) FROM payments p WHERE p.invoice_id = i.id), 0) AS paid,
  coalesce((SELECT w.amount_minor FROM invoice_write_offs w WHERE w.invoice_id = i.id), 0) AS writtenOff,
  coalesce((SELECT w.written_off_on FROM invoice_write_offs w WHERE w.invoice_id = i.id AND i.gross_minor >
      coalesce((SELECT sum(n.gross_minor) FROM invoices n WHERE n.corrects_id = i.id AND n.state = 'issued'), 0)
      + coalesce((SELECT sum(p.amount_minor) FROM payments p WHERE p.invoice_id = i.id), 0)),
    (SELECT max(p.paid_on) FROM payments p WHERE p.invoice_id = i.id AND p.amount_minor > 0)) AS settledOn`;

export interface StandingRow extends InvoiceFacts {
  readonly id: string;
  readonly clientId: string;
  readonly number: string | null;
  readonly issueDate: string;
  /** When it was written off, as far as it still is, or when money came in last. */
  readonly settledOn: string | null;
}

/** Looks up where one invoice stands on a day; undefined when there is none. */
export function createStandings(sql: Sql) {
  const select = sql.prepare<[string], StandingRow>(
    `SELECT i.id, i.client_id AS clientId, i.number, i.issue_date AS issueDate, i.kind, i.state, i.currency,
       coalesce(i.gross_minor, 0) AS gross, i.due_date AS dueDate, ${standingColumns} FROM invoices i WHERE i.id = ?`,
  );
  return (invoiceId: string, today: string): (StandingRow & { readonly standing: Standing }) | undefined => {
    const row = select.get(invoiceId);
    return row && { ...row, standing: standingOf(row, today) };
  };
}
