import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { AssignInput, DayEvent, EntryView } from '#shared/ipc/time.ts';
import { call } from '../../lib/api.ts';
import { useEventEntry } from '../../lib/event-entry.ts';
import { useTimerActions } from '../../lib/timer.ts';
import { useToast } from '../../ui/feedback/Feedback.tsx';
import { useSay } from './say.ts';
import { titleOf } from './words.ts';

/** What can be done with entries wherever they are listed. Refusals are shown as messages, nothing is thrown. */
export interface EntryActions {
  readonly remove: (entries: readonly EntryView[]) => Promise<void>;
  /** Gives all of them this category or kind of work; what is invoiced stays, and that is said. */
  readonly assign: (ids: readonly string[], to: Omit<AssignInput, 'ids'>) => Promise<void>;
  /** Starts the timer on the same client, task and note. */
  readonly startAgain: (entry: EntryView) => Promise<void>;
  readonly stop: () => Promise<void>;
  readonly fromEvent: (event: DayEvent) => Promise<void>;
}

export function useEntryActions(): EntryActions {
  const { t } = useTranslation('time');
  const { show } = useToast();
  const { undoable, refused } = useSay();
  const timer = useTimerActions();
  const eventEntry = useEventEntry();
  return useMemo(
    () => ({
      stop: timer.stop,
      startAgain: ({ clientId, taskId, note, category, workKindId }) =>
        timer.start({ clientId, taskId, note, category, workKindId }),
      remove: async (entries) => {
        try {
          await call('time.delete', { ids: entries.map((entry) => entry.id) });
          undoable(t('said.deleted', { count: entries.length, what: titleOf(entries[0] as EntryView) }));
        } catch (error) {
          refused(error);
        }
      },
      assign: async (ids, to) => {
        try {
          const { changed, locked } = await call('time.assign', { ids: [...ids], ...to });
          if (changed > 0) undoable(t('said.assigned', { count: changed }));
          if (locked > 0) show({ text: t('said.locked', { count: locked }), tone: 'error' });
        } catch (error) {
          refused(error);
        }
      },
      fromEvent: eventEntry.make,
    }),
    [t, show, undoable, refused, timer, eventEntry],
  );
}
