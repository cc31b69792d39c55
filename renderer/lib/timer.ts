import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView, StartInput } from '#shared/ipc/time.ts';
import { useAnnounce } from '../ui/feedback/Feedback.tsx';
import { call } from './api.ts';
import { useRead } from './queries.ts';
import { useSay } from './say.ts';

export interface TimerActions {
  /** Starts on a client or task; what runs is stopped in the same step. */
  readonly start: (input: StartInput) => Promise<void>;
  /** The same, with a round of focus on it. */
  readonly focus: (input: StartInput) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Starts again what was tracked last. */
  readonly resume: () => Promise<void>;
}

/** What runs now, or null; undefined until that is known. */
export function useRunning(): EntryView | null | undefined {
  return useRead('time.running').data;
}

/** Start, stop, resume: told to screen readers, and a refusal is shown as a message. */
export function useTimerActions(): TimerActions {
  const { t } = useTranslation('time');
  const { refused } = useSay();
  const announce = useAnnounce();
  return useMemo(() => {
    const run = async (work: () => Promise<string | null>) => {
      try {
        const said = await work();
        if (said) announce(said);
      } catch (error) {
        refused(error);
      }
    };
    const started = (entry: EntryView) =>
      t('said.started', {
        what: [entry.clientName, entry.taskTitle ?? entry.note].filter(Boolean).join(' · '),
      });
    return {
      start: (input) => run(async () => started(await call('time.start', input))),
      focus: (input) =>
        run(async () => {
          await call('focus.start', input);
          return t('focus:said.started');
        }),
      stop: () => run(async () => ((await call('time.stop')) ? t('said.stopped') : null)),
      resume: () => run(async () => started(await call('time.resume'))),
    };
  }, [t, refused, announce]);
}
