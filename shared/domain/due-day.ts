import { dateIn, dateOfEpochDay, epochDay } from './clock-format.ts';

/** As it is stored: `at` (UTC milliseconds) and `zone` exist exactly when there is a time. */
export interface Due {
  readonly date: string;
  readonly time: string | null;
  readonly zone: string | null;
  readonly at: number | null;
}

export type DueState = 'overdue' | 'today' | 'later';

/** The day a due date falls on for someone in `zone`: its own day, or the day its instant has there. */
export function dueDay(due: Due, zone: string): string {
  return due.at === null ? due.date : dateIn(due.at, zone);
}

/** How a due date stands at `now` (UTC milliseconds) for someone in `zone`. A day without a time is overdue once it has passed. */
export function dueState(due: Due, now: number, zone: string): DueState {
  if (due.at !== null && due.at < now) return 'overdue';
  const day = dueDay(due, zone);
  const today = dateIn(now, zone);
  if (day < today) return 'overdue';
  return day === today ? 'today' : 'later';
}

/** `days` after an ISO day (negative: before). */
export function addDays(day: string, days: number): string {
  return dateOfEpochDay(epochDay(day) + days);
}

/** Whole days from one ISO day to another. */
export function daysBetween(from: string, to: string): number {
  return epochDay(to) - epochDay(from);
}

/** ISO 8601 weekday of an ISO day: Monday is 1. */
export function weekday(day: string): number {
  return ((((epochDay(day) + 3) % 7) + 7) % 7) + 1;
}
