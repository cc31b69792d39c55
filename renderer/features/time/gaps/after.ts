import { MINUTE } from '#shared/domain/duration.ts';
import { without } from '#shared/domain/gap.ts';
import { minutesInSequence } from '#shared/domain/minutes.ts';
import type { Span } from '#shared/domain/spans.ts';
import type { DayView, EntryClient, OpenGap } from '#shared/ipc/time.ts';
import { partsWithin } from '../../../ui/tracked/parts.ts';
import type { Piece } from './subject.ts';

/** Time that an answer would add: whose, and when. */
export interface Added extends Span {
  readonly client: EntryClient;
}

/** What keeping a gap adds: the parts of it that are not tracked already. */
export function addedByKeeping(gap: OpenGap): Added[] {
  return without({ from: gap.startedAt, to: gap.endedAt }, gap.taken).map((span) => ({
    ...span,
    client: gap,
  }));
}

export function addedBySplitting(pieces: readonly Piece[]): Added[] {
  return pieces.flatMap(({ from, to, subject }) => (subject ? [{ from, to, client: subject }] : []));
}

/** Milliseconds that a day comes to with this added, in the minutes that its panel will show; the running entry up to `now`. */
export function dayAfter(day: DayView, now: number, added: readonly Added[]): number {
  const more = added.map(({ from, to, client }) => ({ ...client, startedAt: from, endedAt: to }));
  const parts = partsWithin([...day.entries, ...more], day, now);
  return (
    minutesInSequence(parts.map(({ milliseconds }) => milliseconds)).reduce((sum, one) => sum + one, 0) *
    MINUTE
  );
}
