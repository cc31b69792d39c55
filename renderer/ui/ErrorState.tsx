import { IconAlertCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './States.module.css';

export interface ErrorStateProps {
  /** What happened. */
  readonly title: ReactNode;
  /** What is safe: "Nothing was lost. Your work is on this computer." */
  readonly safe: ReactNode;
  /** What to do, in words. */
  readonly todo?: ReactNode;
  /** Buttons, the first is the way out. */
  readonly actions?: ReactNode;
  /** A code for a bug report, small. */
  readonly code?: string;
}

/** What happened, what is safe, what to do. Announced at once. */
export function ErrorState({ title, safe, todo, actions, code }: ErrorStateProps) {
  return (
    <div className={classes.state} role="alert">
      <div className={classes.icons} data-tone="danger">
        <IconAlertCircle size={22} stroke={1.5} aria-hidden />
      </div>
      <h2 className={classes.title}>{title}</h2>
      <p className={classes.text}>{safe}</p>
      {todo && <p className={classes.text}>{todo}</p>}
      {actions && <div className={classes.actions}>{actions}</div>}
      {code && <p className={classes.code}>{code}</p>}
    </div>
  );
}
