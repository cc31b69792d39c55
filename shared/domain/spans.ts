/** A stretch of time in UTC milliseconds, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** A tracked span; a running one is closed at "now" by whoever asks. */
export interface Tracked {
  readonly startedAt: number;
  readonly endedAt: number | null;
}

/** The tracked span with a running entry closed at `now`; never negative, whatever the clock did. */
export function spanOf(entry: Tracked, now: number): Span {
  return { from: entry.startedAt, to: Math.max(entry.startedAt, entry.endedAt ?? now) };
}

/** What of `span` lies within `bounds`; null when they do not meet. Empty spans meet where they lie. */
export function clip(span: Span, bounds: Span): Span | null {
  const from = Math.max(span.from, bounds.from);
  const to = Math.min(span.to, bounds.to);
  if (from < to) return { from, to };
  return span.from === span.to && span.from >= bounds.from && span.from < bounds.to ? span : null;
}

/** Milliseconds of `span`. */
export function length(span: Span): number {
  return span.to - span.from;
}

/** The union of spans, ordered; touching ones become one. */
export function union(spans: readonly Span[]): Span[] {
  const merged: { from: number; to: number }[] = [];
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    const last = merged.at(-1);
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else merged.push({ from: span.from, to: span.to });
  }
  return merged;
}

/** The stretches between tracked spans in which nothing was tracked, of at least `shortest` milliseconds. */
export function gaps(spans: readonly Span[], shortest: number): Span[] {
  const covered = union(spans);
  return covered.slice(1).flatMap((span, index) => {
    const gap = { from: covered[index]?.to ?? span.from, to: span.from };
    return length(gap) >= shortest ? [gap] : [];
  });
}

/** Milliseconds that more than one span claims: the sum of the lengths less the time covered. */
export function overlap(spans: readonly Span[]): number {
  return total(spans) - total(union(spans));
}

/** The sum of the lengths, overlaps counted as often as they were tracked. */
export function total(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + length(span), 0);
}
