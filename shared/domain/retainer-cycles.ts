import { Temporal } from 'temporal-polyfill';
import type { AgreementOf, Version } from './agreement-match.ts';
import { addDays } from './dates.ts';

/** A stretch of days that a retainer counts by, with the terms that hold for it. */
export interface Cycle {
  /** First and last day, ISO dates. */
  readonly start: string;
  readonly end: string;
  readonly version: Version<'retainer'>;
}

/**
 * The first day after `date` on which a cycle of this day of the month begins. The 29th to 31st fall on the last day of
 * a shorter month; counted from the day of the month each time, so they do not drift.
 */
export function nextCycleStart(date: string, cycleDay: number): string {
  const day = Temporal.PlainDate.from(date);
  const inMonth = day.with({ day: cycleDay }, { overflow: 'constrain' });
  if (Temporal.PlainDate.compare(inMonth, day) > 0) return inMonth.toString();
  return day
    .with({ day: 1 })
    .add({ months: 1 })
    .with({ day: cycleDay }, { overflow: 'constrain' })
    .toString();
}

/**
 * The cycles of a retainer from its first day to the one that holds `until`. New terms begin with the first cycle that
 * starts on their day or later. The first cycle begins with the agreement and may be short, as may the last.
 */
export function cyclesOf(agreement: AgreementOf<'retainer'>, until: string): Cycle[] {
  const cycles: Cycle[] = [];
  const [first] = agreement.versions;
  const last = agreement.endedOn !== null && agreement.endedOn < until ? agreement.endedOn : until;
  let start = first?.validFrom;
  while (start !== undefined && start <= last) {
    const on = start;
    const version = agreement.versions.findLast(({ validFrom }) => validFrom <= on);
    if (!version) break;
    const next = nextCycleStart(start, version.terms.cycleDay);
    const end = addDays(next, -1);
    const ends = agreement.endedOn !== null && agreement.endedOn < end ? agreement.endedOn : end;
    cycles.push({ start, end: ends, version });
    start = next;
  }
  return cycles;
}

/** The position of the cycle that holds a day; -1 when none does. Cycles are in order and without gaps. */
export function cycleAt(cycles: readonly Cycle[], date: string): number {
  let [low, high] = [0, cycles.length - 1];
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cycle = cycles[middle];
    if (!cycle) return -1;
    if (date < cycle.start) high = middle - 1;
    else if (date > cycle.end) low = middle + 1;
    else return middle;
  }
  return -1;
}
