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
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const inMonth = dayOfMonth(year, month, cycleDay);
  if (inMonth > date) return inMonth;
  return month === 12 ? dayOfMonth(year + 1, 1, cycleDay) : dayOfMonth(year, month + 1, cycleDay);
}

/** The day of a month (1 to 12), or the last one of a month that has no such day. */
function dayOfMonth(year: number, month: number, day: number): string {
  const first = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`;
  const last = month === 2 ? (isLeap(year) ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return `${first}-${String(Math.min(day, last)).padStart(2, '0')}`;
}

const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

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
  const inOrder = kept.toSorted((a, b) => (a.start < b.start ? -1 : 1));
  // Days only go on, and so do the places of what holds the day and of what begins after it.
  let [holding, following] = [0, 0];
  let start: string | undefined = earliest(first.validFrom, inOrder[0]?.start);
  while (start !== undefined) {
    const on = start;
    const version = versions.findLast(({ validFrom }) => validFrom <= on);
    while ((inOrder[holding]?.end ?? on) < on) holding++;
    while ((inOrder[following]?.start ?? later) <= on) following++;
    const billed = inOrder[holding];
    const coming = inOrder[following]?.start;
    if (billed && billed.start <= on) {
      cycles.push({ start: billed.start, end: billed.end, version: version ?? first });
      start = addDays(billed.end, 1);
    } else if (on > last) {
      start = coming;
    } else if (!version) {
      start = earliest(first.validFrom, coming);
    } else {
      const next = nextCycleStart(on, version.terms.cycleDay);
      start = coming !== undefined && coming < next ? coming : next;
      const end = addDays(start, -1);
      cycles.push({ start: on, end: endedOn !== null && endedOn < end ? endedOn : end, version });
    }
  }
  return cycles;
}

/** Later than any date. */
const later = '~';

function earliest(one: string, other: string | undefined): string {
  return other !== undefined && other < one ? other : one;
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
