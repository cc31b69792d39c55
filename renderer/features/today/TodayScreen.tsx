import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useByMinute, useMinuteReader } from '../../lib/clock.tsx';
import { useHere } from '../../lib/here.ts';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { DayColumn } from './calendar/DayColumn.tsx';
import { DueColumn } from './due/DueColumn.tsx';
import { dueTasks, passedBy } from './model.ts';
import { dueQuestion } from './reads.ts';
import { SideColumn } from './side/SideColumn.tsx';
import classes from './TodayScreen.module.css';

/** The day across all clients: its calendar, what is due, what comes next, what was tracked, who is waited for. */
export default function TodayScreen() {
  const { t } = useTranslation('today');
  const { zone, today } = useHere();
  const weekStart = useRead('settings.get').data?.weekStart ?? 1;
  const clients = useRead('clients.list');
  const due = useRead('tasks.due', dueQuestion({ zone, today }, weekStart), { keepPrevious: true });
  const waiting = useRead('tasks.waiting', {});
  const day = useRead('time.day', { date: today, clientId: null }, { keepPrevious: true });
  // Only what passes its time changes the list, so it is not made anew every minute.
  const minute = useMinuteReader();
  const passed = useByMinute((now) => passedBy(due.data ?? [], now));
  // biome-ignore lint/correctness/useExhaustiveDependencies: a task that has passed its time is the reason to look again
  const known = useMemo(
    () => dueTasks(due.data ?? [], clients.data ?? [], minute(), zone, today),
    [due.data, clients.data, passed, zone, today],
  );
  const failed = [clients, due, waiting, day].find((one) => one.error);
  if (failed?.error) {
    return (
      <ErrorState
        title={failed.error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void failed.refetch()}>{t('common:retry')}</Button>}
      />
    );
  }
  return (
    <div className={classes.today}>
      <DayColumn />
      <DueColumn
        tasks={known}
        clients={clients.data ?? []}
        loading={!due.data || !clients.data}
        zone={zone}
        today={today}
        weekStart={weekStart}
      />
      <SideColumn day={day.data} waiting={waiting.data ?? []} clients={clients.data ?? []} />
    </div>
  );
}
