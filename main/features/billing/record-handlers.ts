import type { creditsContract } from '#shared/ipc/billing-credits.ts';
import type { paymentsContract } from '#shared/ipc/billing-payments.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Billing } from './service.ts';

/** Binds what happens to issued invoices afterwards to the contract. */
export function recordHandlers({
  credits,
  payments,
  remind,
}: Billing): Handlers<typeof creditsContract & typeof paymentsContract> {
  return {
    'billing.creditable': ({ invoiceId }) => credits.creditable(invoiceId),
    'billing.createCredit': (input) => credits.create(input),
    'billing.account': ({ invoiceId }) => payments.account(invoiceId),
    'billing.savePayment': (input) => payments.save(input),
    'billing.removePayment': ({ id }) => payments.remove(id),
    'billing.writeOff': (input) => payments.writeOff(input),
    'billing.takeBackWriteOff': ({ invoiceId }) => payments.takeBack(invoiceId),
    'billing.draftReminder': ({ invoiceId }) => remind(invoiceId),
  };
}
