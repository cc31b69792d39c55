import { z } from 'zod';
import { categories } from '../domain/category.ts';
import { daysBetween } from '../domain/due-day.ts';
import { groupings, type TallyRow } from '../domain/report.ts';
import { id, isoDate, workKindId } from './fields.ts';
import { read, write } from './method.ts';
import type { EntryClient } from './time.ts';

/** Longer than any business has tracked its time. */
const mostDays = 20_000;

export const reportDates = {
  /** Both included, in the zone of the question. */
  fromDate: isoDate,
  toDate: isoDate,
};

/** Whether the dates are in order. */
export const inOrder = ({ fromDate, toDate }: { readonly fromDate: string; readonly toDate: string }) =>
  daysBetween(fromDate, toDate) >= 0;
/** Whether the dates are few enough. */
export const notTooLong = ({ fromDate, toDate }: { readonly fromDate: string; readonly toDate: string }) =>
  daysBetween(fromDate, toDate) < mostDays;

const reportQuery = z
  .strictObject({
    ...reportDates,
    by: z.enum(groupings),
    /** Each row again by this; null for none. */
    within: z.enum(groupings).nullable(),
    clientId: id.nullable(),
    /** `none` finds what has no category. */
    category: z.enum([...categories, 'none']).nullable(),
    workKindId: workKindId.nullable(),
    billable: z.boolean().nullable(),
    /** Whose days: the person's, or those of the client who is asked for. */
    days: z.enum(['here', 'client']),
  })
  .refine(inOrder, { error: 'field.periodOrder', path: ['toDate'] })
  .refine(notTooLong, { error: 'field.tooLarge', path: ['toDate'] });

export type ReportQuery = z.infer<typeof reportQuery>;

/** Tracked time added up. Lengths are milliseconds within the dates; what still needs review is never in them. */
export interface ReportView {
  /** The question this answers. */
  readonly asked: ReportQuery;
  /** IANA, of the days. */
  readonly zone: string;
  readonly now: number;
  readonly total: number;
  readonly billable: number;
  /** Without a category or a kind of work. */
  readonly unsorted: number;
  /** Gaps that nobody has answered yet. */
  readonly toReview: number;
  /** Calendar groupings by date, categories in their order, all others with the most first. */
  readonly rows: readonly TallyRow[];
  /** The clients and tasks that the rows' keys name. */
  readonly clients: Readonly<Record<string, EntryClient>>;
  readonly tasks: Readonly<Record<string, { readonly title: string; readonly clientId: string }>>;
}

export const reportsContract = {
  'reports.get': read<ReportView>()(reportQuery, ['time', 'tasks', 'clients', 'settings']),
  /** Saves the table where the person chooses. */
  'reports.csv': write<{ readonly saved: boolean }>()(reportQuery),
  'reports.pdf': write<{ readonly saved: boolean }>()(reportQuery),
};
