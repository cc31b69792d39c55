import { dateOf } from '#shared/domain/local-time.ts';
import type { billingReportsContract } from '#shared/ipc/billing-reports.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Sql } from '../../store/open.ts';
import { createHomeTaxes } from './home-taxes.ts';
import { createMoneyLists } from './money-lists.ts';
import { createMonthMoney } from './month.ts';
import { createOpenInvoices } from './open-invoices.ts';
import type { Billing } from './service.ts';
import { createTaxPeriods } from './tax-periods.ts';
import { createYearByMonth } from './year-by-month.ts';

/** Money added up across clients, bound to the contract; it only reads. */
export function billingReportHandlers(
  sql: Sql,
  { preview }: Pick<Billing, 'preview'>,
  clock: Clock,
): Handlers<typeof billingReportsContract> {
  const month = createMonthMoney(sql);
  const open = createOpenInvoices(
    sql,
    (invoiceId) => preview(invoiceId).totals.gross,
    () => dateOf(clock.now(), clock.zone()),
  );
  const year = createYearByMonth(sql);
  const taxes = createTaxPeriods(sql);
  const home = createHomeTaxes(sql);
  const lists = createMoneyLists(sql);
  const since = sql
    .prepare<[number], number>(`SELECT count(*) FROM invoices WHERE state = 'issued' AND issued_at > ?`)
    .pluck();
  return {
    'billing.month': (input) => month(input.month),
    'billing.issuedSince': ({ at }) => since.get(at) ?? 0,
    'billing.openInvoices': open,
    'billing.year': (input) => year(input.year),
    'billing.taxes': (input) => taxes(input.year, input.basis),
    'billing.homeTaxes': (input) => home(input.year),
    'billing.allExpenses': () => lists.expenses(),
    'billing.allPayments': () => lists.payments(),
  };
}
