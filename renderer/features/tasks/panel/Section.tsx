import { type ReactNode, useId } from 'react';
import classes from './TaskPanel.module.css';

export interface SectionProps {
  readonly title: string;
  readonly meta?: ReactNode;
  readonly action?: ReactNode;
  readonly children?: ReactNode;
}

/** A part of the panel under a hairline. */
export function Section({ title, meta, action, children }: SectionProps) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.sectionHead}>
        <h3 id={id} className={classes.sectionTitle}>
          {title}
        </h3>
        {meta && <span className={classes.sectionMeta}>{meta}</span>}
        {action && <span className={classes.sectionAction}>{action}</span>}
      </div>
      {children}
    </section>
  );
}
