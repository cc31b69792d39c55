import { IconAlertCircle } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ClientCard } from '#shared/ipc/clients.ts';
import { Chip } from '../../../ui/Chip.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { useGrowing } from '../../../ui/growing.ts';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { useRoving } from '../../../ui/roving.ts';
import { Segmented } from '../../../ui/Segmented.tsx';
import { byClient, byTime, type DueTask, firstOf, upcoming } from '../model.ts';
import classes from './DueColumn.module.css';
import { ClientHeading, TimeHeading } from './Headings.tsx';
import { TaskList } from './TaskList.tsx';
import { UpcomingGroup } from './UpcomingGroup.tsx';

export interface DueColumnProps {
  readonly tasks: readonly DueTask[];
  readonly clients: readonly ClientCard[];
  readonly loading: boolean;
  readonly zone: string;
  readonly today: string;
  readonly weekStart: number;
}

type Grouping = 'client' | 'time';

/** Tasks that are late or due today, by client or by time, and folded below what comes next. */
export function DueColumn({ tasks, clients, loading, zone, today, weekStart }: DueColumnProps) {
  const { t } = useTranslation('today');
  const [grouping, setGrouping] = useState<Grouping>('client');
  const groups = useMemo(() => byClient(tasks, clients), [tasks, clients]);
  const times = useMemo(() => byTime(tasks), [tasks]);
  const later = useMemo(() => upcoming(tasks, today, weekStart), [tasks, today, weekStart]);
  const overdue = tasks.filter((one) => one.state === 'overdue').length;
  const dueToday = tasks.filter((one) => one.state === 'today').length;
  const first = (grouping === 'client' ? groups : times)[0]?.tasks[0]?.task.id ?? null;
  const roving = useRoving(first);
  const { most, foot } = useGrowing();

  return (
    <section className={classes.column} aria-label={t('due.title')}>
      <div className={classes.head}>
        <h2 className={classes.title}>{t('due.title')}</h2>
        {overdue > 0 && <Chip tone="danger">{t('due.overdue', { count: overdue })}</Chip>}
        {dueToday > 0 && <Chip>{t('due.today', { count: dueToday })}</Chip>}
        <div className={classes.end}>
          <Segmented
            label={t('due.group')}
            value={grouping}
            onChange={setGrouping}
            options={[
              { value: 'client', label: t('due.byClient') },
              { value: 'time', label: t('due.byTime') },
            ]}
          />
        </div>
      </div>
      {loading && <LoadingBoxes heights={[36, 36, 36]} label={t('common:loading')} />}
      {!loading && groups.length === 0 && <EmptyState title={t('due.none')}>{t('due.noneTodo')}</EmptyState>}
      <div {...roving.list}>
        {grouping === 'client'
          ? firstOf(groups, most).map((group) => (
              <TaskList
                key={group.id}
                tasks={group.tasks}
                zone={zone}
                roving={roving}
                heading={<ClientHeading group={group} zone={zone} />}
              />
            ))
          : firstOf(times, most).map((group) => (
              <TaskList
                key={group.id}
                tasks={group.tasks}
                zone={zone}
                roving={roving}
                showClient
                heading={
                  <TimeHeading
                    icon={
                      group.id === 'overdueGroup' && <IconAlertCircle size={16} stroke={1.5} aria-hidden />
                    }
                    text={t(`due.${group.id as 'overdueGroup' | 'atTimes' | 'wholeDay'}`)}
                    count={group.count}
                  />
                }
              />
            ))}
        {overdue + dueToday > most && <div ref={foot} className={classes.more} />}
        {later.map((group) => (
          <UpcomingGroup key={group.id} group={group} zone={zone} roving={roving} />
        ))}
      </div>
      {groups.length > 0 && (
        <div className={classes.hints}>
          <KeyHints
            hints={[
              { keys: ['↑', '↓'], label: t('hint.move') },
              { keys: ['T'], label: t('hint.start') },
              { keys: ['Space'], label: t('hint.done') },
              { keys: ['Enter'], label: t('hint.open') },
            ]}
          />
        </div>
      )}
    </section>
  );
}
