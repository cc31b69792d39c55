import type { creditsContract } from '#shared/ipc/billing-credits.ts';
import type { expensesContract } from '#shared/ipc/billing-expenses.ts';
import type { paymentsContract } from '#shared/ipc/billing-payments.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Billing } from './service.ts';

/** Binds what happens to issued invoices afterwards to the contract. */
export function recordHandlers({
  credits,
  payments,
  remind,
  expenses,
  receipts,
}: Billing): Handlers<typeof creditsContract & typeof paymentsContract & typeof expensesContract> {
  return {
    'billing.creditable': ({ invoiceId }) => credits.creditable(invoiceId),
    'billing.createCredit': (input) => credits.create(input),
    'billing.canGiveBack': ({ invoiceId }) => credits.canGiveBack(invoiceId),
    'billing.giveBack': ({ invoiceId }) => credits.giveBack(invoiceId),
    'billing.account': ({ invoiceId }) => payments.account(invoiceId),
    'billing.savePayment': (input) => payments.save(input),
    'billing.removePayment': ({ id }) => payments.remove(id),
    'billing.writeOff': (input) => payments.writeOff(input),
    'billing.takeBackWriteOff': ({ invoiceId }) => payments.takeBack(invoiceId),
    'billing.forgetReminder': ({ invoiceId }) => payments.forgetReminder(invoiceId),
    'billing.draftReminder': ({ invoiceId }) => remind(invoiceId),
    'billing.expenses': ({ clientId }) => expenses.list(clientId),
    'billing.saveExpense': (input) => expenses.save(input),
    'billing.removeExpense': ({ expenseId }) => expenses.remove(expenseId),
    'billing.chooseReceipt': () => receipts.choose(),
    'billing.openReceipt': ({ receiptId }) => receipts.view(receiptId),
    'billing.saveReceipt': ({ receiptId }) => receipts.save(receiptId),
    'billing.freeExpenses': ({ invoiceId }) => expenses.free(invoiceId),
    'billing.addExpenseLine': ({ invoiceId, expenseId }) => expenses.addLine(invoiceId, expenseId),
    'billing.addDiscount': (input) => expenses.addDiscount(input),
  };
}
