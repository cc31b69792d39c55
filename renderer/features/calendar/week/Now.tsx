import { formatClock } from '#shared/domain/clock-format.ts';
import { useMinute } from '../../../lib/clock.tsx';
import { wallMinutes } from '../place.ts';
import { remOf } from './axis.ts';
import classes from './WeekView.module.css';

export interface NowProps {
  readonly zone: string;
  /** The clock at the right; null where there is none. */
  readonly otherZone: string | null;
  /** Today's place among the days. */
  readonly day: number;
}

/** Where the week is now, on both clocks; only this renders when a minute passes. */
export function Now({ zone, otherZone, day }: NowProps) {
  const now = useMinute();
  return (
    <div className={classes.now} style={{ top: `${remOf(wallMinutes(now, zone))}rem` }} aria-hidden="true">
      <span className={classes.nowHere}>{formatClock(now, zone)}</span>
      <span className={classes.nowToday} style={{ insetInlineStart: `calc(100% / 7 * ${day})` }} />
      {otherZone && <span className={classes.nowThere}>{formatClock(now, otherZone)}</span>}
    </div>
  );
}
