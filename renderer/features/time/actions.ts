import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { Edge } from '#shared/domain/entry-edge.ts';
import type { AssignInput, DayEvent, EntryView } from '#shared/ipc/time.ts';
import { call } from '../../lib/api.ts';
import { useEventEntry } from '../../lib/event-entry.ts';
import { useHere } from '../../lib/here.ts';
import { overlapWarning } from '../../lib/overlap-words.ts';
import { useSay } from '../../lib/say.ts';
import { useTimerActions } from '../../lib/timer.ts';
import { useAnnounce, useToast } from '../../ui/feedback/Feedback.tsx';
import { titleOf } from './words.ts';

/** What can be done with entries wherever they are listed. Refusals are shown as messages, nothing is thrown. */
export interface EntryActions {
  readonly remove: (entries: readonly EntryView[]) => Promise<void>;
  /** Gives all of them this category or kind of work; what is invoiced stays, and that is said. */
  readonly assign: (ids: readonly string[], to: Omit<AssignInput, 'ids'>) => Promise<void>;
  /** Starts the timer on the same client, task and note. */
  readonly startAgain: (entry: EntryView) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Moves an edge to `at` or as near as it goes. Of several moves of one entry only the last one stays told. */
  readonly moveEdge: (entry: EntryView, edge: Edge, at: number) => Promise<void>;
  /** Makes one entry of several that follow each other. */
  readonly merge: (entries: readonly Pick<EntryView, 'id'>[]) => Promise<boolean>;
  /** Tells of an entry written by hand, which may be of a day that is not on screen, and what it counts twice. */
  readonly sayAdded: (made: EntryView) => Promise<void>;
  readonly fromEvent: (event: DayEvent) => Promise<void>;
}

export function useEntryActions(): EntryActions {
  const { t } = useTranslation('time');
  const { show } = useToast();
  const announce = useAnnounce();
  const { zone, locale } = useHere();
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
      moveEdge: async (entry, edge, at) => {
        const before = edge === 'start' ? entry.startedAt : entry.endedAt;
        if (at === before) return announce(t('said.edgeStays'));
        try {
          const moved = await call('time.moveEdge', { id: entry.id, edge, at });
          const now = edge === 'start' ? moved.startedAt : (moved.endedAt ?? at);
          const text = t(`said.edge.${edge}`, { what: titleOf(entry), time: formatClock(now, zone) });
          undoable(text, { about: `edge-${entry.id}` });
        } catch (error) {
          refused(error);
        }
      },
      merge: async (entries) => {
        try {
          const merged = await call('time.merge', { ids: entries.map(({ id }) => id) });
          undoable(t('said.merged', { count: entries.length, what: titleOf(merged) }));
          return true;
        } catch (error) {
          refused(error);
          return false;
        }
      },
      sayAdded: async (made) => {
        const time = formatDuration((made.endedAt ?? made.startedAt) - made.startedAt);
        const added = t('said.added', { time, date: formatDay(made.startedAt, made.zone, locale) });
        const warning = overlapWarning(made, t).catch((error: unknown) => {
          refused(error);
          return '';
        });
        undoable(`${added}${await warning}`);
      },
      fromEvent: eventEntry.make,
    }),
    [t, show, announce, undoable, refused, timer, eventEntry, zone, locale],
  );
}
