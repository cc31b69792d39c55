import type { billingReportsContract } from '#shared/ipc/billing-reports.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Sql } from '../../store/open.ts';
import { createMoneyLists } from './money-lists.ts';
import { createMonthMoney } from './month.ts';

/** Money added up across clients, bound to the contract; it only reads. */
export function billingReportHandlers(sql: Sql): Handlers<typeof billingReportsContract> {
  const month = createMonthMoney(sql);
  const lists = createMoneyLists(sql);
  return {
    'billing.month': (input) => month(input.month),
    'billing.allExpenses': () => lists.expenses(),
    'billing.allPayments': () => lists.payments(),
  };
}
