import { IconFocus2 } from '@tabler/icons-react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { FocusPhase } from '#shared/domain/focus.ts';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../lib/queries.ts';
import { useRunning } from '../../lib/timer.ts';
import { useAnnounce } from '../../ui/feedback/Feedback.tsx';
import { tip } from '../../ui/tooltip/tip.ts';
import { focusCommands } from './commands.tsx';
import classes from './Focus.module.css';
import { FocusState } from './FocusState.tsx';
import { useFocusActions } from './use-focus-actions.ts';

/** Rounds of focus in the timer bar: the way into one, or the one there is, and their commands. */
export default function FocusBar() {
  const { t } = useTranslation('focus');
  const { data } = useRead('focus.get');
  const runs = Boolean(useRunning());
  const actions = useFocusActions();
  const round = data?.round ?? null;
  const phase = round?.phase ?? null;
  const counts = phase === 'work' && runs && round?.paused === false;
  useCommands(
    useMemo(() => focusCommands({ phase, counts, runs, actions, t }), [phase, counts, runs, actions, t]),
  );
  useTold(data ? phase : undefined);
  if (!data) return null;
  if (round)
    return <FocusState round={round} finishedToday={data.finishedToday} runs={runs} actions={actions} />;
  const finished = data.finishedToday > 0 ? t('finished', { count: data.finishedToday }) : '';
  const text = t('startText', { time: formatDuration(data.length) });
  return (
    <button
      type="button"
      className={classes.start}
      onClick={() => actions.start(runs)}
      {...tip([text, finished].filter(Boolean).join(' · '))}
    >
      <IconFocus2 size={16} stroke={1.5} aria-hidden />
      <span className={classes.startWord}>{t('start')}</span>
    </button>
  );
}

/** Says when a round or a break is over; what a person does themselves is said where they do it. */
function useTold(phase: FocusPhase | null | undefined): void {
  const { t } = useTranslation('focus');
  const announce = useAnnounce();
  const before = useRef(phase);
  useEffect(() => {
    const was = before.current;
    before.current = phase;
    if (was === undefined || was === phase) return;
    if (phase === 'done' || phase === 'rested') announce(t(`said.${phase}`));
  }, [phase, announce, t]);
}
