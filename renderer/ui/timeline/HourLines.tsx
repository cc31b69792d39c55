import { memo } from 'react';
import { useMinute } from '../../lib/clock.tsx';
import { hourMarks, offset, type Scale } from './scale.ts';
import classes from './Timeline.module.css';

/** Nearer than this to the label of now, in rem, an hour's own label would be half covered. */
const hiddenBeside = 1.2;

/** The clock's hours down the side with a line across each. For eyes only: what stands on them says its own time. */
export const HourLines = memo(function HourLines({
  scale,
  zone,
}: {
  readonly scale: Scale;
  readonly zone: string;
}) {
  const now = offset(scale, useMinute());
  return (
    <div aria-hidden="true">
      {hourMarks(scale.from, scale.to, zone).map((mark) => (
        <div key={mark.at} className={classes.hour} style={{ top: `${offset(scale, mark.at)}rem` }}>
          {Math.abs(offset(scale, mark.at) - now) > hiddenBeside && (
            <span className={classes.hourLabel}>{mark.label}</span>
          )}
        </div>
      ))}
    </div>
  );
});
