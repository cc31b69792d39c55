import type { ReactNode } from 'react';
import { formatRunning } from '#shared/domain/duration.ts';
import { useSecond } from '../lib/clock.tsx';
import classes from './RunningPill.module.css';

export interface RunningPillProps {
  /** UTC milliseconds. */
  readonly startedAt: number;
  readonly icon: ReactNode;
  /** What the button stops, for screen readers. */
  readonly label: string;
  readonly onClick: () => void;
}

/** The running time as a button that stops it; only the digits render each second. */
export function RunningPill({ startedAt, icon, label, onClick }: RunningPillProps) {
  return (
    <button type="button" className={classes.pill} onClick={onClick}>
      {icon}
      <span className="visually-hidden">{label}, </span>
      <Digits startedAt={startedAt} />
    </button>
  );
}

function Digits({ startedAt }: { readonly startedAt: number }) {
  return <span className="tabular">{formatRunning(useSecond() - startedAt)}</span>;
}
