import { type Money, totalsByCurrency } from '#shared/domain/money.ts';
import { monthsBetween, periodDates, stepPeriod } from '#shared/domain/period.ts';
import type { MonthMoney } from '#shared/ipc/billing-reports.ts';
import type { Sql } from '../../store/open.ts';

/** So many months are shown side by side. */
const shown = 6;

/** Reads what came in and what was invoiced in a month (`YYYY-MM`); minor units, currencies apart. */
export function createMonthMoney(sql: Sql): (month: string) => MonthMoney {
  const received = sql.prepare<[string, string], Money>(
    `SELECT i.currency, sum(p.amount_minor) AS amount FROM payments p JOIN invoices i ON i.id = p.invoice_id
     WHERE p.paid_on BETWEEN ? AND ? GROUP BY 1 ORDER BY 1`,
  );
  const invoiced = sql.prepare<[string, string], Money & { month: string }>(
    `SELECT substr(issue_date, 1, 7) AS month, currency,
       sum(CASE kind WHEN 'credit_note' THEN -gross_minor ELSE gross_minor END) AS amount FROM invoices
     WHERE state = 'issued' AND issue_date BETWEEN ? AND ? GROUP BY 1, 2 ORDER BY 1, 2`,
  );
  return (month) => {
    const first = stepPeriod(month, 1 - shown);
    const { from, to } = periodDates(month);
    const rows = invoiced.all(periodDates(first).from, to);
    const of = (one: string) => totalsByCurrency(rows.filter((row) => row.month === one));
    return {
      month,
      received: received.all(from, to),
      invoiced: of(month),
      byMonth: monthsBetween(first, month).map((one) => ({ month: one, amounts: of(one) })),
    };
  };
}
