import type { ReactNode } from 'react';
import classes from './Facts.module.css';

export interface FactProps {
  readonly label: string;
  readonly grow?: boolean;
  readonly children: ReactNode;
}

/** One fact of a task with its name above it. */
export function Fact({ label, grow = false, children }: FactProps) {
  return (
    <div className={classes.fact} data-grow={grow || undefined}>
      <span className={classes.label}>{label}</span>
      {children}
    </div>
  );
}
