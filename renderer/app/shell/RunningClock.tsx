import { useTranslation } from 'react-i18next';
import { formatRunning } from '#shared/domain/duration.ts';
import { useSecond } from '../../lib/clock.tsx';
import classes from './TimerBar.module.css';

/** The ticking time, and nothing else, renders each second; screen readers are not told of every tick. */
export function RunningClock({ startedAt }: { readonly startedAt: number }) {
  const { t } = useTranslation('shell');
  const now = useSecond();
  return (
    <span className={classes.clock} role="timer" aria-live="off" aria-label={t('timer.elapsed')}>
      {formatRunning(now - startedAt)}
    </span>
  );
}
