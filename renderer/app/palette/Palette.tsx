import { Modal } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { KeyHints } from '../../ui/KeyHints.tsx';
import classes from './Palette.module.css';
import { PaletteRow } from './PaletteRow.tsx';
import { type Row, useResults } from './use-results.ts';

export interface PaletteProps {
  readonly opened: boolean;
  readonly onClose: () => void;
  /** The client whose view is open: what belongs to it stands first. */
  readonly client?: { readonly name: string; readonly color: number } | undefined;
}

/** Search and run: every action and everything that can be found, by keyboard. */
export default function Palette({ opened, onClose, client }: PaletteProps) {
  const { t } = useTranslation('shell');
  return (
    <Modal.Root
      opened={opened}
      onClose={onClose}
      size="40rem"
      padding={0}
      yOffset="7rem"
      classNames={{ content: classes.content ?? '' }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label={t('palette.label')}>
        <PaletteBody onClose={onClose} client={client} />
      </Modal.Content>
    </Modal.Root>
  );
}

function PaletteBody({ onClose, client }: Omit<PaletteProps, 'opened'>) {
  const { t } = useTranslation('shell');
  const { mac } = useCommandRegistry();
  const id = useId();
  const [input, setInput] = useState('');
  const [chosen, setChosen] = useState<string | null>(null);
  const sections = useResults(input, client?.name ?? null);
  const rows = sections.flatMap((section) => section.rows);
  const active = rows.find((row) => row.id === chosen) ?? rows[0];
  const optionId = (row: Row) => `${id}-${row.id}`;

  const run = (row: Row) => {
    onClose();
    if (row.kind === 'command') row.command.run();
    else row.finding.open();
  };
  const choose = (row: Row | undefined) => {
    if (!row) return;
    setChosen(row.id);
    document.getElementById(optionId(row))?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const at = active ? rows.indexOf(active) : -1;
    if (event.key === 'ArrowDown') choose(rows[(at + 1) % rows.length]);
    else if (event.key === 'ArrowUp') choose(rows.at(at - 1));
    else if (event.key === 'Enter' && active && !event.nativeEvent.isComposing) run(active);
    else if (isTimerKey(event, mac) && active?.kind === 'finding' && active.finding.startTimer) {
      onClose();
      active.finding.startTimer();
    } else return;
    event.preventDefault();
  };

  return (
    <>
      <div className={classes.head}>
        <IconSearch size={18} stroke={1.5} aria-hidden className={classes.icon} />
        <input
          className={classes.input}
          // biome-ignore lint/a11y/noAutofocus: typing follows the keys that open this, not one letter may be lost
          autoFocus
          data-autofocus
          value={input}
          onChange={(event) => {
            setInput(event.target.value);
            setChosen(null);
          }}
          onKeyDown={onKeyDown}
          placeholder={t('palette.placeholder')}
          role="combobox"
          aria-label={t('palette.label')}
          aria-expanded="true"
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={active ? optionId(active) : undefined}
          autoComplete="off"
          spellCheck={false}
        />
        {client && (
          <span className={classes.first}>
            <ClientMark colour={client.color} size={10} />
            {t('palette.first', { name: client.name })}
          </span>
        )}
        <Kbd keys={['Esc']} />
      </div>
      <div
        className={classes.list}
        id={`${id}-list`}
        role="listbox"
        aria-label={t('palette.results')}
        tabIndex={-1}
      >
        {sections.map((section) => (
          // biome-ignore lint/a11y/useSemanticElements: a listbox's sections are groups, not field sets
          <div key={section.id} role="group" aria-labelledby={`${id}-${section.id}-label`}>
            <div className={classes.section} id={`${id}-${section.id}-label`}>
              {section.label}
            </div>
            {section.rows.map((row) => (
              <PaletteRow
                key={row.id}
                id={optionId(row)}
                row={row}
                active={row === active}
                mac={mac}
                onPoint={() => setChosen(row.id)}
                onRun={() => run(row)}
              />
            ))}
          </div>
        ))}
        {rows.length === 0 && <p className={classes.nothing}>{t('palette.nothing', { text: input })}</p>}
      </div>
      <div className={classes.foot}>
        <KeyHints
          hints={[
            { keys: ['↑ ↓'], label: t('palette.choose') },
            { keys: ['Enter'], label: t('palette.run') },
            { keys: [mac ? '⌘ T' : 'Ctrl T'], label: t('palette.startTimer') },
          ]}
        />
        <KeyHints hints={[{ keys: ['>'], label: t('palette.actionsOnly') }]} />
      </div>
      <output className="visually-hidden">{t('palette.count', { count: rows.length })}</output>
    </>
  );
}

const isTimerKey = (event: KeyboardEvent, mac: boolean) =>
  event.key.toLowerCase() === 't' && (mac ? event.metaKey : event.ctrlKey);
