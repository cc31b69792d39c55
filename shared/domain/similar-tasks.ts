import { fold } from './text-search.ts';

/** What a task is compared by. Null where nobody said. */
export interface Comparable {
  readonly title: string;
  readonly category: string | null;
  readonly workKindId: string | null;
}

/** What finished tasks like one took, whole minutes. */
export interface Took {
  readonly count: number;
  readonly median: number;
  /** So long at most for 80 % of them. */
  readonly most: number;
}

/** With fewer samples nothing is said. */
const FEWEST = 3;
const MINUTE = 60;

/** The words of a title that say what it is about: folded, at least three letters long, no numbers. */
function wordsOf(title: string): Set<string> {
  return new Set((fold(title).match(/\p{L}{3,}/gu) ?? []) as string[]);
}

/**
 * Whether two tasks of one client are similar: category and kind of work are the same wherever both are known, and the
 * titles share at least half of the words of the one that has fewer. Numbers and short words do not count, so that
 * "Invoice 12" is like "Invoice 13". A title without such words is like none.
 */
export function similar(one: Comparable, other: Comparable): boolean {
  const differ = (a: string | null, b: string | null) => a !== null && b !== null && a !== b;
  if (differ(one.category, other.category) || differ(one.workKindId, other.workKindId)) return false;
  const [words, others] = [wordsOf(one.title), wordsOf(other.title)];
  const shared = [...words].filter((word) => others.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(words.size, others.size);
}

/**
 * The median and the 80th percentile (nearest rank) of what tasks took, from seconds; null with fewer than three that
 * took any time. Minutes are rounded up, so that none is ever 0.
 */
export function tookOf(seconds: readonly number[]): Took | null {
  const taken = seconds.filter((one) => one > 0).sort((a, b) => a - b);
  const count = taken.length;
  if (count < FEWEST) return null;
  const at = (index: number) => taken[index] ?? 0;
  const median = (at(Math.floor((count - 1) / 2)) + at(Math.floor(count / 2))) / 2;
  const minutes = (length: number) => Math.ceil(length / MINUTE);
  return { count, median: minutes(median), most: minutes(at(Math.ceil(count * 0.8) - 1)) };
}
