import { type ReactNode, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { useClientId } from '../../lib/client-id.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../lib/commands/command.ts';
import { useHere } from '../../lib/here.ts';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { View } from '../../ui/View.tsx';
import classes from './CalendarScreen.module.css';
import { CalendarToolbar } from './CalendarToolbar.tsx';
import { type CalendarMode, periodOf, step } from './days.ts';
import { EventPopover } from './detail/EventPopover.tsx';
import { useEntryOf } from './entries.ts';
import { MonthView } from './month/MonthView.tsx';
import { NothingConnected } from './NothingConnected.tsx';
import { Notices } from './Notices.tsx';
import type { OpenEvent } from './open-event.ts';
import { WeekView } from './week/WeekView.tsx';

/** One client's calendars: a week by the hour on both clocks, or a month. */
export default function CalendarScreen() {
  const { t } = useTranslation('calendar');
  const clientId = useClientId();
  const { zone, today } = useHere();
  const weekStart = useRead('settings.get').data?.weekStart ?? 1;
  const client = useRead('clients.list').data?.find(({ id }) => id === clientId);
  const { data: all, error: calendarsError, refetch: readCalendars } = useRead('calendar.calendars');
  const calendars = useMemo(() => all?.filter((one) => one.clientId === clientId), [all, clientId]);
  const [mode, setMode] = useState<CalendarMode>('week');
  const [chosen, setChosen] = useState<string | null>(null);
  const [opened, setOpened] = useState<OpenEvent | null>(null);
  const date = chosen ?? today;
  const period = useMemo(() => periodOf(date, mode, weekStart, zone), [date, mode, weekStart, zone]);
  const { data, error, refetch } = useRead(
    'calendar.occurrences',
    { from: period.from, to: period.to, zone, clientId },
    { keepPrevious: true },
  );
  const entries = useEntryOf(clientId, period.dates);

  const go = useCallback(
    (steps: number) => {
      setOpened(null);
      setChosen((old) => step(old ?? today, mode, steps));
    },
    [mode, today],
  );
  const openDay = useCallback((day: string) => {
    setChosen(day);
    setMode('week');
  }, []);
  const open = useCallback((item: OccurrenceView, at: HTMLElement) => setOpened({ item, at }), []);
  const close = useCallback(() => setOpened(null), []);
  const toToday = useCallback(() => setChosen(null), []);
  useCommands(
    useMemo<readonly Command[]>(
      () => [
        { id: 'calendar.previous', label: t(`${mode}.previous`), keys: '[', run: () => go(-1) },
        { id: 'calendar.next', label: t(`${mode}.next`), keys: ']', run: () => go(1) },
        { id: 'calendar.back', label: t(`${mode}.previous`), keys: 'k', hidden: true, run: () => go(-1) },
        { id: 'calendar.on', label: t(`${mode}.next`), keys: 'j', hidden: true, run: () => go(1) },
        { id: 'calendar.today', label: t('toToday'), keys: '.', run: toToday },
        { id: 'calendar.week', label: t('showWeek'), keys: '1', run: () => setMode('week') },
        { id: 'calendar.month', label: t('showMonth'), keys: '2', run: () => setMode('month') },
      ],
      [t, mode, go, toToday],
    ),
  );

  const failed = error ?? calendarsError;
  const nothing = calendars?.length === 0 && data?.items.length === 0;
  const shown = { period, zone, today, onOpen: open, openKey: opened?.item.key ?? null };
  return (
    <View
      fill
      toolbar={
        <CalendarToolbar
          mode={mode}
          date={date}
          period={period}
          empty={!nothing && data?.items.length === 0}
          onMode={setMode}
          onStep={go}
          onToday={toToday}
        />
      }
    >
      {failed ? (
        <ErrorState
          title={t('loadFailed')}
          safe={t('common:nothingLost')}
          actions={
            <Button onClick={() => void Promise.all([refetch(), readCalendars()])}>
              {t('common:retry')}
            </Button>
          }
        />
      ) : !data || !calendars || !client ? (
        <LoadingBoxes heights={[36, 520]} label={t('common:loading')} />
      ) : nothing ? (
        <NothingConnected clientName={client.name} />
      ) : (
        <Body notices={<Notices calendars={calendars} cutOff={data.cutOff} />}>
          {mode === 'week' ? (
            <WeekView {...shown} items={data.items} client={client} entryOf={entries} />
          ) : (
            <MonthView
              {...shown}
              items={data.items}
              client={client}
              month={date.slice(0, 7)}
              onDay={openDay}
            />
          )}
          {opened && (
            <EventPopover
              key={opened.item.key}
              opened={opened}
              client={client}
              zone={zone}
              calendar={calendars.find(({ id }) => id === opened.item.calendarId) ?? null}
              entered={entries.has(opened.item.key)}
              onClose={close}
            />
          )}
        </Body>
      )}
    </View>
  );
}

function Body({ notices, children }: { readonly notices: ReactNode; readonly children: ReactNode }) {
  return (
    <div className={classes.body}>
      {notices}
      {children}
    </div>
  );
}
