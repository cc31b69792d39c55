import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../../lib/api.ts';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { useSay } from '../../lib/say.ts';
import { useAnnounce } from '../../ui/feedback/Feedback.tsx';

export interface FocusActions {
  /** Begins a round on what runs; asks first what to work on while nothing does. */
  readonly start: (runs: boolean) => void;
  readonly pause: () => void;
  readonly goOn: () => void;
  readonly rest: () => void;
  readonly end: () => void;
}

/** What a person can do with a round; told to screen readers, and a refusal is shown as a message. */
export function useFocusActions(): FocusActions {
  const { t } = useTranslation('focus');
  const { refused } = useSay();
  const announce = useAnnounce();
  const { registry } = useCommandRegistry();
  return useMemo(() => {
    const run = async (work: Promise<unknown>, said: string) => {
      try {
        await work;
        announce(said);
      } catch (error) {
        refused(error);
      }
    };
    return {
      start: (runs) => {
        if (runs) void run(call('focus.start'), t('said.started'));
        else registry.run('focus.choose');
      },
      pause: () => void run(call('focus.pause'), t('said.paused')),
      goOn: () => void run(call('focus.goOn'), t('said.goesOn')),
      rest: () => void run(call('focus.rest'), t('said.rest')),
      end: () => void run(call('focus.end'), t('said.ended')),
    };
  }, [t, refused, announce, registry]);
}
