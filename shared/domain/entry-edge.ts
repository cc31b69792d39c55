import { MINUTE } from './duration.ts';
import type { Span } from './spans.ts';

export type Edge = 'start' | 'end';

/**
 * How far an edge of `span` can go, both ends included: up to what lies beside it, to now, and so that a minute stays.
 * What already overlaps the span is no wall.
 */
export function edgeRange(span: Span, edge: Edge, others: readonly Span[], bounds: Span, now: number): Span {
  if (edge === 'start') {
    const walls = others.filter(({ to }) => to <= span.from).map(({ to }) => to);
    return { from: Math.max(bounds.from, ...walls), to: Math.max(span.from, span.to - MINUTE) };
  }
  const walls = others.filter(({ from }) => from >= span.to).map(({ from }) => from);
  const far = Math.min(bounds.to, now, ...walls);
  return { from: Math.min(span.to, span.from + MINUTE), to: Math.max(span.to, far) };
}

/** `at` on the nearest multiple of `step` milliseconds; at an end of the range where that is nearer or beyond. */
export function snapEdge(at: number, step: number, range: Span): number {
  const within = Math.min(range.to, Math.max(range.from, at));
  const snapped = Math.min(range.to, Math.max(range.from, Math.round(within / step) * step));
  const nearest = [range.from, range.to].find((end) => Math.abs(end - within) < Math.abs(snapped - within));
  return nearest ?? snapped;
}

/** The next multiple of `step` before (-1) or after (1) `at`, within the range. */
export function stepEdge(at: number, step: number, direction: 1 | -1, range: Span): number {
  const next = direction === 1 ? (Math.floor(at / step) + 1) * step : (Math.ceil(at / step) - 1) * step;
  return Math.min(range.to, Math.max(range.from, next));
}
