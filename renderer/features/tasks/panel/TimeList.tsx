import { useTranslation } from 'react-i18next';
import { formatClock, formatDay, formatSpan } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { Task } from '#shared/ipc/tasks.ts';
import { Section } from './Section.tsx';
import classes from './TaskPanel.module.css';

export interface TimeListProps {
  readonly task: Task;
  readonly zone: string;
  readonly now: number;
}

const shown = 8;

/** The newest time entries of the task. */
export function TimeList({ task, zone, now }: TimeListProps) {
  const { t, i18n } = useTranslation('tasks');
  if (task.timeCount === 0) return null;
  const tracked = formatDuration(task.trackedSeconds * 1000);
  return (
    <Section title={t('time.title')} meta={t('time.sum', { tracked, count: task.timeCount })}>
      <table className={classes.times}>
        <thead className="visually-hidden">
          <tr>
            <th scope="col">{t('time.day')}</th>
            <th scope="col">{t('time.span')}</th>
            <th scope="col">{t('time.note')}</th>
            <th scope="col">{t('time.length')}</th>
          </tr>
        </thead>
        <tbody>
          {task.time.slice(0, shown).map((entry) => (
            <tr key={entry.id}>
              <td>{formatDay(entry.startedAt, zone, i18n.language)}</td>
              <td>
                {entry.endedAt === null
                  ? t('time.since', { time: formatClock(entry.startedAt, zone) })
                  : formatSpan(entry.startedAt, entry.endedAt, zone, i18n.language)}
              </td>
              <td className={classes.note}>{entry.note}</td>
              <td className={classes.length}>
                {formatDuration(Math.max(0, (entry.endedAt ?? now) - entry.startedAt))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {task.timeCount > shown && (
        <p className={classes.quiet}>{t('time.more', { count: task.timeCount - shown })}</p>
      )}
    </Section>
  );
}
