import classes from './ProgressLine.module.css';

export interface ProgressLineProps {
  /** Spoken name: "Tracked against estimate". */
  readonly label: string;
  /** Done and whole, in the same unit. `whole` 0 means no estimate: an empty line. */
  readonly done: number;
  readonly whole: number;
  /** Spoken value: "1h 10m of 3h". */
  readonly text?: string;
  /** The running task's line takes the accent. */
  readonly accent?: boolean;
  readonly className?: string | undefined;
}

/** A 3 px line; what goes over the whole is shown at its end in the warning colour. */
export function ProgressLine({ label, done, whole, text, accent = false, className }: ProgressLineProps) {
  const share = whole > 0 ? done / whole : 0;
  const over = share > 1;
  const main = over ? 100 / share : share * 100;
  return (
    <div
      className={`${classes.line} ${className ?? ''}`}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(Math.min(share, 1) * 100)}
      aria-valuetext={text}
    >
      <div className={classes.done} data-accent={accent || undefined} style={{ width: `${main}%` }} />
      {over && <div className={classes.over} />}
    </div>
  );
}
