import { z } from 'zod';
import { isYear } from '#shared/domain/period.ts';
import { read, write } from './method.ts';

export const yearTables = ['accountants', 'payments', 'expenses'] as const;
/** What of a year can be saved as a table: invoices by tax rate, what came in, what was spent. */
export type YearTable = (typeof yearTables)[number];

/** How far the archive of a year is. */
export interface ArchiveProgress {
  readonly year: string;
  /** Files written, of so many. */
  readonly done: number;
  readonly total: number;
}

const year = z.string().refine(isYear, 'field.date');

export const billingExportsContract = {
  /** Not `saved` when the person cancelled. */
  'billing.saveYearTable': write<{ readonly saved: boolean }>()(
    z.strictObject({ year, table: z.enum(yearTables) }),
  ),
  /** All documents and tables of a year in one ZIP; answers when it is written, or not `saved` when it was cancelled. */
  'billing.saveYearArchive': write<{ readonly saved: boolean }>()(z.strictObject({ year })),
  'billing.cancelYearArchive': write()(z.undefined()),
  /** Null while none is written. */
  'billing.yearArchive': read<ArchiveProgress | null>()(z.undefined(), ['exporting']),
};
