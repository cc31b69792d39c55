import {
  IconArrowsExchange,
  IconClockExclamation,
  IconPlayerPlayFilled,
  IconPlayerStopFilled,
  IconSettings,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import { Button } from '../../ui/Button.tsx';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { tip } from '../../ui/tooltip/tip.ts';
import type { RunningTimer, SyncWord } from './model.ts';
import { RunningClock } from './RunningClock.tsx';
import { SyncStatus } from './SyncStatus.tsx';
import classes from './TimerBar.module.css';
import { TodayTotals, type TodayTotalsProps } from './today/TodayTotals.tsx';

export interface TimerBarProps {
  readonly running: RunningTimer | null;
  /** Rounds of focus, beside what runs. */
  readonly focus?: ReactNode;
  readonly today: TodayTotalsProps;
  /** What waits for a decision: how many gaps, and milliseconds of them, which may be none; null hides it. */
  readonly toReview: { readonly count: number; readonly total: number } | null;
  readonly sync: SyncWord | null;
  readonly settingsHref: string;
  readonly onStart: () => void;
  readonly onStop: () => void;
  readonly onSwitch: () => void;
  readonly onReview: () => void;
  readonly onSync: () => void;
  readonly stopping?: boolean;
}

/** Always in sight: what time runs on, what the day holds, how sync stands. */
export function TimerBar(props: TimerBarProps) {
  const { running, toReview, sync, settingsHref } = props;
  const { t } = useTranslation('shell');
  return (
    <section className={classes.bar} data-timer-bar aria-label={t('timer.label')}>
      <div className={classes.row}>
        {running ? <Running {...props} running={running} /> : <Idle onStart={props.onStart} />}
        {props.focus}
        <div className={classes.end}>
          {toReview && (
            <button type="button" className={classes.review} data-anchor="review" onClick={props.onReview}>
              <IconClockExclamation size={16} stroke={1.5} aria-hidden />
              {toReview.total > 0
                ? t('gaps:toReview', { time: formatDuration(toReview.total) })
                : t('gaps:clockToReview')}
            </button>
          )}
          <span className={classes.meter}>
            <TodayTotals {...props.today} />
          </span>
          {sync && <SyncStatus sync={sync} onOpen={props.onSync} />}
          <a
            href={settingsHref}
            className={classes.settings}
            aria-label={t('timer.settings')}
            {...tip(t('timer.settings'))}
          >
            <IconSettings size={18} stroke={1.5} aria-hidden />
          </a>
        </div>
      </div>
    </section>
  );
}

function Running({
  running,
  onStop,
  onSwitch,
  stopping = false,
}: TimerBarProps & { readonly running: RunningTimer }) {
  const { t } = useTranslation('shell');
  return (
    <>
      <span className={classes.pulse} aria-hidden="true" />
      <RunningClock startedAt={running.startedAt} />
      <span className={classes.what}>
        <ClientMark colour={running.colour} />
        <span
          className={classes.names}
          title={[running.clientName, running.task].filter(Boolean).join(' · ')}
        >
          <span className={running.task ? classes.client : classes.task}>{running.clientName}</span>
          {running.task && (
            <>
              <span className={classes.dot}> · </span>
              <span className={classes.task}>{running.task}</span>
            </>
          )}
        </span>
      </span>
      <Button
        icon={<IconPlayerStopFilled size={14} aria-hidden />}
        size="sm"
        className={classes.stop}
        onClick={onStop}
        busy={stopping}
      >
        {t('timer.stop')}
      </Button>
      <Button
        variant="quiet"
        size="sm"
        icon={<IconArrowsExchange size={14} stroke={1.5} aria-hidden />}
        onClick={onSwitch}
      >
        <span className={classes.switch}>{t('timer.switch')}</span>
      </Button>
    </>
  );
}

function Idle({ onStart }: { readonly onStart: () => void }) {
  const { t } = useTranslation('shell');
  return (
    <>
      <span className={classes.pulse} data-idle aria-hidden="true" />
      <span className={classes.none}>{t('timer.none')}</span>
      <Button
        icon={<IconPlayerPlayFilled size={12} aria-hidden />}
        size="sm"
        className={classes.stop}
        onClick={onStart}
      >
        {t('timer.start')}
      </Button>
    </>
  );
}
