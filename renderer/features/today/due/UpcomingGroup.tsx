import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '#shared/domain/clock-format.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import type { useRoving } from '../../../ui/roving.ts';
import type { Upcoming } from '../model.ts';
import classes from './DueColumn.module.css';
import { TaskLine } from './TaskLine.tsx';

export interface UpcomingGroupProps {
  readonly group: Upcoming;
  readonly zone: string;
  readonly roving: ReturnType<typeof useRoving>;
}

/** Tasks of later days, folded until they are asked for. */
export function UpcomingGroup({ group, zone, roving }: UpcomingGroupProps) {
  const { t, i18n } = useTranslation('today');
  const [open, setOpen] = useState(false);
  const day = (iso: string) => formatDate(iso, i18n.language);
  const title =
    group.id === 'nextWeek'
      ? t('due.nextWeek')
      : group.from === group.to
        ? day(group.from)
        : t('due.soon', { from: day(group.from), to: day(group.to) });
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <section className={classes.later} aria-label={title}>
      <button
        type="button"
        className={classes.fold}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        {...roving.item(group.id)}
      >
        <Chevron size={16} stroke={1.5} aria-hidden />
        <strong>{title}</strong>
        <span className={classes.sum}>
          {t('due.tasks', { count: group.tasks.length })}
          {group.estimate > 0 && `, ${t('due.estimated', { time: formatDuration(group.estimate * MINUTE) })}`}
        </span>
      </button>
      {open && (
        <ul className={classes.card}>
          {group.tasks.map((due) => (
            <TaskLine key={due.task.id} due={due} zone={zone} showClient focus={roving.item(due.task.id)} />
          ))}
        </ul>
      )}
    </section>
  );
}
