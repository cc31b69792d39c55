import { HOUR } from './duration.ts';

export interface LongRun {
  /** Milliseconds that the timer has run. */
  readonly ran: number;
  /** It began on an earlier date of the person's zone. */
  readonly overMidnight: boolean;
  /** The set length; 0 never asks about it. */
  readonly longHours: number;
  readonly askedMidnight: boolean;
  readonly askedLength: boolean;
}

/** Whether a running timer may have been forgotten; each reason is asked about once. */
export function whatToAsk(run: LongRun): 'midnight' | 'length' | null {
  if (run.overMidnight && !run.askedMidnight) return 'midnight';
  return run.longHours > 0 && run.ran >= run.longHours * HOUR && !run.askedLength ? 'length' : null;
}
