import { IconAlertCircle, IconPlayerPlayFilled, IconPlayerStopFilled } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { clientHref } from '../../../lib/addresses.ts';
import { useByMinute } from '../../../lib/clock.tsx';
import { useTimerActions } from '../../../lib/timer.ts';
import { StateWord } from '../../../ui/Chip.tsx';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { RunningPill } from '../../../ui/RunningPill.tsx';
import type { DueTask } from '../model.ts';
import { useComplete } from './complete.ts';
import classes from './DueColumn.module.css';

export interface TaskLineProps {
  readonly due: DueTask;
  readonly zone: string;
  readonly showClient: boolean;
  /** Roving focus. */
  readonly focus: object;
}

/** One task: Space marks it done, T starts the timer on it, Enter opens it. */
export function TaskLine({ due, zone, showClient, focus }: TaskLineProps) {
  const { t } = useTranslation('today');
  const timer = useTimerActions();
  const complete = useComplete();
  const { task } = due;
  const running = task.runningSince;
  const toggle = () =>
    void (running === null ? timer.start({ clientId: task.clientId, taskId: task.id }) : timer.stop());
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === ' ') void complete(task);
    else if (event.key.toLowerCase() === 't') toggle();
    else return;
    event.preventDefault();
  };
  return (
    <li className={classes.line} data-running={running !== null || undefined}>
      <button
        type="button"
        className={classes.check}
        aria-label={t('due.check', { what: task.title })}
        tabIndex={-1}
        onClick={() => void complete(task)}
      />
      {showClient && <ClientMark colour={due.colour} />}
      <a
        href={clientHref(task.clientId, 'board', task.id)}
        className={classes.task}
        title={showClient ? `${due.clientName} · ${task.title}` : task.title}
        aria-keyshortcuts="T Space"
        onKeyDown={onKeyDown}
        {...focus}
      >
        {task.title}
        {showClient && <span className="visually-hidden">, {due.clientName}</span>}
      </a>
      <DueWord due={due} zone={zone} />
      {running !== null && (
        <RunningPill
          startedAt={running}
          icon={<IconPlayerStopFilled size={12} aria-hidden />}
          label={t('due.stop')}
          onClick={toggle}
        />
      )}
      <Left due={due} />
      <span className={classes.key}>
        <Kbd keys={['T']} />
      </span>
      {running !== null ? (
        <span className={classes.noPlay} />
      ) : (
        <button
          type="button"
          className={classes.play}
          aria-label={t('due.start', { what: task.title })}
          tabIndex={-1}
          onClick={toggle}
        >
          <IconPlayerPlayFilled size={12} aria-hidden />
        </button>
      )}
    </li>
  );
}

/** How late it is, or by when today. */
function DueWord({ due, zone }: { readonly due: DueTask; readonly zone: string }) {
  const { t } = useTranslation('today');
  const at = due.task.due?.at ?? null;
  if (due.state === 'overdue') {
    return (
      <StateWord tone="danger" icon={<IconAlertCircle size={14} stroke={1.5} aria-hidden />}>
        {due.daysLate > 0 || at === null
          ? t('due.late', { count: due.daysLate })
          : t('due.lateToday', { clock: formatClock(at, zone) })}
      </StateWord>
    );
  }
  if (at === null || due.state === 'later') return null;
  return <span className={classes.meta}>{t('due.by', { clock: formatClock(at, zone) })}</span>;
}

/** What is left of the estimate, or how much it is over; the estimate itself before work has begun. */
function Left({ due }: { readonly due: DueTask }) {
  const { t } = useTranslation('today');
  const { estimateMinutes, trackedSeconds, runningSince } = due.task;
  const open = useByMinute((now) => (runningSince === null ? 0 : Math.max(0, now - runningSince)));
  if (estimateMinutes === null) return null;
  const tracked = trackedSeconds * 1_000 + open;
  const left = estimateMinutes * MINUTE - tracked;
  const text =
    tracked < MINUTE
      ? formatDuration(estimateMinutes * MINUTE)
      : left >= 0
        ? t('due.left', { time: formatDuration(left) })
        : t('due.over', { time: formatDuration(-left) });
  return <span className={classes.meta}>{text}</span>;
}
