import { z } from 'zod';
import { invoiceRef } from './billing-fields.ts';
import { id } from './fields.ts';
import { read, write } from './method.ts';

/** A line of an issued invoice and what is left of it; minor units. */
export interface CreditableLine {
  readonly id: string;
  readonly text: string;
  readonly net: number;
  readonly credited: number;
  readonly left: number;
  /** There is tracked time, a task or an expense behind it that could be billed again. */
  readonly hasWork: boolean;
}

export interface CreditView {
  readonly invoiceId: string;
  readonly number: string;
  readonly currency: string;
  readonly lines: readonly CreditableLine[];
}

const amount = z
  .int('field.amount')
  .min(-10_000_000_000, 'field.tooLarge')
  .max(10_000_000_000, 'field.tooLarge');

export const creditInput = z.strictObject({
  invoiceId: id,
  /** Net minor units of each line that is taken back; null: all that is left of it. */
  lines: z
    .array(z.strictObject({ lineId: id, net: amount.nullable() }))
    .min(1, 'credit.nothing')
    .max(10_000, 'field.tooLarge'),
  /** Work of lines of which nothing is left can be billed again. */
  givesBack: z.boolean(),
});

export const creditsContract = {
  'billing.creditable': read<CreditView>()(invoiceRef, ['billing']),
  /** Begins a credit note as a draft; it is issued as an invoice is. */
  'billing.createCredit': write<{ readonly invoiceId: string }>()(creditInput),
  /** Of an issued credit note: whether it holds work back that could be billed again. */
  'billing.canGiveBack': read<boolean>()(invoiceRef, ['billing']),
  'billing.giveBack': write<void>()(invoiceRef),
};
