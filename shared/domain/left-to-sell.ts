import { addDays, weekday } from './due-day.ts';

/** The hours of a retainer's running cycle that are not used. */
export interface CycleLeft {
  /** Seconds. */
  readonly left: number;
  /** Last day, ISO date. */
  readonly end: string;
}

/** What a client may still ask for this week; whole seconds. */
export interface ClientWeek {
  /** Tracked in this week so far. */
  readonly tracked: number;
  /** Agreed for each week; null when nothing was. */
  readonly contracted: number | null;
  readonly cycles: readonly CycleLeft[];
  /** What is left of the estimates of open tasks that fall due by the end of the week. */
  readonly tasks: number;
}

export interface BookedWeek {
  /** Of the hours agreed: contracted, or a retainer's share of this week. */
  readonly agreed: number;
  readonly tasks: number;
  /** The larger of both, for the tasks are done in the hours agreed. */
  readonly booked: number;
}

/** The days from `first` to `last` (ISO dates, both included) on which work is done; Monday is 1. */
export function workingDays(first: string, last: string, days: readonly number[]): number {
  let count = 0;
  for (let day = first; day <= last; day = addDays(day, 1)) if (days.includes(weekday(day))) count++;
  return count;
}

/**
 * What of the rest of a week is spoken for by a client. What is left of a retainer's cycle is spread evenly over its
 * working days to come; a cycle that has none left wants all of it now.
 */
export function bookedBy(
  { tracked, contracted, cycles, tasks }: ClientWeek,
  today: string,
  weekEnd: string,
  days: readonly number[],
): BookedWeek {
  const retained = cycles.reduce((sum, { left, end }) => {
    const all = workingDays(today, end, days);
    const own = workingDays(today, end < weekEnd ? end : weekEnd, days);
    return sum + (all === 0 ? left : Math.ceil((left * own) / all));
  }, 0);
  const agreed = Math.max(retained, Math.max(0, (contracted ?? 0) - tracked));
  return { agreed, tasks, booked: Math.max(agreed, tasks) };
}

/** The person's own week; whole seconds. */
export interface OwnWeek {
  /** What a working day is measured against. */
  readonly target: number;
  /** Days of the week that are worked, Monday is 1. */
  readonly days: readonly number[];
  readonly trackedToday: number;
  readonly booked: number;
}

export interface LeftWeek {
  /** Working days of the week, and those of them that are still to come, today among them. */
  readonly dayCount: number;
  readonly daysLeft: number;
  readonly hours: number;
  /** Working time to come: days that are over cannot be sold any more. */
  readonly open: number;
  /** Below zero when more is booked than there is time. */
  readonly left: number;
}

/** What is left to sell of the week from `first` to `last` (ISO dates) on `today`. */
export function leftToSell(
  { target, days, trackedToday, booked }: OwnWeek,
  today: string,
  first: string,
  last: string,
): LeftWeek {
  const dayCount = workingDays(first, last, days);
  const daysLeft = workingDays(today, last, days);
  const works = days.includes(weekday(today));
  const open = target * daysLeft - (works ? Math.min(target, trackedToday) : 0);
  return { dayCount, daysLeft, hours: target * dayCount, open, left: open - booked };
}
