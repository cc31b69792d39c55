import type { ClientColor } from '#shared/domain/clients.ts';
import classes from './Tracked.module.css';

export interface TrackedPart {
  readonly id: string;
  readonly name: string;
  readonly colour: ClientColor;
  readonly milliseconds: number;
}

/** Time by client as one bar against the day's goal. The numbers beside it say the same in words. */
export function TrackedBar({
  parts,
  goal,
  review = 0,
}: {
  readonly parts: readonly TrackedPart[];
  /** Milliseconds; 0 means the parts fill the bar. */
  readonly goal: number;
  /** Milliseconds that wait to be reviewed: hatched, after the parts. */
  readonly review?: number;
}) {
  const sum = parts.reduce((all, part) => all + part.milliseconds, review);
  const whole = Math.max(sum, goal, 1);
  return (
    <div className={classes.bar} aria-hidden="true">
      {parts.map((part) => (
        <span
          key={part.id}
          className={classes.part}
          style={{
            width: `${(part.milliseconds / whole) * 100}%`,
            background: `var(--client-${part.colour})`,
          }}
        />
      ))}
      {review > 0 && <span className={classes.review} style={{ width: `${(review / whole) * 100}%` }} />}
    </div>
  );
}
