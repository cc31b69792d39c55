import {
  IconArrowsExchange,
  IconCut,
  IconKeyboard,
  IconPlayerPlay,
  IconPlayerStop,
} from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '#shared/ipc/time.ts';
import { go, settingsHref } from '../../../lib/addresses.ts';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import type { Command } from '../../../lib/commands/command.ts';
import { useRead } from '../../../lib/queries.ts';
import { useRunning, useTimerActions } from '../../../lib/timer.ts';
import { StartPicker } from './StartPicker.tsx';

const SplitDialog = lazy(() => import('../entry/SplitDialog.tsx'));
const StillWorking = lazy(() => import('./StillWorking.tsx'));

/** The timer's commands, there on every screen, and the dialog in which a person says what time goes to. */
export default function TimerHost() {
  const { t } = useTranslation('time');
  const running = useRunning();
  const actions = useTimerActions();
  const [opened, setOpened] = useState<'timer' | 'focus' | null>(null);
  const [split, setSplit] = useState<EntryView | null>(null);
  const runs = Boolean(running);
  const commands = useMemo<readonly Command[]>(
    () => [
      {
        id: 'time.toggle',
        label: t(runs ? 'command.stop' : 'command.resume'),
        icon: runs ? <IconPlayerStop size={16} stroke={1.5} /> : <IconPlayerPlay size={16} stroke={1.5} />,
        keys: 'mod+shift+t',
        inFields: true,
        run: () => void (runs ? actions.stop() : actions.resume()),
      },
      {
        id: 'time.switch',
        label: t(runs ? 'command.switch' : 'command.start'),
        icon: runs ? (
          <IconArrowsExchange size={16} stroke={1.5} />
        ) : (
          <IconPlayerPlay size={16} stroke={1.5} />
        ),
        keys: 'mod+shift+s',
        inFields: true,
        run: () => setOpened('timer'),
      },
      { id: 'time.start', label: t('command.start'), hidden: true, run: () => setOpened('timer') },
      { id: 'focus.choose', label: t('focus:picker'), hidden: true, run: () => setOpened('focus') },
      ...(running
        ? [
            {
              id: 'time.splitRunning',
              label: t('command.splitRunning'),
              icon: <IconCut size={16} stroke={1.5} />,
              run: () => setSplit(running),
            },
          ]
        : []),
      {
        id: 'time.globalKey',
        label: t('command.globalKey'),
        icon: <IconKeyboard size={16} stroke={1.5} />,
        run: () => go(settingsHref('timer')),
      },
    ],
    [t, runs, running, actions],
  );
  useCommands(commands);
  const { data: question } = useRead('time.stillWorking');
  const asked = question ? `${question.entry.id} ${question.why}` : null;
  const [later, setLater] = useState<string | null>(null);
  return (
    <>
      {opened && (
        <StartPicker
          purpose={opened === 'focus' ? 'focus' : runs ? 'switch' : 'start'}
          onClose={() => setOpened(null)}
        />
      )}
      {split && (
        <Suspense>
          <SplitDialog entry={split} onClose={() => setSplit(null)} />
        </Suspense>
      )}
      {question && asked !== later && (
        <Suspense>
          <StillWorking key={asked} question={question} onLater={() => setLater(asked)} />
        </Suspense>
      )}
    </>
  );
}
