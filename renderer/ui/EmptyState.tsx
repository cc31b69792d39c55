import type { ReactNode } from 'react';
import classes from './States.module.css';

export interface EmptyStateProps {
  /** Small icons above the words. */
  readonly icons?: ReactNode;
  /** What is true: "Nothing open for Harbour Yoga". */
  readonly title: ReactNode;
  /** What to do. */
  readonly children?: ReactNode;
  /** One or two buttons. */
  readonly actions?: ReactNode;
}

/** Says what is true and what to do next; the view's real controls stay where they are. */
export function EmptyState({ icons, title, children, actions }: EmptyStateProps) {
  return (
    <div className={classes.state}>
      {icons && <div className={classes.icons}>{icons}</div>}
      <h2 className={classes.title}>{title}</h2>
      {children && <div className={classes.text}>{children}</div>}
      {actions && <div className={classes.actions}>{actions}</div>}
    </div>
  );
}
