import type { ReactNode } from 'react';
import { Panel } from '../../../ui/Panel.tsx';
import classes from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One heading of the form with its fields. */
export function Section({ title, children }: SectionProps) {
  return (
    <Panel title={title}>
      <div className={classes.fields}>{children}</div>
    </Panel>
  );
}
