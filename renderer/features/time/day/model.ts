import { MINUTE } from '#shared/domain/duration.ts';
import { type Lane, layOut } from '#shared/domain/lanes.ts';
import { clip, gaps, overlap, type Span, spanOf, total } from '#shared/domain/spans.ts';
import type { DayView, EntryView, GapView } from '#shared/ipc/time.ts';
import { partsWithin } from '../../../ui/tracked/parts.ts';
import type { TrackedPart } from '../../../ui/tracked/TrackedBar.tsx';

export interface PlacedEntry {
  readonly entry: EntryView;
  /** Within the day, the running entry up to now. */
  readonly span: Span;
  readonly lane: Lane;
}

export interface PlacedReview {
  readonly review: GapView;
  /** Within the day; empty where the clock was only set back. */
  readonly span: Span;
  readonly lane: Lane;
}

/** A stretch between entries in which nothing is tracked. */
export interface FreeGap {
  readonly gap: Span;
  /** What of it was once a running timer's, and was answered with "not worked". */
  readonly discarded: readonly GapView[];
}

export interface DayModel {
  readonly entries: readonly PlacedEntry[];
  /** What waits to be reviewed. */
  readonly reviews: readonly PlacedReview[];
  readonly gaps: readonly FreeGap[];
  /** By client, most first; they add up to `total`. */
  readonly parts: readonly TrackedPart[];
  readonly total: number;
  readonly gapTotal: number;
  readonly reviewTotal: number;
  readonly overlapTotal: number;
  /** From the first start to the last end; null on an empty day. */
  readonly reach: Span | null;
}

/** A gap shorter than this is a breath, not a gap. */
const shortestGap = 2 * MINUTE;

/**
 * What the day's picture needs. `leastShown` is the length in milliseconds that the smallest block takes up,
 * so that short entries stand side by side instead of on each other.
 */
export function dayModel(day: DayView, now: number, leastShown: number): DayModel {
  const bounds = { from: day.from, to: day.to };
  const known = day.entries.flatMap((entry) => {
    const span = clip(spanOf(entry, now), bounds);
    return span ? [{ entry, span }] : [];
  });
  const open = day.gaps.flatMap((review) => {
    const span = review.answer === null && clip(spanOf(review, now), bounds);
    return span ? [{ review, span }] : [];
  });
  const spans = known.map(({ span }) => span);
  const asked = open.map(({ span }) => span);
  const lanes = layOut(
    [...spans, ...asked].map(({ from, to }) => ({ from, to: Math.max(to, from + leastShown) })),
  );
  const laneOf = (index: number) => lanes[index] ?? { lane: 0, lanes: 1 };
  const free = gaps([...spans, ...asked], shortestGap);
  const discarded = day.gaps.filter(({ answer }) => answer === 'discarded');
  const first = spans[0];
  return {
    entries: known.map((item, index) => ({ ...item, lane: laneOf(index) })),
    reviews: open.map((item, index) => ({ ...item, lane: laneOf(known.length + index) })),
    gaps: free.map((gap) => ({
      gap,
      discarded: discarded.filter((one) => one.startedAt < gap.to && one.endedAt > gap.from),
    })),
    parts: partsWithin(day.entries, bounds, now),
    total: total(spans),
    gapTotal: total(free),
    reviewTotal: total(asked),
    overlapTotal: overlap(spans),
    reach: first ? { from: first.from, to: Math.max(...spans.map((span) => span.to)) } : null,
  };
}
