import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '#shared/ipc/time.ts';
import { useRead } from '../../../lib/queries.ts';
import { useRunning, useTimerActions } from '../../../lib/timer.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import { SearchList, SearchModal } from '../../../ui/search-list/SearchList.tsx';
import classes from './StartPicker.module.css';

export interface StartPickerProps {
  /** What choosing does; `switch` while something runs, `focus` starts a round with the timer. */
  readonly purpose: 'start' | 'switch' | 'focus';
  readonly onClose: () => void;
}

/** Choose a client or task by typing, Enter starts the timer on it. What was tracked lately stands first. */
export function StartPicker({ purpose, onClose }: StartPickerProps) {
  const { t } = useTranslation('time');
  return (
    <SearchModal opened onClose={onClose} label={t(labels[purpose])} width="34rem">
      <Body purpose={purpose} onClose={onClose} />
    </SearchModal>
  );
}

function Body({ purpose, onClose }: StartPickerProps) {
  const { t } = useTranslation('time');
  const running = useRunning();
  const timer = useTimerActions();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 60);
  const { data } = useRead('time.choices', { text, clientId: null }, { keepPrevious: true });
  const rows = (data ?? []).filter((row) => !isRunning(row, running));

  const start = (row: Choice) => {
    onClose();
    const work = { clientId: row.clientId, taskId: row.taskId };
    void (purpose === 'focus' ? timer.focus(work) : timer.start(work));
  };

  return (
    <SearchList
      icon={<IconPlayerPlay size={18} stroke={1.5} />}
      label={t(labels[purpose])}
      text={typed}
      onText={setTyped}
      maxLength={200}
      results={t('picker.choices')}
      sections={parts
        .map((part) => ({
          id: part,
          label: t(`picker.${part}`),
          rows: rows.filter((row) => partOf(row) === part),
        }))
        .filter((section) => section.rows.length > 0)}
      keyOf={(row) => `${row.clientId}-${row.taskId ?? 'client'}`}
      onRun={start}
      nothing={data ? t('picker.nothing', { text: typed }) : null}
      count={t('picker.count', { count: rows.length })}
      foot={
        <KeyHints
          hints={[
            { keys: ['↑ ↓'], label: t('hint.choose') },
            { keys: ['Enter'], label: t(purpose === 'switch' ? 'hint.switch' : 'hint.start') },
          ]}
        />
      }
    >
      {(row) => (
        <>
          <ClientMark colour={row.clientColor} />
          <span className={classes.title}>{row.taskTitle ?? row.clientName}</span>
          {row.taskTitle && <span className={classes.client}>{row.clientName}</span>}
        </>
      )}
    </SearchList>
  );
}

const labels = { start: 'picker.start', switch: 'picker.switch', focus: 'focus:picker' } as const;
const parts = ['recent', 'clients', 'tasks'] as const;

const partOf = (row: Choice): (typeof parts)[number] =>
  row.recent ? 'recent' : row.taskId ? 'tasks' : 'clients';

function isRunning(
  row: Choice,
  running:
    | { readonly clientId: string; readonly taskId: string | null; readonly note: string }
    | null
    | undefined,
) {
  return running?.clientId === row.clientId && running.taskId === row.taskId && running.note === '';
}
