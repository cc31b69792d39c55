import { IconAlertTriangle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

/** What a person must know about the files they see, and what to do about it. */
export function Notice({ text, action }: { readonly text: string; readonly action?: ReactNode }) {
  return (
    <div className={classes.notice} role="status">
      <IconAlertTriangle size={16} stroke={1.5} aria-hidden />
      <p>{text}</p>
      {action}
    </div>
  );
}
