export const roundings = ['none', 'up', 'down', 'nearest'] as const;
export type Rounding = (typeof roundings)[number];
export const roundingSpans = ['entry', 'day'] as const;

/** How a client's hours are rounded where they are billed, and nowhere else. */
export interface RoundingTerms {
  readonly rounding: Rounding;
  /** Billed time is a multiple of so many minutes, 1 to 60. */
  readonly minutes: number;
  /** What is rounded: each entry by itself, or the sum of a day. */
  readonly per: (typeof roundingSpans)[number];
}

export const unrounded: RoundingTerms = { rounding: 'none', minutes: 15, per: 'entry' };

/** An entry as rounding looks at it. */
export interface RawTime {
  readonly entryId: string;
  /** The day it began, in the zone it was made in. */
  readonly date: string;
  readonly startedAt: number;
  /** Whole seconds as tracked. */
  readonly rawSeconds: number;
}

/** Whole seconds as a multiple of the unit; the nearest one takes a half away from zero. Nothing stays nothing. */
export function roundSeconds(
  seconds: number,
  { rounding, minutes }: Pick<RoundingTerms, 'rounding' | 'minutes'>,
): number {
  if (rounding === 'none') return seconds;
  const unit = minutes * 60;
  if (rounding === 'up') return Math.ceil(seconds / unit) * unit;
  if (rounding === 'down') return Math.floor(seconds / unit) * unit;
  return Math.floor((2 * seconds + unit) / (2 * unit)) * unit;
}

/**
 * What is billed of each entry, whole seconds, in the order given. `items` are one client's entries of one invoice.
 *
 * By day, the sum of all that began on a date is rounded. What that adds goes to the last entry of the day that has any
 * time, and so to the line that this entry is on; what it takes away is taken from the last entry backwards, so that no
 * entry falls below nothing. Lines are sums of entries, so lines and days add up to the same, however entries are
 * gathered. A day whose work is spread over two invoices is rounded on each, as each is a bill of its own.
 */
export function billedSeconds(items: readonly RawTime[], terms: RoundingTerms): number[] {
  if (terms.rounding === 'none' || terms.per === 'entry') {
    return items.map(({ rawSeconds }) => roundSeconds(rawSeconds, terms));
  }
  const billed = items.map(({ rawSeconds }) => rawSeconds);
  const days = new Map<string, number[]>();
  for (const [index, { date }] of items.entries()) {
    const day = days.get(date);
    if (day) day.push(index);
    else days.set(date, [index]);
  }
  for (const day of days.values()) {
    const raw = day.reduce((sum, index) => sum + (billed[index] ?? 0), 0);
    let difference = roundSeconds(raw, terms) - raw;
    for (const index of day.sort((a, b) => later(items, a, b))) {
      const own = billed[index] ?? 0;
      if (difference === 0) break;
      if (own === 0) continue;
      billed[index] = Math.max(0, own + difference);
      difference += own - billed[index];
    }
  }
  return billed;
}

function later(items: readonly RawTime[], a: number, b: number): number {
  const [one, two] = [items[a], items[b]];
  if (!one || !two) return 0;
  return two.startedAt - one.startedAt || (two.entryId < one.entryId ? -1 : 1);
}
