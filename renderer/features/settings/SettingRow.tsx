import type { ReactNode } from 'react';
import classes from './SettingRow.module.css';

export interface SettingRowProps {
  /** Id of the control, so that the words label it. */
  readonly id: string;
  readonly label: string;
  readonly text?: string;
  readonly children: ReactNode;
}

/** Words at the left, one control at the right; the control stands below when there is no room. */
export function SettingRow({ id, label, text, children }: SettingRowProps) {
  return (
    <div className={classes.row}>
      <div className={classes.words}>
        <label htmlFor={id} className={classes.label}>
          {label}
        </label>
        {text && (
          <p className={classes.text} id={`${id}-text`}>
            {text}
          </p>
        )}
      </div>
      <div className={classes.control}>{children}</div>
    </div>
  );
}
