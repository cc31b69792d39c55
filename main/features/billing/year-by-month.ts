import { periodDates } from '#shared/domain/period.ts';
import type { YearMonth } from '#shared/ipc/billing-reports.ts';
import type { Sql } from '../../store/open.ts';

/** Reads what each month of a year (`YYYY`) brought, currencies apart; months without anything are left out. */
export function createYearByMonth(sql: Sql): (year: string) => YearMonth[] {
  const months = sql.prepare<{ from: string; to: string }, YearMonth>(
    `SELECT month, currency, sum(net) AS net, sum(tax) AS tax, sum(net + tax) AS gross, sum(received) AS received,
       sum(spent) AS spent FROM (
       SELECT substr(issue_date, 1, 7) AS month, currency,
         CASE kind WHEN 'credit_note' THEN -net_minor ELSE net_minor END AS net,
         CASE kind WHEN 'credit_note' THEN -tax_minor ELSE tax_minor END AS tax, 0 AS received, 0 AS spent
       FROM invoices WHERE state = 'issued' AND issue_date BETWEEN :from AND :to
       UNION ALL
       SELECT substr(p.paid_on, 1, 7), i.currency, 0, 0, p.amount_minor, 0
       FROM payments p JOIN invoices i ON i.id = p.invoice_id WHERE p.paid_on BETWEEN :from AND :to
       UNION ALL
       SELECT substr(spent_on, 1, 7), currency, 0, 0, 0, amount_minor
       FROM expenses WHERE spent_on BETWEEN :from AND :to
     ) GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return (year) => months.all(periodDates(year));
}
