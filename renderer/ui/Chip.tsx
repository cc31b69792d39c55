import type { ReactNode } from 'react';
import classes from './Chip.module.css';

export type Tone = 'neutral' | 'danger' | 'warning' | 'success' | 'accent';

export interface ChipProps {
  readonly tone?: Tone;
  /** State colours always come with an icon and a word. */
  readonly icon?: ReactNode;
  readonly children: ReactNode;
}

/** A short fact on a soft ground: "2 overdue", "Draft", "Sample data". */
export function Chip({ tone = 'neutral', icon, children }: ChipProps) {
  return (
    <span className={classes.chip} data-tone={tone}>
      {icon}
      <span>{children}</span>
    </span>
  );
}

export interface StateWordProps {
  readonly tone: Tone;
  readonly icon: ReactNode;
  readonly children: ReactNode;
}

/** An icon and a word in a state's colour: "Overdue 9 days", "Paid 12 Nov". */
export function StateWord({ tone, icon, children }: StateWordProps) {
  return (
    <span className={classes.word} data-tone={tone}>
      {icon}
      <span>{children}</span>
    </span>
  );
}
