import { IconCoffee, IconFocus2, IconPlayerPause, IconPlayerPlay, IconX } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import type { FocusPhase } from '#shared/domain/focus.ts';
import type { Command } from '../../lib/commands/command.ts';
import type { FocusActions } from './use-focus-actions.ts';

export interface FocusFacts {
  /** Null without a round. */
  readonly phase: FocusPhase | null;
  /** The round is neither paused nor waiting for a timer. */
  readonly counts: boolean;
  /** A timer runs. */
  readonly runs: boolean;
  readonly actions: FocusActions;
  readonly t: TFunction<'focus'>;
}

/** The commands of focus: one key does what comes next, whatever that is. */
export function focusCommands(facts: FocusFacts): readonly Command[] {
  const { phase, counts, actions, t } = facts;
  const next = { id: 'focus.next', keys: 'mod+shift+f', inFields: true, ...nextStep(facts) };
  const icon = { size: 16, stroke: 1.5 };
  const rest = {
    id: 'focus.rest',
    label: t('command.rest'),
    icon: <IconCoffee {...icon} />,
    run: actions.rest,
  };
  const goOn = {
    id: 'focus.goOn',
    label: t('command.goOn'),
    icon: <IconPlayerPlay {...icon} />,
    run: actions.goOn,
  };
  const end = { id: 'focus.end', label: t('command.end'), icon: <IconX {...icon} />, run: actions.end };
  if (phase === null) return [next];
  if (phase === 'work') return counts ? [next, rest, end] : [next, end];
  return phase === 'done' ? [next, goOn, end] : [next, end];
}

/** What the key does now. */
function nextStep({ phase, counts, runs, actions, t }: FocusFacts): Omit<Command, 'id'> {
  const icon = { size: 16, stroke: 1.5 };
  if (phase === null) {
    return { label: t('command.start'), icon: <IconFocus2 {...icon} />, run: () => actions.start(runs) };
  }
  if (phase === 'done') {
    return { label: t('command.rest'), icon: <IconCoffee {...icon} />, run: actions.rest };
  }
  if (phase === 'work' && counts) {
    return { label: t('command.pause'), icon: <IconPlayerPause {...icon} />, run: actions.pause };
  }
  const label = t(phase === 'work' ? 'command.continue' : 'command.resume');
  return { label, icon: <IconPlayerPlay {...icon} />, run: actions.goOn };
}
