import { IconCut } from '@tabler/icons-react';
import { lazy, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EntryView } from '#shared/ipc/time.ts';
import { useCommands } from '../../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import type { EntryActions } from '../actions.ts';
import { titleOf } from '../words.ts';
import { DayView } from './DayView.tsx';

const SplitDialog = lazy(() => import('../entry/SplitDialog.tsx'));

export interface DayPaneProps {
  readonly date: string;
  readonly clientId: string | null;
  readonly actions: EntryActions;
  readonly onEdit: (entry: EntryView) => void;
  readonly onFill: (from: number, to: number) => void;
  readonly onAdd: () => void;
}

/** Reads a day and shows it; the last day stays in place while another one is read. */
export function DayPane({ date, clientId, actions, onEdit, onFill }: DayPaneProps) {
  const { t } = useTranslation('time');
  const [split, setSplit] = useState<EntryView | null>(null);
  const [touched, setTouched] = useState<string | null>(null);
  const { data, error, refetch } = useRead('time.day', { date, clientId }, { keepPrevious: true });
  // The palette takes the focus, so it is remembered which entry had it last.
  const entry = data?.entries.find(({ id, billed }) => id === touched && !billed);
  useCommands(
    useMemo(
      () =>
        entry
          ? [
              {
                id: 'time.split',
                label: t('command.split', { what: titleOf(entry) }),
                icon: <IconCut size={16} stroke={1.5} />,
                run: () => setSplit(entry),
              },
            ]
          : [],
      [t, entry],
    ),
  );
  if (error) {
    return (
      <ErrorState
        title={error.message}
        safe={t('common:nothingLost')}
        actions={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
      />
    );
  }
  if (!data) return <LoadingBoxes heights={[36, 480]} label={t('common:loading')} />;
  return (
    <>
      <DayView
        day={data}
        actions={actions}
        onEdit={onEdit}
        onFill={onFill}
        onSplit={setSplit}
        onTouch={setTouched}
      />
      {split && (
        <Suspense>
          <SplitDialog entry={split} onClose={() => setSplit(null)} />
        </Suspense>
      )}
    </>
  );
}
