import { IconClockExclamation } from '@tabler/icons-react';
import { type CSSProperties, memo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatClockRange } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { reviewGap } from '../../../lib/review.ts';
import { tip } from '../../../ui/tooltip/tip.ts';
import { gapName, reviewWords, whyShort } from '../gaps/words.ts';
import classes from './GapBlock.module.css';
import type { PlacedReview } from './model.ts';

interface GapBlockProps {
  readonly placed: PlacedReview;
  readonly zone: string;
  readonly place: CSSProperties;
  /** Roving focus. */
  readonly focus: object;
}

/** A stretch that waits to be reviewed, on the timeline. It is no entry: hatched, and in the colour of a warning. */
export const GapBlock = memo(function GapBlock({ placed, zone, place, focus }: GapBlockProps) {
  const { t } = useTranslation('gaps');
  const { review, span, lane } = placed;
  const minutes = (span.to - span.from) / MINUTE;
  const size = minutes >= 27 ? 'full' : minutes >= 17 ? 'line' : 'tight';
  const beside = lane.lanes > 1;
  const name = gapName(review, zone, t);
  const times =
    review.endedAt > review.startedAt
      ? formatClockRange(review.startedAt, review.endedAt, zone)
      : formatClock(review.startedAt, zone);
  return (
    <li
      className={classes.block}
      data-size={size}
      style={{
        ...place,
        height: `calc(${place.height} - 0.125rem)`,
        width: beside ? `calc(${place.width} - 0.25rem)` : place.width,
      }}
    >
      <IconClockExclamation
        className={classes.icon}
        size={size === 'full' ? 18 : 14}
        stroke={1.5}
        aria-hidden
      />
      <span className={classes.text}>
        <span className={classes.title}>{reviewWords(review, t)}</span>
        <span className={classes.why}>{whyShort(review, zone, t)}</span>
      </span>
      {!beside && (
        <>
          <span className={classes.times}>{times}</span>
          {minutes > 0 && <strong className={classes.length}>{formatDuration(span.to - span.from)}</strong>}
        </>
      )}
      <button
        type="button"
        className={classes.open}
        data-gap={review.id}
        {...tip(name)}
        aria-label={name}
        aria-haspopup="dialog"
        onClick={() => reviewGap(review.id)}
        {...focus}
      />
    </li>
  );
});
