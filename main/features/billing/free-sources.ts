import type { TermsOf } from '#shared/domain/agreement-terms.ts';
import type { DayWorth } from '#shared/domain/day-rate.ts';
import type { WorkItem } from '#shared/domain/invoice-grouping.ts';
import type { WorkRow } from './free-rows.ts';
import type { BookedCycle } from './retainers.ts';

export type TimeSource = WorkItem & { readonly currency: string };

/** Work that one source takes along. */
export interface Taken {
  readonly entryIds: readonly string[];
  /** As billed, and as tracked. */
  readonly seconds: number;
  readonly rawSeconds: number;
  readonly currency: string;
  /** ISO date by which it belongs to a period. */
  readonly date: string;
  readonly ref: string;
}

export interface DaySource extends Taken {
  /** Minor units per day. */
  readonly rate: number;
  readonly terms: TermsOf<'day_rate'>;
  readonly worth: DayWorth;
}

export interface TaskSource extends Taken {
  readonly taskId: string;
  readonly title: string;
  readonly price: number;
}

export interface FeeSource {
  readonly cycle: BookedCycle;
  readonly date: string;
  readonly ref: string;
  readonly currency: string;
  readonly amount: number;
}

export interface HoursSource extends Taken {
  readonly cycle: BookedCycle;
  /** Minor units per hour for what went over. */
  readonly rate: number;
}

/** Work that was found when what it belongs to was billed or written off already. */
export interface LatePiece {
  readonly row: WorkRow;
  readonly why: 'cycle' | 'day' | 'task' | 'writtenOff';
  /** Minor units per hour, where something was agreed for what goes beyond; else null. */
  readonly rate: number | null;
  /** Null for that of the client. */
  readonly currency: string | null;
}

/** Everything of a client that can go on an invoice, and what of its work cannot yet. */
export interface FreeSources {
  readonly time: readonly TimeSource[];
  readonly days: readonly DaySource[];
  readonly tasks: readonly TaskSource[];
  readonly fees: readonly FeeSource[];
  readonly hours: readonly HoursSource[];
  /** Work of days for which nothing was agreed. */
  readonly unpriced: readonly WorkRow[];
  /**
   * Work in a running cycle, on a task that is not finished or was written off before, beside tasks with prices, or of a
   * day that is on an invoice already: nothing to bill by itself.
   */
  readonly waiting: readonly WorkRow[];
  /** Of what waits, that which nothing will ever bill by itself. */
  readonly late: readonly LatePiece[];
}
