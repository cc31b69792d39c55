import { addDays, daysBetween } from '#shared/domain/due-day.ts';
import type { DraftInvoice, OpenInvoice, OpenInvoices } from '#shared/ipc/billing-reports.ts';
import type { Sql } from '../../store/open.ts';

type DraftRow = Omit<DraftInvoice, 'gross' | 'dueDate'> & {
  readonly issueDate: string;
  readonly dueDate: string;
};

/**
 * Reads what is still to come in: issued invoices with what is open of each, and drafts with what they would come to. And
 * what is to be paid back.
 * @param grossOf of a draft as it stands, minor units.
 */
export function createOpenInvoices(
  sql: Sql,
  grossOf: (invoiceId: string) => number,
  today: () => string,
): () => OpenInvoices {
  // What is written off is given up as far as it is still open, as `standingOf` has it.
  const unpaid = `WITH credited AS (SELECT corrects_id AS id, sum(gross_minor) AS amount FROM invoices
         WHERE corrects_id IS NOT NULL AND state = 'issued' GROUP BY 1),
       paid AS (SELECT invoice_id AS id, sum(amount_minor) AS amount FROM payments GROUP BY 1),
       unpaid AS (SELECT i.id, i.client_id, i.number, i.issue_date, i.due_date, i.currency,
           i.gross_minor - coalesce(k.amount, 0) - coalesce(p.amount, 0) AS amount
         FROM invoices i LEFT JOIN credited k ON k.id = i.id LEFT JOIN paid p ON p.id = i.id
         WHERE i.state = 'issued' AND i.kind = 'invoice')
     SELECT u.id, u.client_id AS clientId, c.name AS clientName, c.color, u.number, u.issue_date AS issueDate,
       u.due_date AS dueDate, u.currency`;
  const ordered = 'ORDER BY c.name COLLATE NOCASE, c.id, u.due_date, u.number';
  const issued = sql.prepare<[], OpenInvoice>(
    `${unpaid}, u.amount - coalesce(w.amount_minor, 0) AS open
     FROM unpaid u JOIN clients c ON c.id = u.client_id LEFT JOIN invoice_write_offs w ON w.invoice_id = u.id
     WHERE u.amount > coalesce(w.amount_minor, 0) ${ordered}`,
  );
  const owed = sql.prepare<[], OpenInvoice>(
    `${unpaid}, -u.amount AS open FROM unpaid u JOIN clients c ON c.id = u.client_id WHERE u.amount < 0 ${ordered}`,
  );
  const drafts = sql.prepare<[], DraftRow>(
    `SELECT i.id, i.client_id AS clientId, c.name AS clientName, c.color, i.issue_date AS issueDate,
       i.due_date AS dueDate, i.currency
     FROM invoices i JOIN clients c ON c.id = i.client_id
     WHERE i.state = 'draft' AND i.kind = 'invoice' ORDER BY c.name COLLATE NOCASE, c.id, i.due_date`,
  );
  return () => {
    const day = today();
    return {
      today: day,
      issued: issued.all(),
      owed: owed.all(),
      drafts: drafts.all().map(({ issueDate, dueDate, ...draft }) => {
        // A draft that was left lying is issued today at the earliest, with as many days to pay.
        const late = Math.max(0, daysBetween(issueDate, day));
        return { ...draft, dueDate: addDays(dueDate, late), gross: grossOf(draft.id) };
      }),
    };
  };
}
