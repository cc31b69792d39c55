import { daysBetween } from './due-day.ts';

export type InvoiceStatus =
  | 'draft'
  | 'issued'
  | 'part_paid'
  | 'paid'
  | 'overdue'
  | 'credited'
  | 'written_off';

/** What is known of an invoice; amounts in minor units of its currency, all of them zero or more but `paid`. */
export interface InvoiceFacts {
  readonly kind: 'invoice' | 'credit_note';
  readonly state: 'draft' | 'issued';
  readonly currency: string;
  readonly gross: number;
  /** Taken back by issued credit notes. */
  readonly credited: number;
  /** Payments less what was paid back; below zero when more was paid back than came in. */
  readonly paid: number;
  readonly writtenOff: number;
  /** ISO date. */
  readonly dueDate: string;
}

export interface Standing {
  readonly status: InvoiceStatus;
  /** What is still to come in; below zero what is to be paid back. Zero for drafts and credit notes. */
  readonly open: number;
  /** Days from today until it is due; negative once that day has passed. */
  readonly dueIn: number;
}

/** Where an invoice stands on a day (ISO date): always worked out from what happened, and never stored. */
export function standingOf(facts: InvoiceFacts, today: string): Standing {
  const { kind, state, gross, credited, paid, writtenOff, dueDate } = facts;
  const dueIn = daysBetween(today, dueDate);
  if (state === 'draft') return { status: 'draft', open: 0, dueIn };
  if (kind === 'credit_note') return { status: 'issued', open: 0, dueIn };
  // Whole minor units far below where integers stop being exact, so plain sums are.
  const unpaid = gross - credited - paid;
  // What is credited or comes in after all was not given up: it must not look like money to pay back.
  const givenUp = Math.max(0, Math.min(writtenOff, unpaid));
  const open = unpaid - givenUp;
  const settled = (): InvoiceStatus => {
    if (givenUp > 0) return 'written_off';
    return credited > 0 && credited >= gross ? 'credited' : 'paid';
  };
  const waiting = (): InvoiceStatus => {
    if (dueIn < 0) return 'overdue';
    return paid > 0 ? 'part_paid' : 'issued';
  };
  return { status: open > 0 ? waiting() : settled(), open, dueIn };
}
