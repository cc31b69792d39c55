import { z } from 'zod';
import { rateField } from '#shared/domain/agreement-terms.ts';
import { clientRef } from './billing-fields.ts';
import { id, requiredText, text } from './fields.ts';
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
  /** Of an entry: when, where, and how long; of a task the time that went with it. Whole seconds. */
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

/** Work that was found when what it belongs to was billed or written off already, of one task, day or retainer. */
export interface LateWork {
  readonly why: 'cycle' | 'day' | 'task' | 'writtenOff';
  readonly entryIds: readonly string[];
  /** The task's, where it is one task. */
  readonly title: string | null;
  /** First and last day, ISO dates. */
  readonly from: string;
  readonly to: string;
  /** Whole seconds as tracked. */
  readonly seconds: number;
  /** Minor units per hour that were agreed for what goes beyond; null without. */
  readonly rate: number | null;
  readonly currency: string;
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
  'billing.lateWork': read<readonly LateWork[]>()(clientRef, ['billing', 'time', 'tasks', 'clients']),
  /** Puts it on the client's draft, or on a new one, as a line of its own by the hour. */
  'billing.billLateWork': write<{ readonly invoiceId: string }>()(
    z.strictObject({ clientId: id, entryIds: many.min(1), text: requiredText(500), rate: rateField }),
  ),
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
