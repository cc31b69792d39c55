import type { ReactNode } from 'react';
import classes from './Toolbar.module.css';

export interface ToolbarProps {
  /** Name of the toolbar for screen readers. */
  readonly label: string;
  readonly children: ReactNode;
  /** Pushed to the right edge. */
  readonly end?: ReactNode;
  /** Draws a hairline below, when the view under it scrolls. */
  readonly line?: boolean;
}

/** The 48 px row under the header: filters and views at the left, sums and actions at the right. Wraps when narrow. */
export function Toolbar({ label, children, end, line = false }: ToolbarProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as a wrapping row in every engine
    <div className={classes.toolbar} role="group" aria-label={label} data-line={line || undefined}>
      <div className={classes.start}>{children}</div>
      {end && <div className={classes.end}>{end}</div>}
    </div>
  );
}
