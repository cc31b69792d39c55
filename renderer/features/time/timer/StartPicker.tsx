import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { noteChoices } from '#shared/domain/note-choices.ts';
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
  const everyone = useRead('time.choices', { text: '', clientId: null }).data;
  const found = (data ?? []).filter((row) => !isRunning(row, running));
  const notes = data ? noteChoices(text, everyone ?? []) : [];
  const rows: readonly Row[] = [...found.map((row) => ({ ...row, note: null })), ...notes];

  const start = (row: Row) => {
    onClose();
    const { clientId, taskId, note } = row;
    const work = note === null ? { clientId, taskId } : { clientId, taskId: null, note };
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
      keyOf={(row) => `${row.clientId}-${row.note === null ? (row.taskId ?? 'client') : 'note'}`}
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
          <span className={classes.title}>{row.note ?? row.taskTitle ?? row.clientName}</span>
          {(row.note ?? row.taskTitle) && <span className={classes.client}>{row.clientName}</span>}
        </>
      )}
    </SearchList>
  );
}

const labels = { start: 'picker.start', switch: 'picker.switch', focus: 'focus:picker' } as const;
const parts = ['recent', 'clients', 'tasks', 'notes'] as const;

/** With a note where what was typed is to be one. */
type Row = Choice & { readonly note: string | null };

const partOf = (row: Row): (typeof parts)[number] =>
  row.note !== null ? 'notes' : row.recent ? 'recent' : row.taskId ? 'tasks' : 'clients';

function isRunning(
  row: Choice,
  running:
    | { readonly clientId: string; readonly taskId: string | null; readonly note: string }
    | null
    | undefined,
) {
  return running?.clientId === row.clientId && running.taskId === row.taskId && running.note === '';
}
