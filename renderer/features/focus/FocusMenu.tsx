import { Menu } from '@mantine/core';
import { IconCoffee, IconDots, IconPlayerSkipForward, IconX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDuration } from '#shared/domain/duration.ts';
import type { FocusRound } from '#shared/ipc/focus.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import type { FocusActions } from './use-focus-actions.ts';

export interface FocusMenuProps {
  readonly round: FocusRound;
  readonly finishedToday: number;
  readonly actions: FocusActions;
}

/** What is needed less often: a break before its time, the next round without one, and the end of it all. */
export function FocusMenu({ round, finishedToday, actions }: FocusMenuProps) {
  const { t } = useTranslation('focus');
  const { phase, breakLength } = round;
  return (
    <Menu position="top-start" width={240}>
      <Menu.Target>
        <IconButton label={t('options')} icon={<IconDots size={16} stroke={1.5} aria-hidden />} />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{t('finished', { count: finishedToday })}</Menu.Label>
        {phase === 'work' && (
          <Menu.Item leftSection={<IconCoffee size={16} stroke={1.5} />} onClick={actions.rest}>
            {t('breakNow', { time: formatDuration(breakLength) })}
          </Menu.Item>
        )}
        {phase === 'done' && (
          <Menu.Item leftSection={<IconPlayerSkipForward size={16} stroke={1.5} />} onClick={actions.goOn}>
            {t('next')}
          </Menu.Item>
        )}
        <Menu.Item leftSection={<IconX size={16} stroke={1.5} />} onClick={actions.end}>
          {t('end')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
