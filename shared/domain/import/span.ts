import type { ZoneTable } from './zone-table.ts';

/** Lengths are often rounded to the minute; up to this much they may be off the clock. */
const TOLERANCE = 60_000;

export type SpanFault =
  | 'noEnd'
  | 'zero'
  | 'negative'
  | 'endBeforeStart'
  /** A wall-clock time that the clocks jump over, or that comes twice, and no length says which is meant. */
  | 'skipped'
  | 'doubled';

export interface ReadSpan {
  readonly from: number;
  readonly to: number;
  /** Only the length told which of two instants was meant. */
  readonly byLength: boolean;
  /** The length beside start and end says something else; start and end count. */
  readonly differs: boolean;
}

/**
 * The instants (UTC milliseconds) of an entry on the wall clock of a zone. Start and end count; the length fills in
 * a missing end and decides where the clocks were changed.
 * @param start, end wall clock as if it were UTC, milliseconds. @param length milliseconds.
 */
export function readSpan(
  table: ZoneTable,
  start: number,
  end: number | null,
  length: number | null,
): ReadSpan | SpanFault {
  if (length !== null && length < 0) return 'negative';
  const begins = table.meaning(start);
  if (end === null) {
    if (length === null) return 'noEnd';
    if (length === 0) return 'zero';
    if (begins.kind !== 'one') return begins.kind === 'two' ? 'doubled' : 'skipped';
    const from = begins.at[0] as number;
    return { from, to: from + length, byLength: false, differs: false };
  }
  const ends = table.meaning(end);
  if (begins.kind === 'one' && ends.kind === 'one') {
    const [from, to] = [begins.at[0] as number, ends.at[0] as number];
    if (to === from) return 'zero';
    if (to < from) return 'endBeforeStart';
    const differs = length !== null && Math.abs(to - from - length) > TOLERANCE;
    return { from, to, byLength: false, differs };
  }
  const fault = begins.kind === 'none' || ends.kind === 'none' ? 'skipped' : 'doubled';
  if (length === null && fault === 'skipped') return fault;
  const fits = begins.at
    .flatMap((from) => ends.at.map((to) => ({ from, to })))
    .filter(({ from, to }) => to > from)
    .filter(({ from, to }) => length === null || Math.abs(to - from - length) < TOLERANCE);
  const [fit] = fits;
  if (!fit || fits.length > 1) return fault;
  return { ...fit, byLength: true, differs: false };
}
