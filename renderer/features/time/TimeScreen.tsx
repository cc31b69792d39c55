import { lazy, Suspense, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import { addDays } from '#shared/domain/due-day.ts';
import type { EntryFilter, EntryView } from '#shared/ipc/time.ts';
import { timeReports } from '../../app/screens.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../lib/commands/command.ts';
import { useHere } from '../../lib/here.ts';
import { View } from '../../ui/View.tsx';
import { useEntryActions } from './actions.ts';
import { DayPane } from './day/DayPane.tsx';
import type { EntryDraft } from './entry/EntryDialog.tsx';
import { EntryDialogSlot } from './entry/EntryDialogSlot.tsx';
import { emptyFilter } from './list/filter.ts';
import { TimeToolbar } from './TimeToolbar.tsx';
import { type TimeView, TimeViews } from './TimeViews.tsx';

const WeekPane = lazy(() => import('./week/WeekPane.tsx'));
const ListPane = lazy(() => import('./list/ListPane.tsx'));
const panes = { report: lazy(timeReports.report), audit: lazy(timeReports.audit) };

/** Tracked time of one client, or of all: a day, a week, a list, a report. */
export function TimeScreen({ clientId }: { readonly clientId: string | null }) {
  const { t } = useTranslation('time');
  const { today, zone } = useHere();
  const [view, setView] = useState<TimeView>('day');
  const [chosen, setChosen] = useState<string | null>(null);
  const [filter, setFilter] = useState<EntryFilter>(() => emptyFilter(clientId));
  const [draft, setDraft] = useState<EntryDraft | null>(null);
  const [kept, setKept] = useState<Partial<Record<TimeView, unknown>>>({});
  const keep = useCallback((asked: unknown) => setKept((old) => ({ ...old, [view]: asked })), [view]);
  const actions = useEntryActions();
  const date = chosen ?? today;
  const step = useCallback(
    (steps: number) => {
      const days = view === 'week' ? 7 * steps : steps;
      setChosen((old) => addDays(old ?? today, days));
    },
    [view, today],
  );
  const add = useCallback(() => setDraft({ kind: 'new', clientId, date }), [clientId, date]);
  const edit = useCallback((entry: EntryView) => setDraft({ kind: 'change', entry }), []);
  const fill = useCallback(
    (from: number, to: number) => setDraft({ kind: 'new', clientId, date: dateIn(from, zone), from, to }),
    [clientId, zone],
  );
  const openDay = useCallback((day: string) => {
    setChosen(day);
    setView('day');
  }, []);
  const commands = useMemo<readonly Command[]>(() => {
    // The audit sets categories with the first keys, and both it and the report step through periods of their own.
    const shows = (target: TimeView, label: string, key: string): Command => ({
      id: `time.${target}`,
      label,
      ...(view === 'audit' ? {} : { keys: key }),
      run: () => setView(target),
    });
    const steps: Command[] = [
      { id: 'time.previous', label: t('command.previous'), keys: '[', run: () => step(-1) },
      { id: 'time.next', label: t('command.next'), keys: ']', run: () => step(1) },
    ];
    return [
      { id: 'time.add', label: t('command.add'), keys: 'a', run: add },
      ...(view === 'report' || view === 'audit' ? [] : steps),
      shows('day', t('command.day'), '1'),
      shows('week', t('command.week'), '2'),
      shows('list', t('command.list'), '3'),
      shows('report', t('command.report'), '4'),
      shows('audit', t('command.audit'), '5'),
    ];
  }, [t, add, step, view]);
  useCommands(commands);

  const dialog = <EntryDialogSlot draft={draft} onClose={() => setDraft(null)} />;
  if (view === 'report' || view === 'audit') {
    const Pane = panes[view];
    return (
      <Suspense fallback={null}>
        <Pane
          key={view}
          clientId={clientId}
          views={<TimeViews view={view} onView={setView} />}
          kept={kept[view] ?? null}
          onKeep={keep}
          onAudit={() => setView('audit')}
          onList={(behind) => {
            setFilter(behind);
            setView('list');
          }}
        />
        {dialog}
      </Suspense>
    );
  }
  return (
    <View
      fill
      toolbar={
        <TimeToolbar
          view={view}
          date={date}
          filter={view === 'list' ? filter : null}
          clientId={clientId}
          onView={setView}
          onStep={step}
          onToday={() => setChosen(null)}
          onAdd={add}
        />
      }
    >
      <Suspense fallback={null}>
        {view === 'day' && (
          <DayPane
            date={date}
            clientId={clientId}
            actions={actions}
            onEdit={edit}
            onFill={fill}
            onAdd={add}
          />
        )}
        {view === 'week' && <WeekPane date={date} clientId={clientId} today={today} onDay={openDay} />}
        {view === 'list' && (
          <ListPane
            filter={filter}
            fixedClient={clientId}
            onFilter={setFilter}
            actions={actions}
            onEdit={edit}
          />
        )}
        {dialog}
      </Suspense>
    </View>
  );
}
