import { memo } from 'react';
import { type AxisMark, remOf } from './axis.ts';
import classes from './WeekView.module.css';

/** Lines across the week with the hour at both ends. For eyes only: each event says its own times. */
export const HourAxis = memo(function HourAxis({
  marks,
  both,
}: {
  readonly marks: readonly AxisMark[];
  readonly both: boolean;
}) {
  return (
    <div aria-hidden="true">
      {marks.map(({ hour, here, there }) => (
        <div key={hour} className={classes.hour} style={{ top: `${remOf(hour * 60)}rem` }}>
          <span className={classes.here}>{here}</span>
          {both && there && <span className={classes.there}>{there}</span>}
        </div>
      ))}
    </div>
  );
});
