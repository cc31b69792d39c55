import type { creditsContract } from '#shared/ipc/billing-credits.ts';
import type { Handlers } from '#shared/ipc/method.ts';
import type { Billing } from './service.ts';

/** Binds what happens to issued invoices afterwards to the contract. */
export function recordHandlers({ credits }: Billing): Handlers<typeof creditsContract> {
  return {
    'billing.creditable': ({ invoiceId }) => credits.creditable(invoiceId),
    'billing.createCredit': (input) => credits.create(input),
  };
}
