import type { ReactNode } from 'react';
import { useId } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './Panel.module.css';

export interface PanelProps {
  readonly title?: ReactNode;
  /** Beside the heading, in text 2: a count or a sum. */
  readonly meta?: ReactNode;
  /** At the right of the heading: buttons or a Segmented. */
  readonly actions?: ReactNode;
  /** `flush` when the content is a table or list that draws its own edges. */
  readonly flush?: boolean;
  readonly className?: string | undefined;
  readonly children: ReactNode;
}

/** A card on the canvas with an optional heading; a landmark named by it. */
export function Panel({ title, meta, actions, flush = false, className, children }: PanelProps) {
  const id = useId();
  return (
    <section className={cx(classes.panel, className)} aria-labelledby={title ? id : undefined}>
      {(title || actions) && (
        <div className={classes.head}>
          {title && (
            <h2 className={classes.title} id={id}>
              {title}
            </h2>
          )}
          {meta && <span className={classes.meta}>{meta}</span>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      <div className={cx(classes.body, flush && classes.flush)}>{children}</div>
    </section>
  );
}
