import { Temporal } from 'temporal-polyfill';
import type { AgreementOf, Version } from './agreement-match.ts';
import { addDays } from './dates.ts';

/** First and last day, ISO dates. */
export interface Days {
  readonly start: string;
  readonly end: string;
}

/** A stretch of days that a retainer counts by, with the terms that hold for it. */
export interface Cycle extends Days {
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
 * starts on their day or later. The first cycle begins with the agreement and may be short, as may the last. Those in
 * `kept` have been billed and stay as they were, whatever the terms say now; all others go around them.
 */
export function cyclesOf(
  agreement: AgreementOf<'retainer'>,
  until: string,
  kept: readonly Days[] = [],
): Cycle[] {
  const { versions, endedOn } = agreement;
  const [first] = versions;
  if (!first) return [];
  const cycles: Cycle[] = [];
  const last = endedOn !== null && endedOn < until ? endedOn : until;
  let start = earliest(first.validFrom, ...kept.map((days) => days.start));
  while (start !== undefined) {
    const on = start;
    const version = versions.findLast(({ validFrom }) => validFrom <= on);
    const billed = kept.find((days) => days.start <= on && on <= days.end);
    const coming = earliest(...kept.map((days) => days.start).filter((day) => day > on));
    if (billed) {
      cycles.push({ start: billed.start, end: billed.end, version: version ?? first });
      start = addDays(billed.end, 1);
    } else if (on > last) {
      start = coming;
    } else if (!version) {
      start = earliest(first.validFrom, ...(coming === undefined ? [] : [coming]));
    } else {
      const next = nextCycleStart(on, version.terms.cycleDay);
      start = coming !== undefined && coming < next ? coming : next;
      const end = addDays(start, -1);
      cycles.push({ start: on, end: endedOn !== null && endedOn < end ? endedOn : end, version });
    }
  }
  return cycles;
}

function earliest(...days: readonly string[]): string | undefined {
  return [...days].sort()[0];
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
