import { z } from 'zod';
import { type RoundingTerms, roundingSpans, roundings } from '../domain/billed-rounding.ts';
import { id } from './fields.ts';
import { read, write } from './method.ts';

/** How a client's hours are billed, and how many are agreed. */
export interface TimeTermsView {
  readonly clientId: string;
  readonly rounding: RoundingTerms['rounding'];
  readonly roundingMinutes: number;
  readonly roundingPer: RoundingTerms['per'];
  /** Contracted minutes a week; null when none were agreed. */
  readonly weeklyMinutes: number | null;
}

const termsInput = z.strictObject({
  clientId: id,
  rounding: z.enum(roundings),
  roundingMinutes: z.int('timeTerms.minutes').min(1, 'timeTerms.minutes').max(60, 'timeTerms.minutes'),
  roundingPer: z.enum(roundingSpans),
  weeklyMinutes: z
    .int('timeTerms.weekly')
    .min(0, 'timeTerms.weekly')
    .max(168 * 60, 'timeTerms.weekly')
    .nullable(),
});

export type TimeTermsInput = z.infer<typeof termsInput>;

export const timeTermsContract = {
  /** Nothing rounded and no hours agreed, until somebody says otherwise. */
  'timeTerms.get': read<TimeTermsView>()(z.strictObject({ clientId: id }), ['billing', 'clients']),
  /** Drafts follow at once, issued invoices stay as they are. */
  'timeTerms.save': write()(termsInput),
};
