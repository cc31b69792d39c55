/**
 * Rules that need nothing but whole days: every so many days, or on some weekdays of every so many weeks.
 * Most series of a calendar are of this kind, and counting days is a hundred times faster than a general
 * engine. Days are numbered from 1970-01-01; weekdays from Monday, 0.
 */
export interface PlainRule {
  readonly weekly: boolean;
  readonly interval: number;
  readonly count: number | null;
  /** Text of UNTIL, as it stands in the rule. */
  readonly until: string | null;
  /** Weekdays of a weekly rule, ascending; null for that of the start. */
  readonly weekdays: readonly number[] | null;
}

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const KNOWN = new Set(['FREQ', 'INTERVAL', 'COUNT', 'UNTIL', 'BYDAY', 'WKST']);

/** Null for every rule that needs the general engine. */
export function plainRuleOf(text: string): PlainRule | null {
  const parts = new Map<string, string>();
  for (const part of text
    .replace(/^RRULE:/i, '')
    .trim()
    .split(';')) {
    const [name = '', value = ''] = part.toUpperCase().split('=');
    if (!KNOWN.has(name) || value === '' || parts.has(name)) return null;
    parts.set(name, value);
  }
  const frequency = parts.get('FREQ');
  const weekly = frequency === 'WEEKLY';
  if (!weekly && (frequency !== 'DAILY' || parts.has('BYDAY'))) return null;
  const interval = whole(parts.get('INTERVAL') ?? '1');
  const count = parts.has('COUNT') ? whole(parts.get('COUNT') ?? '') : null;
  if (interval === null || (parts.has('COUNT') && count === null) || (parts.get('WKST') ?? 'MO') !== 'MO')
    return null;
  const codes =
    parts
      .get('BYDAY')
      ?.split(',')
      .map((code) => CODES.indexOf(code)) ?? null;
  if (codes?.includes(-1)) return null;
  const weekdays = codes === null ? null : [...new Set(codes)].sort((a, b) => a - b);
  return { weekly, interval, count, until: parts.get('UNTIL') ?? null, weekdays };
}

function whole(text: string): number | null {
  return /^[1-9]\d{0,6}$/.test(text) ? Number(text) : null;
}

/** Days of a rule that starts on `start`, within [first, last], ascending. UNTIL is left to the caller. */
export function plainDays(rule: PlainRule, start: number, first: number, last: number): number[] {
  return rule.weekly ? weeklyDays(rule, start, first, last) : dailyDays(rule, start, first, last);
}

function dailyDays({ interval, count }: PlainRule, start: number, first: number, last: number): number[] {
  const days: number[] = [];
  for (let n = Math.max(0, Math.ceil((first - start) / interval)); ; n += 1) {
    const day = start + n * interval;
    if (day > last || (count !== null && n >= count)) return days;
    days.push(day);
  }
}

function weeklyDays(rule: PlainRule, start: number, first: number, last: number): number[] {
  // 1970-01-01 was a Thursday.
  const own = (((start + 3) % 7) + 7) % 7;
  const weekdays = rule.weekdays ?? [own];
  const monday = start - own;
  const inFirstWeek = weekdays.filter((weekday) => weekday >= own);
  const days: number[] = [];
  const step = 7 * rule.interval;
  for (let week = Math.max(0, Math.floor((first - monday) / step)); monday + week * step <= last; week += 1) {
    const mine = week === 0 ? inFirstWeek : weekdays;
    const before = week === 0 ? 0 : inFirstWeek.length + (week - 1) * weekdays.length;
    for (const [index, weekday] of mine.entries()) {
      if (rule.count !== null && before + index >= rule.count) return days;
      const day = monday + week * step + weekday;
      if (day >= first && day <= last) days.push(day);
    }
  }
  return days;
}
