import { Modal } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconPlayerPlay } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice } from '#shared/ipc/time.ts';
import { useRead } from '../../../lib/queries.ts';
import { useRunning, useTimerActions } from '../../../lib/timer.ts';
import { ClientMark } from '../../../ui/ClientMark.tsx';
import { Kbd } from '../../../ui/Kbd.tsx';
import { KeyHints } from '../../../ui/KeyHints.tsx';
import classes from './StartPicker.module.css';

export interface StartPickerProps {
  /** Something runs, so choosing switches. */
  readonly switching: boolean;
  readonly onClose: () => void;
}

/** Choose a client or task by typing, Enter starts the timer on it. What was tracked lately stands first. */
export function StartPicker({ switching, onClose }: StartPickerProps) {
  const { t } = useTranslation('time');
  return (
    <Modal.Root opened onClose={onClose} size="34rem" padding={0} yOffset="7rem">
      <Modal.Overlay />
      <Modal.Content aria-label={t(switching ? 'picker.switch' : 'picker.start')}>
        <Body switching={switching} onClose={onClose} />
      </Modal.Content>
    </Modal.Root>
  );
}

function Body({ switching, onClose }: StartPickerProps) {
  const { t } = useTranslation('time');
  const id = useId();
  const running = useRunning();
  const timer = useTimerActions();
  const [typed, setTyped] = useState('');
  const [text] = useDebouncedValue(typed.trim(), 60);
  const [chosen, setChosen] = useState<string | null>(null);
  const { data } = useRead('time.choices', { text, clientId: null }, { keepPrevious: true });
  const rows = (data ?? []).filter((row) => !isRunning(row, running));
  const active = rows.find((row) => keyOf(row) === chosen) ?? rows[0];

  const start = (row: Choice | undefined) => {
    if (!row) return;
    onClose();
    void timer.start({ clientId: row.clientId, taskId: row.taskId });
  };
  const choose = (row: Choice | undefined) => {
    if (!row) return;
    setChosen(keyOf(row));
    document.getElementById(`${id}-${keyOf(row)}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ? rows.indexOf(active) : -1;
    if (event.key === 'ArrowDown') choose(rows[(at + 1) % rows.length]);
    else if (event.key === 'ArrowUp') choose(rows.at(at - 1));
    else if (event.key === 'Enter' && !event.nativeEvent.isComposing) start(active);
    else return;
    event.preventDefault();
  };

  return (
    <div className={classes.content}>
      <div className={classes.head}>
        <IconPlayerPlay size={18} stroke={1.5} aria-hidden className={classes.icon} />
        <input
          className={classes.input}
          data-autofocus
          value={typed}
          maxLength={200}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
          placeholder={t(switching ? 'picker.switch' : 'picker.start')}
          role="combobox"
          aria-label={t(switching ? 'picker.switch' : 'picker.start')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? `${id}-${keyOf(active)}` : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        <Kbd keys={['Esc']} />
      </div>
      <div
        className={classes.list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('picker.choices')}
        tabIndex={-1}
      >
        {rows.map((row, index) => (
          <PickerRow
            key={keyOf(row)}
            id={`${id}-${keyOf(row)}`}
            row={row}
            heading={headingAt(rows, index)}
            active={row === active}
            onPoint={() => setChosen(keyOf(row))}
            onStart={() => start(row)}
          />
        ))}
        {data && rows.length === 0 && (
          <p className={classes.nothing}>{t('picker.nothing', { text: typed })}</p>
        )}
      </div>
      <div className={classes.foot}>
        <KeyHints
          hints={[
            { keys: ['↑ ↓'], label: t('hint.choose') },
            { keys: ['Enter'], label: t(switching ? 'hint.switch' : 'hint.start') },
          ]}
        />
      </div>
      <output className="visually-hidden">{t('picker.count', { count: rows.length })}</output>
    </div>
  );
}

interface PickerRowProps {
  readonly id: string;
  readonly row: Choice;
  readonly heading: 'recent' | 'clients' | 'tasks' | null;
  readonly active: boolean;
  readonly onPoint: () => void;
  readonly onStart: () => void;
}

function PickerRow({ id, row, heading, active, onPoint, onStart }: PickerRowProps) {
  const { t } = useTranslation('time');
  return (
    <>
      {heading && (
        <div className={classes.section} aria-hidden="true">
          {t(`picker.${heading}`)}
        </div>
      )}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the field above holds the focus and takes the keys */}
      <div
        id={id}
        role="option"
        tabIndex={-1}
        aria-selected={active}
        className={classes.row}
        onPointerMove={onPoint}
        onClick={onStart}
      >
        <ClientMark colour={row.clientColor} />
        <span className={classes.title}>{row.taskTitle ?? row.clientName}</span>
        {row.taskTitle && <span className={classes.client}>{row.clientName}</span>}
      </div>
    </>
  );
}

type Heading = 'recent' | 'clients' | 'tasks';

/** Rows come in sections; a heading stands where one begins. */
function headingAt(rows: readonly Choice[], index: number): Heading | null {
  const of = (row: Choice | undefined): Heading | null =>
    row ? (row.recent ? 'recent' : row.taskId ? 'tasks' : 'clients') : null;
  const here = of(rows[index]);
  return here === of(rows[index - 1]) ? null : here;
}

function isRunning(
  row: Choice,
  running:
    | { readonly clientId: string; readonly taskId: string | null; readonly note: string }
    | null
    | undefined,
) {
  return running?.clientId === row.clientId && running.taskId === row.taskId && running.note === '';
}

const keyOf = (row: Choice) => `${row.clientId}-${row.taskId ?? 'client'}`;
