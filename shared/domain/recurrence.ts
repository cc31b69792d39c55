import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { parseInstant, utcMidnight } from './instant.ts';
import { densityOf, readLines, untilOf } from './recurrence-lines.ts';
import { type PlainRule, plainDays, plainRuleOf } from './recurrence-plain.ts';

/** Where a series starts: an instant on the clock of a zone, or a date for all-day series. */
export type SeriesStart =
  | { readonly kind: 'instant'; readonly at: number; readonly zone: string }
  | { readonly kind: 'date'; readonly date: string };

export interface Series {
  readonly start: SeriesStart;
  /** RRULE, RDATE and EXDATE lines as in RFC 5545. */
  readonly lines: readonly string[];
}

/** One place in a series. */
export interface SeriesPlace {
  /** UTC milliseconds as text, or the ISO date: how exceptions name the occurrence that they replace. */
  readonly key: string;
  /** UTC milliseconds; midnight UTC of the date for all-day series. */
  readonly at: number;
}

export interface Expansion {
  readonly places: readonly SeriesPlace[];
  /** The rule gives more than can be shown, or cannot be read; `places` holds what was found before that. */
  readonly cutOff: boolean;
}

export interface ExpansionLimits {
  /** Most places of one expansion. */
  readonly places: number;
  /** Most time for one expansion, milliseconds. */
  readonly milliseconds: number;
  /** Milliseconds that only grow. */
  readonly now: () => number;
}

/** What the library may try before it gives up; a rule that needs more has run away. */
const STEPS = 5_000;

/** How many places one look at a dense rule may give. */
const WINDOW_PLACES = 200;

interface Rule {
  between(
    from: Temporal.ZonedDateTime,
    to: Temporal.ZonedDateTime,
    inclusive: boolean,
  ): Temporal.ZonedDateTime[];
}

const zoneOf = (start: SeriesStart): string => (start.kind === 'instant' ? start.zone : 'UTC');
const startAt = (start: SeriesStart): number =>
  start.kind === 'instant' ? start.at : utcMidnight(start.date);

function makeRule(text: string, start: SeriesStart): Rule {
  const zone = zoneOf(start);
  const dtstart = Temporal.Instant.fromEpochMilliseconds(startAt(start)).toZonedDateTimeISO(zone);
  return new RRuleTemporal({
    rruleString: text,
    dtstart,
    tzid: zone,
    temporal: Temporal as never,
    maxIterations: STEPS,
    maxCandidateEvaluations: STEPS * 10,
    cache: false,
  }) as unknown as Rule;
}

/**
 * Expands a series inside [from, to), UTC milliseconds, on the clock of its zone: a meeting at nine stays at
 * nine when the clocks change. Local times that a change of clocks skips are no occurrences (RFC 5545,
 * 3.3.10). Never throws and never runs away: see `cutOff`.
 */
export function expandSeries(series: Series, from: number, to: number, limits: ExpansionLimits): Expansion {
  const { start } = series;
  const zone = zoneOf(start);
  const found = new Set<number>();
  let cutOff = false;
  const keep = (at: number): void => {
    if (at >= from && at < to) found.add(at);
  };
  const deadline = limits.now() + limits.milliseconds;
  try {
    const lines = readLines(series.lines, zone, start.kind === 'date');
    cutOff = lines.unread;
    if (lines.rules.length === 0) keep(startAt(start));
    for (const text of lines.rules) {
      const until = untilOf(text, zone);
      if (until !== null && until < from) continue;
      cutOff = expandRule(text, start, from, to, limits, deadline, keep) || cutOff;
    }
    for (const at of lines.added) keep(at);
    for (const at of lines.removed) found.delete(at);
  } catch {
    cutOff = true;
  }
  const ordered = [...found].sort((a, b) => a - b);
  const places = ordered.slice(0, limits.places).map((at) => ({ key: keyOf(start, at), at }));
  return { places, cutOff: cutOff || ordered.length > limits.places };
}

/** How an occurrence at this instant is named. */
function keyOf(start: SeriesStart, at: number): string {
  if (start.kind === 'instant') return String(at);
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate().toString();
}

/** @returns whether the rule was cut off. */
function expandRule(
  text: string,
  start: SeriesStart,
  from: number,
  to: number,
  limits: ExpansionLimits,
  deadline: number,
  keep: (at: number) => void,
): boolean {
  const plain = plainRuleOf(text);
  if (plain && expandPlain(plain, start, from, to, keep)) return false;
  const zone = zoneOf(start);
  const at = (ms: number) => Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone);
  const rule = makeRule(text, start);
  const density = densityOf(text, to - from);
  if (density <= limits.places) {
    for (const date of rule.between(at(from), at(to), true)) keep(date.epochMilliseconds);
    return false;
  }
  // A rule that gives thousands of places is looked at in small windows and left when it is enough.
  const window = Math.max(1, Math.floor((to - from) / Math.ceil(density / WINDOW_PLACES)));
  let count = 0;
  for (let left = from; left < to; left += window) {
    for (const date of rule.between(at(left), at(Math.min(left + window, to)), true)) {
      keep(date.epochMilliseconds);
      count += 1;
    }
    if (count >= limits.places || limits.now() > deadline) return true;
  }
  return false;
}

const DAY_MS = 86_400_000;
/** Clocks change at night; what starts later in the day exists on every day. */
const FIRST_SAFE_HOUR = 4;

/** @returns false when the general engine must answer, because a change of clocks may skip an occurrence. */
function expandPlain(
  rule: PlainRule,
  start: SeriesStart,
  from: number,
  to: number,
  keep: (at: number) => void,
): boolean {
  const until = rule.until === null ? null : limitOf(rule.until, start);
  if (until === 'unclear') return false;
  const [first, last] = [Math.floor(from / DAY_MS) - 2, Math.floor(to / DAY_MS) + 2];
  if (start.kind === 'date') {
    for (const day of plainDays(rule, utcMidnight(start.date) / DAY_MS, first, last)) {
      if (until === null || day * DAY_MS <= until) keep(day * DAY_MS);
    }
    return true;
  }
  const wall = Temporal.Instant.fromEpochMilliseconds(start.at)
    .toZonedDateTimeISO(start.zone)
    .toPlainDateTime();
  if (wall.hour < FIRST_SAFE_HOUR) return false;
  const startDay = utcMidnight(wall.toPlainDate().toString()) / DAY_MS;
  for (const day of plainDays(rule, startDay, first, last)) {
    const at = wall.add({ days: day - startDay }).toZonedDateTime(start.zone).epochMilliseconds;
    if (until === null || at <= until) keep(at);
  }
  return true;
}

/** The last instant that UNTIL allows; `unclear` for the forms that the standard does not foresee here. */
function limitOf(until: string, start: SeriesStart): number | 'unclear' {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z)?$/.exec(until);
  if (!match) return 'unclear';
  const date = `${match[1]}-${match[2]}-${match[3]}`;
  if (start.kind === 'date') return utcMidnight(date);
  if (match[4] === undefined) return 'unclear';
  return parseInstant(`${date}T${match[4]}:${match[5]}:${match[6]}Z`);
}
