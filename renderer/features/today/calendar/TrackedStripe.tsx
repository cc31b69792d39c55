import { spanOf } from '#shared/domain/spans.ts';
import type { EntryView, GapView } from '#shared/ipc/time.ts';
import { useByMinute } from '../../../lib/clock.tsx';
import { placeOf, type Scale } from '../../../ui/timeline/scale.ts';
import classes from './DayColumn.module.css';

export interface TrackedStripeProps {
  readonly entries: readonly EntryView[];
  readonly gaps: readonly GapView[];
  readonly scale: Scale;
}

/** What was tracked, as a thin stripe in the clients' colours, broken where it waits to be reviewed. For eyes only: Time lists it. */
export function TrackedStripe({ entries, gaps, scale }: TrackedStripeProps) {
  const running = entries.some((entry) => entry.endedAt === null);
  // Only what is still open grows.
  const now = useByMinute((minute) => (running ? minute : 0));
  return (
    <div className={classes.stripe} aria-hidden="true">
      {entries.map((entry) => {
        const span = spanOf(entry, now);
        if (span.to <= scale.from || span.from >= scale.to) return null;
        const { top, height } = placeOf(scale, span, { lane: 0, lanes: 1 }, 0.125);
        return (
          <span
            key={entry.id}
            style={{
              top,
              height: `calc(${height} - 1px)`,
              background: `var(--client-${entry.clientColor})`,
            }}
          />
        );
      })}
      {gaps.map((gap) => {
        if (gap.answer !== null || gap.endedAt <= scale.from || gap.startedAt >= scale.to) return null;
        const { top, height } = placeOf(scale, spanOf(gap, now), { lane: 0, lanes: 1 }, 0.125);
        return (
          <span key={gap.id} className={classes.review} style={{ top, height: `calc(${height} - 1px)` }} />
        );
      })}
    </div>
  );
}
