import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AppError } from '#shared/ipc/errors.ts';
import { useAnnounce, useToast } from '../ui/feedback/Feedback.tsx';
import { call } from './api.ts';
import { overlapWarning } from './overlap-words.ts';
import { useSay } from './say.ts';

/** An occurrence of an event; `start` in UTC milliseconds. */
export interface EventRef {
  readonly key: string;
  readonly start: number;
  readonly title: string;
}

export interface EventEntry {
  /** Makes a time entry of an event that is over; of one that is going on it says why not, and offers the timer. */
  readonly make: (event: EventRef) => Promise<void>;
  /** Starts the timer on an event that is going on; what runs is stopped in the same step. */
  readonly startTimer: (event: EventRef) => Promise<void>;
}

/** From events to tracked time. Refusals are shown as messages, nothing is thrown. */
export function useEventEntry(): EventEntry {
  const { t } = useTranslation('time');
  const { show } = useToast();
  const announce = useAnnounce();
  const { undoable, refused } = useSay();
  return useMemo(() => {
    const nameOf = ({ title }: EventRef) => title || t('day.untitled');
    const startTimer = async (event: EventRef) => {
      try {
        await call('time.startOnEvent', { key: event.key, start: event.start });
        announce(t('said.started', { what: nameOf(event) }));
      } catch (error) {
        refused(error);
      }
    };
    const make = async (event: EventRef) => {
      try {
        const made = await call('time.fromEvent', { key: event.key, start: event.start });
        undoable(`${t('said.fromEvent', { what: nameOf(event) })}${await overlapWarning(made, t)}`);
      } catch (error) {
        if (!(error instanceof AppError && error.details.reason === 'time.eventRunning')) {
          refused(error);
          return;
        }
        show({
          text: error.message,
          action: { label: t('day.startTimer'), run: () => void startTimer(event) },
        });
      }
    };
    return { make, startTimer };
  }, [t, show, announce, undoable, refused]);
}

/** Whether an event is going on, as against to come or over. @param now UTC milliseconds. */
export function goesOn(event: { readonly start: number; readonly end: number }, now: number): boolean {
  return event.start <= now && event.end > now;
}
