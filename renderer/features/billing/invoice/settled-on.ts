import type { InvoiceAccount } from '#shared/ipc/billing-payments.ts';

/** When an invoice was given up, if it still is, or money last came in for it; ISO date, null before either. */
export function settledOn({
  standing,
  writeOff,
  payments,
}: Pick<InvoiceAccount, 'standing' | 'writeOff' | 'payments'>): string | null {
  const givenUp = standing.status === 'written_off' ? writeOff : null;
  return givenUp?.on ?? payments.findLast(({ amount }) => amount > 0)?.paidOn ?? null;
}
