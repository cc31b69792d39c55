import type { ReactNode } from 'react';
import classes from './FirstRun.module.css';

export interface ChoiceProps {
  readonly picture: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly action: ReactNode;
}

/** One of the three ways in. */
export function Choice({ picture, title, text, action }: ChoiceProps) {
  return (
    <section className={classes.choice} aria-label={title}>
      <div className={classes.picture} aria-hidden="true">
        {picture}
      </div>
      <div className={classes.body}>
        <h2 className={classes.choiceTitle}>{title}</h2>
        <p className={classes.text}>{text}</p>
        <div className={classes.action}>{action}</div>
      </div>
    </section>
  );
}
