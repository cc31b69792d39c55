import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommandRegistry } from '../../lib/commands/CommandsProvider.tsx';
import { ClientMark } from '../../ui/ClientMark.tsx';
import { KeyHints } from '../../ui/KeyHints.tsx';
import { SearchList, SearchModal } from '../../ui/search-list/SearchList.tsx';
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
    <SearchModal opened={opened} onClose={onClose} label={t('palette.label')} width="40rem">
      <PaletteBody onClose={onClose} client={client} />
    </SearchModal>
  );
}

function PaletteBody({ onClose, client }: Omit<PaletteProps, 'opened'>) {
  const { t } = useTranslation('shell');
  const { mac } = useCommandRegistry();
  const [text, setText] = useState('');
  const sections = useResults(text, client?.name ?? null);
  const found = sections.reduce((count, { rows }) => count + rows.length, 0);

  const run = (row: Row) => {
    onClose();
    if (row.kind === 'command') row.command.run();
    else row.finding.open();
  };
  const startTimer = (event: KeyboardEvent, row: Row | undefined) => {
    if (!isTimerKey(event, mac) || row?.kind !== 'finding' || !row.finding.startTimer) return false;
    onClose();
    row.finding.startTimer();
    return true;
  };

  return (
    <SearchList
      icon={<IconSearch size={18} stroke={1.5} />}
      label={t('palette.label')}
      placeholder={t('palette.placeholder')}
      text={text}
      onText={setText}
      beside={
        client && (
          <span className={classes.first}>
            <ClientMark colour={client.color} size={10} />
            {t('palette.first', { name: client.name })}
          </span>
        )
      }
      results={t('palette.results')}
      sections={sections}
      keyOf={(row) => row.id}
      onRun={run}
      onKey={startTimer}
      nothing={t('palette.nothing', { text })}
      count={t('palette.count', { count: found })}
      foot={
        <>
          <KeyHints
            hints={[
              { keys: ['↑ ↓'], label: t('palette.choose') },
              { keys: ['Enter'], label: t('palette.run') },
              { keys: [mac ? '⌘ T' : 'Ctrl T'], label: t('palette.startTimer') },
            ]}
          />
          <KeyHints hints={[{ keys: ['>'], label: t('palette.actionsOnly') }]} />
        </>
      }
    >
      {(row, active) => <PaletteRow row={row} active={active} mac={mac} />}
    </SearchList>
  );
}

const isTimerKey = (event: KeyboardEvent, mac: boolean) =>
  event.key.toLowerCase() === 't' && (mac ? event.metaKey : event.ctrlKey);
