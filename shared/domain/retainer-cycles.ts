import type { AgreementOf, Version } from './agreement-match.ts';
import { addDays, daysBetween } from './dates.ts';
import { fractionOf } from './money.ts';

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

/** The days of a short cycle, and those of the whole one that it is a part of. */
export interface CyclePart {
  readonly days: number;
  readonly of: number;
}

/**
 * The part that a cycle is of a whole one, where it is charged by days: one that begins or ends with its agreement, or
 * lies between two days on which cycles begin. Null for a whole cycle, and where a short one counts in full.
 */
export function partOf({ start, end, version: { terms } }: Cycle): CyclePart | null {
  if (terms.stub !== 'prorated') return null;
  const next = nextCycleStart(start, terms.cycleDay);
  const days = daysBetween(start, end) + 1;
  const of = daysBetween(cycleStart(start, terms.cycleDay), next);
  return days < of ? { days, of } : null;
}

/** The fee of a cycle in minor units; of a part its share, rounded once. */
export function feeOf(cycle: Cycle): number {
  const { rate, currency } = cycle.version;
  const part = partOf(cycle);
  return part ? fractionOf(rate, part.days, part.of, currency) : rate;
}

/** The seconds that a cycle includes; of a part its share, to the nearest minute. */
export function secondsOf(cycle: Cycle): number {
  const { seconds } = cycle.version.terms;
  const part = partOf(cycle);
  return part ? Math.round((seconds * part.days) / part.of / 60) * 60 : seconds;
}

/** The last day up to `date` on which a cycle of this day of the month begins. */
function cycleStart(date: string, cycleDay: number): string {
  const [year, month] = [Number(date.slice(0, 4)), Number(date.slice(5, 7))];
  const inMonth = dayOfMonth(year, month, cycleDay);
  if (inMonth <= date) return inMonth;
  return month === 1 ? dayOfMonth(year - 1, 12, cycleDay) : dayOfMonth(year, month - 1, cycleDay);
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

/**
 * From which day the terms of a retainer count: the agreement's first ones from their day on, later ones from the first
 * cycle that starts on theirs or after it. Versions are in order.
 */
export function countsFrom(versions: readonly Version<'retainer'>[], index: number): string {
  const [version, before] = [versions[index], versions[index - 1]];
  if (!version || !before) return version?.validFrom ?? '';
  return nextCycleStart(addDays(version.validFrom, -1), before.terms.cycleDay);
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
