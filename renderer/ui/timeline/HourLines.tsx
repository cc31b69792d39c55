import { memo } from 'react';
import { hourMarks, offset, type Scale } from './scale.ts';
import classes from './Timeline.module.css';

/** The clock's hours down the side with a line across each. For eyes only: what stands on them says its own time. */
export const HourLines = memo(function HourLines({
  scale,
  zone,
}: {
  readonly scale: Scale;
  readonly zone: string;
}) {
  return (
    <div aria-hidden="true">
      {hourMarks(scale.from, scale.to, zone).map((mark) => (
        <div key={mark.at} className={classes.hour} style={{ top: `${offset(scale, mark.at)}rem` }}>
          <span className={classes.hourLabel}>{mark.label}</span>
        </div>
      ))}
    </div>
  );
});
