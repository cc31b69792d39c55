import { formatLeft } from '#shared/domain/focus.ts';
import { useSecond } from '../../lib/clock.tsx';
import classes from './Focus.module.css';

export interface FocusClockProps {
  /** What the time is the rest of. */
  readonly label: string;
  /** Of the whole, milliseconds. */
  readonly length: number;
  /** UTC milliseconds; null while it stands still with `left` milliseconds. */
  readonly endsAt: number | null;
  readonly left: number;
}

/** What is left, as a ring that fills and a time that ticks; screen readers are not told of every second. */
export function FocusClock(props: FocusClockProps) {
  const { label, length, left, endsAt } = props;
  return endsAt === null ? (
    <Face label={label} left={left} length={length} still />
  ) : (
    <Ticking label={label} length={length} endsAt={endsAt} />
  );
}

function Ticking({ label, length, endsAt }: Pick<FocusClockProps, 'label' | 'length'> & { endsAt: number }) {
  const now = useSecond();
  return <Face label={label} left={Math.min(length, Math.max(0, endsAt - now))} length={length} />;
}

/** The ring's radius, in a box of 20. */
const radius = 8;
const around = 2 * Math.PI * radius;

interface FaceProps {
  readonly label: string;
  readonly left: number;
  readonly length: number;
  readonly still?: boolean;
}

function Face({ label, left, length, still = false }: FaceProps) {
  const done = length > 0 ? 1 - left / length : 0;
  return (
    <span className={classes.clock} data-still={still || undefined}>
      <svg className={classes.ring} viewBox="0 0 20 20" aria-hidden="true">
        <circle cx="10" cy="10" r={radius} className={classes.whole} />
        <circle
          cx="10"
          cy="10"
          r={radius}
          className={classes.done}
          strokeDasharray={`${done * around} ${around}`}
        />
      </svg>
      <span className={classes.left} role="timer" aria-live="off" aria-label={label}>
        {formatLeft(left)}
      </span>
    </span>
  );
}
