import { formatClock } from '#shared/domain/clock-format.ts';
import { useMinute } from '../../lib/clock.tsx';
import { offset, type Scale } from './scale.ts';
import classes from './Timeline.module.css';

/** Where the day is now; only this line renders when a minute passes. */
export function NowLine({ scale, zone }: { readonly scale: Scale; readonly zone: string }) {
  const now = useMinute();
  if (now < scale.from || now >= scale.to) return null;
  return (
    <div className={classes.now} style={{ top: `${offset(scale, now)}rem` }} aria-hidden="true">
      <span className={classes.nowLabel}>{formatClock(now, zone)}</span>
    </div>
  );
}
