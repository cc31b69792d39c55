import { memo, useMemo } from 'react';
import { useByMinute } from '../../lib/clock.tsx';
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
  const marks = useMemo(() => hourMarks(scale.from, scale.to, zone), [scale, zone]);
  const covered = useByMinute((minute) => {
    const now = offset(scale, minute);
    return marks
      .filter(({ at }) => Math.abs(offset(scale, at) - now) <= hiddenBeside)
      .map(({ at }) => at)
      .join();
  });
  const hidden = covered.split(',');
  return (
    <div aria-hidden="true">
      {/* By their place, so that another day changes none of them. */}
      {marks.map((mark) => (
        <div
          key={mark.at - scale.from}
          className={classes.hour}
          style={{ top: `${offset(scale, mark.at)}rem` }}
        >
          {!hidden.includes(String(mark.at)) && <span className={classes.hourLabel}>{mark.label}</span>}
        </div>
      ))}
    </div>
  );
});
