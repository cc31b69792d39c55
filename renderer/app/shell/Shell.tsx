import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Shell.module.css';

export interface ShellProps {
  readonly rail: ReactNode;
  readonly header: ReactNode;
  readonly timer: ReactNode;
  readonly children: ReactNode;
}

/** Rail at the left, header and view beside it, timer bar along the foot; each a landmark. */
export function Shell({ rail, header, timer, children }: ShellProps) {
  const { t } = useTranslation('shell');
  return (
    <div className={classes.shell}>
      <button type="button" className={classes.skip} onClick={() => document.getElementById('main')?.focus()}>
        {t('skip')}
      </button>
      {rail}
      <div className={classes.content}>
        {header}
        <main id="main" className={classes.main} tabIndex={-1}>
          {children}
        </main>
      </div>
      {timer}
    </div>
  );
}
