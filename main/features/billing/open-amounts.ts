import { standingOf } from '#shared/domain/invoice-standing.ts';
import type { Money } from '#shared/domain/money.ts';
import type { Sql } from '../../store/open.ts';
import { type StandingRow, standingColumns } from './standing.ts';

/** What is still to come in of one issued invoice, or below zero what is to be paid back. */
export interface OpenAmount extends Money {
  /** Past its day. */
  readonly late: boolean;
}

/** Reads the invoices that are not settled on a day (ISO); paid ones are passed over by their index. */
export function createOpenAmounts(sql: Sql): (today: string) => OpenAmount[] {
  const unpaid = sql.prepare<[], Omit<StandingRow, 'id' | 'clientId' | 'number' | 'issueDate'>>(
    `SELECT i.kind, i.state, i.currency, i.gross_minor AS gross, i.due_date AS dueDate, ${standingColumns}
     FROM invoices i INDEXED BY invoices_issued WHERE i.state = 'issued' AND i.kind = 'invoice' AND i.gross_minor <>
       coalesce((SELECT sum(n.gross_minor) FROM invoices n WHERE n.corrects_id = i.id AND n.state = 'issued'), 0)
       + coalesce((SELECT sum(p.amount_minor) FROM payments p WHERE p.invoice_id = i.id), 0)`,
  );
  return (today) =>
    unpaid.all().flatMap((row) => {
      const { open: amount, status } = standingOf(row, today);
      return amount === 0 ? [] : [{ amount, currency: row.currency, late: status === 'overdue' }];
    });
}
