import { z } from 'zod';
import { clientRef } from './billing-fields.ts';
import { id, text } from './fields.ts';
import { read, write } from './method.ts';

/** Something that will not be billed: an entry, a finished task, a retainer's fee, or an expense. */
export interface WrittenOff {
  readonly id: string;
  readonly entryId: string | null;
  readonly taskId: string | null;
  /** Agreement and first day of the cycle. */
  readonly fee: string | null;
  readonly expenseId: string | null;
  /** Of an expense: minor units, and the day, an ISO date. */
  readonly amount: number | null;
  readonly currency: string | null;
  readonly spentOn: string | null;
  readonly reason: string;
  /** When it was written off; UTC ms. */
  readonly at: number;
  /** The task's, what the entry's note says, or what was spent on; null without any. */
  readonly title: string | null;
  /** Of an entry: when, where, and how long; whole seconds. */
  readonly startedAt: number | null;
  readonly zone: string | null;
  readonly seconds: number | null;
}

/** Something that could be written off. */
export interface WriteOffOffer {
  readonly kind: 'entry' | 'task' | 'fee' | 'expense';
  readonly id: string;
  /** ISO date. */
  readonly date: string;
  /** As tracked; none for a fee or an expense. */
  readonly seconds: number;
  /** Null without a task or a note, and for a fee. */
  readonly title: string | null;
  /** Minor units, of a task, a fee or an expense. */
  readonly amount: number | null;
  readonly currency: string | null;
}

const many = z.array(id).max(10_000, 'field.tooLong');
const fee = z.string().regex(/^[0-9a-f-]{36}:\d{4}-\d{2}-\d{2}$/, 'field.id');

export const writeOffsContract = {
  'billing.writtenOff': read<readonly WrittenOff[]>()(clientRef, ['billing', 'time', 'tasks', 'clients']),
  /** Newest first. */
  'billing.writeOffOffers': read<readonly WriteOffOffer[]>()(clientRef, [
    'billing',
    'time',
    'tasks',
    'clients',
  ]),
  'billing.writeOffWork': write()(
    z.strictObject({
      clientId: id,
      entryIds: many,
      taskIds: many,
      expenseIds: many.optional(),
      fees: z.array(fee).max(1000),
      reason: text(500),
    }),
  ),
  'billing.takeBackWriteOffs': write()(z.strictObject({ ids: z.array(id).min(1).max(10_000) })),
};
