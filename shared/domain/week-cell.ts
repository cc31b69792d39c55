import { parseDuration } from './duration.ts';
import { without } from './gap.ts';
import { clip, length, type Span, total } from './spans.ts';

/**
 * Reads what is typed into a cell of the week: a length as in `parseDuration`, or nothing: empty, `0`, `0:00`, `0h`.
 * @returns milliseconds, or null when it cannot be read.
 */
export function parseCell(text: string): number | null {
  return /^\s*(?:0{1,3}(?:[.,:]0{1,2})?\s*(?:h|m|min|std)?|)\s*$/i.test(text) ? 0 : parseDuration(text);
}

/** An entry as a cell sees it. What is invoiced, and what still runs, stays as it is. */
export interface CellEntry extends Span {
  readonly id: string;
  readonly fixed: 'billed' | 'running' | null;
}

/** What is done to an entry so that a stretch of it is no longer tracked; UTC milliseconds. */
export type Cut =
  | { readonly id: string; readonly kind: 'delete' }
  | { readonly id: string; readonly kind: 'end'; readonly at: number }
  | { readonly id: string; readonly kind: 'start'; readonly at: number }
  /** The entry ends at `end`, and another one like it goes on from `start`: it lasts beyond the cell's day. */
  | { readonly id: string; readonly kind: 'split'; readonly end: number; readonly start: number };

/** Milliseconds of entries within a day. */
export function cellLength(entries: readonly Span[], day: Span): number {
  return total(entries.flatMap((entry) => clip(entry, day) ?? []));
}

/**
 * How `less` milliseconds go from a day: from the end of its last free entry, then of the one before. Only the day's
 * part of an entry over midnight is touched. Answers null when free entries do not hold so much.
 */
export function cutFromEnd(entries: readonly CellEntry[], day: Span, less: number): Cut[] | null {
  const parts = entries
    .filter(({ fixed }) => fixed === null)
    .flatMap((entry) => {
      const part = clip(entry, day);
      return part && length(part) > 0 ? [{ entry, part }] : [];
    })
    .sort((a, b) => b.part.to - a.part.to || b.part.from - a.part.from);
  const cuts: Cut[] = [];
  let rest = less;
  for (const { entry, part } of parts) {
    if (rest <= 0) break;
    const from = Math.max(part.from, part.to - rest);
    rest -= part.to - from;
    cuts.push(cutOf(entry, { from, to: part.to }));
  }
  return rest > 0 ? null : cuts;
}

function cutOf({ id, from, to }: CellEntry, gone: Span): Cut {
  if (gone.from <= from && gone.to >= to) return { id, kind: 'delete' };
  if (gone.from <= from) return { id, kind: 'start', at: gone.to };
  if (gone.to >= to) return { id, kind: 'end', at: gone.from };
  return { id, kind: 'split', end: gone.from, start: gone.to };
}

/** Where new time goes; `longest` is the longest free stretch when there is no room. */
export type Place = { readonly span: Span } | { readonly span: null; readonly longest: number };

/**
 * A free stretch of `wanted` milliseconds within `open`: the first one after `anchor`; else the nearest before it, at
 * that stretch's end.
 */
export function placeFor(wanted: number, open: Span, busy: readonly Span[], anchor: number): Place {
  const free = open.to > open.from ? without(open, busy) : [];
  for (const slot of free) {
    const from = Math.max(slot.from, anchor);
    if (slot.to - from >= wanted) return { span: { from, to: from + wanted } };
  }
  const before = free.findLast((slot) => length(slot) >= wanted);
  if (before) return { span: { from: before.to - wanted, to: before.to } };
  return { span: null, longest: Math.max(0, ...free.map(length)) };
}

/**
 * Whole units for parts whose sum is shown as `whole`, a multiple of `unit`: each is its exact value rounded down or
 * up, those with the largest remainders first, so that they add up.
 */
export function spread(parts: readonly number[], whole: number, unit: number): number[] {
  const shown = parts.map((part) => Math.floor(part / unit) * unit);
  let missing = Math.round((whole - shown.reduce((sum, part) => sum + part, 0)) / unit);
  const order = parts
    .map((part, index) => ({ index, rest: part % unit }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order) {
    if (missing <= 0) break;
    shown[index] = (shown[index] ?? 0) + unit;
    missing--;
  }
  return shown;
}
