import type { InvoiceRow } from '#shared/ipc/billing.ts';

type Stands = Pick<InvoiceRow, 'kind' | 'standing'>;

/** What invoices are narrowed down to; the label is `money:states.<value>`. */
export const invoiceStates = [
  { value: 'draft', fits: ({ standing }: Stands) => standing.status === 'draft' },
  { value: 'open', fits: ({ standing }: Stands) => standing.open > 0 },
  { value: 'overdue', fits: ({ standing }: Stands) => standing.status === 'overdue' },
  { value: 'paid', fits: ({ standing }: Stands) => standing.status === 'paid' },
  {
    value: 'credited',
    fits: ({ kind, standing }: Stands) =>
      standing.status === 'credited' || (kind === 'credit_note' && standing.status !== 'draft'),
  },
  { value: 'writtenOff', fits: ({ standing }: Stands) => standing.status === 'written_off' },
] as const;
