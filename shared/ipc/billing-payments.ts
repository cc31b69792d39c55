import { z } from 'zod';
import type { Standing } from '#shared/domain/invoice-standing.ts';
import { invoiceRef } from './billing-fields.ts';
import { id, isoDate, text } from './fields.ts';
import { read, write } from './method.ts';

/** A reminder that stands open in the mail program. */
export interface DraftedReminder {
  /** The first, the second and so on for its invoice. */
  readonly level: number;
  /** Somebody's address is known, and stands in it. */
  readonly addressed: boolean;
}

export interface PaymentView {
  readonly id: string;
  /** ISO date. */
  readonly paidOn: string;
  /** Minor units; below zero for money paid back. */
  readonly amount: number;
  readonly note: string;
}

export interface CreditNoteRow {
  readonly id: string;
  readonly clientId: string;
  /** Null while it is a draft. */
  readonly number: string | null;
  readonly issueDate: string;
  /** Null while it is a draft. */
  readonly gross: number | null;
}

/** What happened to an issued invoice since, and where it stands. */
export interface InvoiceAccount {
  readonly standing: Standing;
  readonly currency: string;
  readonly gross: number;
  /** ISO date. */
  readonly issueDate: string;
  readonly payments: readonly PaymentView[];
  readonly credits: readonly CreditNoteRow[];
  readonly writeOff: { readonly on: string; readonly amount: number; readonly reason: string } | null;
  readonly reminders: readonly { readonly level: number; readonly on: string }[];
}

/** Minor units; below zero is money paid back. */
const amount = z
  .int('field.amount')
  .min(-10_000_000_000, 'field.tooLarge')
  .max(10_000_000_000, 'field.tooLarge')
  .refine((value) => value !== 0, 'payment.zero');

export const paymentInput = z.strictObject({
  /** Null for a new one. */
  id: id.nullable(),
  invoiceId: id,
  paidOn: isoDate,
  amount,
  note: text(500),
});

export const writeOffInput = z.strictObject({ invoiceId: id, reason: text(500) });

export const paymentsContract = {
  'billing.account': read<InvoiceAccount>()(invoiceRef, ['billing']),
  'billing.savePayment': write()(paymentInput),
  'billing.removePayment': write()(z.strictObject({ id })),
  /** Gives up what is still open. */
  'billing.writeOff': write()(writeOffInput),
  'billing.takeBackWriteOff': write()(invoiceRef),
  /** Forgets the last reminder, which was drafted and not sent. */
  'billing.forgetReminder': write()(invoiceRef),
  /** Opens a mail in the person's own mail program; nothing is sent from here. */
  'billing.draftReminder': write<DraftedReminder>()(invoiceRef),
};
