import { IconCalendarWeek } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import classes from './WeekGrid.module.css';
import { WeekGrid } from './WeekGrid.tsx';

interface WeekPaneProps {
  readonly date: string;
  readonly clientId: string | null;
  readonly today: string;
  readonly onDay: (date: string) => void;
}

/** A week as clients by days, or as the tasks of one client by days. */
export default function WeekPane({ date, clientId, today, onDay }: WeekPaneProps) {
  const { t } = useTranslation('time');
  const { data, error, refetch } = useRead('time.week', { date, clientId }, { keepPrevious: true });
  if (error) {
    return (
      <ErrorState
        title={error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
      />
    );
  }
  if (!data) return <LoadingBoxes heights={[36, 36, 36, 36]} label={t('common:loading')} />;
  return (
    <div className={classes.pane}>
      <WeekGrid week={data} today={today} tasksOnly={clientId !== null} onDay={onDay} />
      {data.rows.length === 0 && (
        <EmptyState icons={<IconCalendarWeek size={22} stroke={1.5} aria-hidden />} title={t('week.nothing')}>
          {t('week.nothingTodo')}
        </EmptyState>
      )}
    </div>
  );
}
