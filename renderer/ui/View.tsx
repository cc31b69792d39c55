import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './View.module.css';

export interface ViewProps {
  readonly toolbar?: ReactNode;
  readonly children: ReactNode;
  /** `scroll` (default) for pages; `fill` for boards and timelines that scroll inside; `padded` adds the page margin. */
  readonly fill?: boolean;
  readonly padded?: boolean;
}

/** The frame of every screen between header and timer bar: a toolbar that stays and a body that scrolls. */
export function View({ toolbar, children, fill = false, padded = true }: ViewProps) {
  return (
    <div className={classes.view}>
      {toolbar}
      <div className={cx(classes.body, fill && classes.fill, padded && !fill && classes.padded)}>
        {children}
      </div>
    </div>
  );
}
