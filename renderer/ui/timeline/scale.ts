import { formatClock } from '#shared/domain/clock-format.ts';
import { HOUR } from '#shared/domain/duration.ts';
import type { Lane } from '#shared/domain/lanes.ts';
import type { Span } from '#shared/domain/spans.ts';

/** How instants of one day become places on a column. Heights are rem, so that larger text gets more room. */
export interface Scale {
  readonly from: number;
  readonly to: number;
  readonly remPerHour: number;
}

/** Distance of an instant from the top, in rem. */
export function offset(scale: Scale, at: number): number {
  return ((at - scale.from) / HOUR) * scale.remPerHour;
}

/** Top, height and share of the width for a span in its lane, as a style. `least` is the smallest height in rem. */
export function placeOf(scale: Scale, span: Span, lane: Lane, least: number) {
  const from = Math.max(span.from, scale.from);
  const to = Math.min(span.to, scale.to);
  const height = Math.max(offset(scale, to) - offset(scale, from), least);
  return {
    top: `${offset(scale, from)}rem`,
    height: `${height}rem`,
    insetInlineStart: `${(lane.lane / lane.lanes) * 100}%`,
    width: `${100 / lane.lanes}%`,
  };
}

/** How many lines of a title, each `line` rem high, fit above one line of times; at least one. */
export function titleLines(scale: Scale, span: Span, line: number): number {
  return Math.max(1, Math.floor((offset(scale, span.to) - offset(scale, span.from)) / line) - 1);
}

export interface HourMark {
  readonly at: number;
  readonly label: string;
}

const step = HOUR / 4;

/**
 * The full hours of a zone's clock between two instants. They are looked for in steps of a quarter, because
 * zones shift by halves and quarters, and a doubled hour stands there twice.
 */
export function hourMarks(from: number, to: number, zone: string): HourMark[] {
  const marks: HourMark[] = [];
  for (let at = from; at < to; at += step) {
    const label = formatClock(at, zone);
    if (label.endsWith(':00')) marks.push({ at, label });
  }
  return marks;
}
