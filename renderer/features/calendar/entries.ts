import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { call } from '../../lib/api.ts';
import { useRead } from '../../lib/queries.ts';
import { useAnnounce, useToast } from '../../ui/feedback/Feedback.tsx';

/** Keys of the events that have become time entries, within the shown dates. */
export function useEntryOf(clientId: string, dates: readonly string[]): ReadonlySet<string> {
  const filter = { clientId, fromDate: dates[0] ?? null, toDate: dates.at(-1) ?? null };
  const { data } = useRead('time.list', { filter, offset: 0, limit: 500 }, { keepPrevious: true });
  return useMemo(() => new Set(data?.rows.flatMap(({ eventKey }) => eventKey ?? [])), [data]);
}

/** Makes a time entry of an event; what is refused is said at the foot of the window. */
export function useMakeEntry(): (item: OccurrenceView) => Promise<void> {
  const { t } = useTranslation('calendar');
  const { show } = useToast();
  const announce = useAnnounce();
  return useCallback(
    async ({ key, start, title }) => {
      const refused = (error: unknown) =>
        show({ text: error instanceof Error ? error.message : t('errors:internal'), tone: 'error' });
      try {
        await call('time.fromEvent', { key, start });
        const text = t('event.entryMade', { title: title || t('event.untitled') });
        announce(text);
        show({
          text,
          action: {
            label: t('common:undoLast'),
            undoes: true,
            run: () => void call('undo.undo').catch(refused),
          },
        });
      } catch (error) {
        refused(error);
      }
    },
    [t, show, announce],
  );
}

/** Whether an entry can be made of it: it has a length on the clock, and is over. @param now UTC milliseconds. */
export function canBeEntry(item: OccurrenceView, now: number): boolean {
  return !item.allDay && item.end > item.start && item.end <= now;
}
