import { Temporal } from 'temporal-polyfill';
import { utcMidnight } from './instant.ts';

/** The lines of a series, sorted; dates as UTC milliseconds. */
export interface ReadLines {
  readonly rules: readonly string[];
  readonly added: readonly number[];
  readonly removed: readonly number[];
  /** A line, or a value in one, could not be used. */
  readonly unread: boolean;
}

const STEP_MS: Record<string, number> = {
  SECONDLY: 1_000,
  MINUTELY: 60_000,
  HOURLY: 3_600_000,
  DAILY: 86_400_000,
};

/** Part of a rule such as FREQ or UNTIL. */
function part(text: string, name: string): string | null {
  return new RegExp(`(?:^|[:;])${name}=([^;\\s]+)`, 'i').exec(text)?.[1] ?? null;
}

/**
 * How many places a rule could give in so many milliseconds, at most; zero for rules by week, month or year.
 * Parts such as BYDAY that thin a rule out are not looked at.
 */
export function densityOf(text: string, span: number): number {
  const step = STEP_MS[(part(text, 'FREQ') ?? '').toUpperCase()];
  if (step === undefined) return 0;
  const interval = Math.max(1, Number(part(text, 'INTERVAL') ?? '1') || 1);
  const times = ['BYHOUR', 'BYMINUTE', 'BYSECOND'].reduce(
    (product, name) => product * (part(text, name)?.split(',').length ?? 1),
    1,
  );
  return (span / (step * interval)) * times;
}

/** The last instant that a rule can reach, with a day to spare; null without an UNTIL. */
export function untilOf(text: string, zone: string): number | null {
  const value = part(text, 'UNTIL');
  if (value === null) return null;
  const at = valueAt(value, zone, null);
  return at === null ? null : at + 86_400_000;
}

/** Reads the lines of a series. `zone` is that of the series; all-day series compare dates. */
export function readLines(lines: readonly string[], zone: string, allDay: boolean): ReadLines {
  const rules: string[] = [];
  const added: number[] = [];
  const removed: number[] = [];
  let unread = false;
  for (const line of lines) {
    const match = /^(RRULE|RDATE|EXDATE)((?:;[^:]*)?):(.+)$/i.exec(line.trim());
    if (!match) {
      unread = unread || line.trim() !== '';
      continue;
    }
    const [, name = '', parameters = '', values = ''] = match;
    if (name.toUpperCase() === 'RRULE') {
      rules.push(`RRULE:${values}`);
      continue;
    }
    const tzid = /;TZID=([^;:]+)/i.exec(parameters)?.[1] ?? null;
    const target = name.toUpperCase() === 'RDATE' ? added : removed;
    for (const value of values.split(',')) {
      const at = allDay ? valueAt(value.slice(0, 8), 'UTC', null) : valueAt(value, zone, tzid);
      if (at === null) unread = true;
      else target.push(at);
    }
  }
  return { rules, added, removed, unread };
}

/** `20260302`, `20260302T090000` or `20260302T080000Z` as UTC milliseconds; null when it is none of them. */
function valueAt(value: string, zone: string, tzid: string | null): number | null {
  const match = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z)?)?$/i.exec(value.trim());
  if (!match) return null;
  const [, year, month, day, hour, minute, second, utc] = match;
  const date = `${year}-${month}-${day}`;
  try {
    if (hour === undefined) {
      if (zone === 'UTC') return utcMidnight(date);
      return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
    }
    const wall = Temporal.PlainDateTime.from(`${date}T${hour}:${minute}:${second}`);
    return wall.toZonedDateTime(utc ? 'UTC' : (tzid ?? zone)).epochMilliseconds;
  } catch {
    return null;
  }
}
