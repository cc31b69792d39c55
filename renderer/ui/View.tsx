import type { ReactNode } from 'react';
import { cx } from '../lib/cx.ts';
import classes from './View.module.css';

export interface ViewProps {
  readonly toolbar?: ReactNode;
  readonly children: ReactNode;
  /** `scroll` (default) for pages; `fill` for boards and timelines that scroll inside; `padded` adds the page margin. */
  readonly fill?: boolean;
  readonly padded?: boolean;
  /** With `fill`: in a short window the body is as long as what it holds, and scrolls away with the toolbar. */
  readonly flows?: boolean;
}

/** The frame of every screen between header and timer bar: a toolbar that stays and a body that scrolls. */
export function View({ toolbar, children, fill = false, padded = true, flows = false }: ViewProps) {
  return (
    <div className={classes.view} data-view>
      {toolbar}
      <div
        className={cx(
          classes.body,
          fill && classes.fill,
          flows && classes.flows,
          padded && !fill && classes.padded,
        )}
      >
        {children}
      </div>
    </div>
  );
}
