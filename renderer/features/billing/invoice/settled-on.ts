import type { InvoiceAccount } from '#shared/ipc/billing-payments.ts';

/** When an invoice was given up, or money last came in for it; ISO date, null before either. */
export function settledOn({ writeOff, payments }: InvoiceAccount): string | null {
  return writeOff?.on ?? payments.findLast(({ amount }) => amount > 0)?.paidOn ?? null;
}
