import { TextInput } from '@mantine/core';
import { IconAlertTriangle, IconKey, IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dateIn } from '#shared/domain/clock-format.ts';
import { matchesFilter, reviewStanding } from '#shared/domain/vault.ts';
import type { CredentialCard } from '#shared/ipc/vault.ts';
import { useClientId } from '../../lib/client-id.ts';
import { useMinute } from '../../lib/clock.tsx';
import { useCommands } from '../../lib/commands/CommandsProvider.tsx';
import { useRead } from '../../lib/queries.ts';
import { Button } from '../../ui/Button.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Toolbar } from '../../ui/Toolbar.tsx';
import { View } from '../../ui/View.tsx';
import { AccessBar } from './AccessBar.tsx';
import { CredentialTable } from './CredentialTable.tsx';
import { useAccess } from './use-access.ts';
import { useRevealed } from './use-revealed.ts';
import classes from './Vault.module.css';
import { type OpenDialog, VaultDialogs } from './VaultDialogs.tsx';

/** One client's credentials: what describes them at once, the secret only while it is asked for. */
export default function VaultScreen() {
  const { t } = useTranslation('vault');
  const clientId = useClientId();
  const { data: entries, error, refetch } = useRead('vault.list', { clientId });
  const { data: info } = useRead('app.info');
  const today = dateIn(useMinute(), info?.zone ?? 'UTC');
  const access = useAccess();
  const revealed = useRevealed(access.state === 'unlocked');
  const [filter, setFilter] = useState('');
  const [dueOnly, setDueOnly] = useState(false);
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const field = useRef<HTMLInputElement>(null);

  const { state, lock, unlock } = access;
  const commands = useMemo(
    () => [
      { id: 'vault.add', label: t('add'), keys: 'a', run: () => setDialog({ kind: 'add' }) },
      { id: 'vault.filter', label: t('filter'), keys: '/', hidden: true, run: () => field.current?.focus() },
      state === 'unlocked'
        ? { id: 'vault.lock', label: t('lockNow'), keys: 'l', run: lock }
        : { id: 'vault.unlock', label: t('unlock'), keys: 'l', run: unlock },
    ],
    [t, state, lock, unlock],
  );
  useCommands(commands);

  const isDue = (entry: CredentialCard) => reviewStanding(entry.reviewOn, today).state === 'due';
  const due = entries?.filter(isDue).length ?? 0;
  const onlyDue = dueOnly && due > 0;
  const shown = entries?.filter((entry) => matchesFilter(entry, filter) && (!onlyDue || isDue(entry)));

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only notes that the list is in use
    <div className={classes.screen} onPointerDown={access.touch} onKeyDown={access.touch}>
      <View
        toolbar={
          <Toolbar
            label={t('toolbar')}
            end={
              <Button
                size="sm"
                icon={<IconPlus size={16} stroke={1.5} aria-hidden />}
                onClick={() => setDialog({ kind: 'add' })}
              >
                {t('add')}
              </Button>
            }
          >
            <TextInput
              ref={field}
              size="xs"
              className={classes.filter}
              aria-label={t('filter')}
              placeholder={t('common:filter')}
              leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
              rightSection={filter === '' ? <Kbd keys={['/']} /> : null}
              value={filter}
              onChange={(event) => setFilter(event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key === 'Escape') setFilter('');
              }}
            />
            <span className={classes.count}>{t('count', { count: shown?.length ?? 0 })}</span>
            {due > 0 && (
              <button
                type="button"
                className={classes.due}
                aria-pressed={onlyDue}
                onClick={() => setDueOnly(!onlyDue)}
              >
                <Chip tone="warning" icon={<IconAlertTriangle size={14} stroke={1.5} aria-hidden />}>
                  {t('toReview', { count: due })}
                </Chip>
              </button>
            )}
          </Toolbar>
        }
      >
        {error ? (
          <ErrorState
            title={t('loadFailed')}
            safe={t('common:nothingLost')}
            actions={<Button onClick={() => void refetch()}>{t('common:retry')}</Button>}
          />
        ) : !shown ? (
          <LoadingBoxes heights={[44, 340]} label={t('common:loading')} />
        ) : (
          <>
            <AccessBar access={access} empty={entries?.length === 0} />
            {shown.length > 0 ? (
              <CredentialTable
                entries={shown}
                today={today}
                open={state === 'unlocked'}
                onUnlock={unlock}
                revealed={revealed}
                onDialog={setDialog}
              />
            ) : entries?.length === 0 ? (
              <EmptyState
                icons={<IconKey size={22} stroke={1.5} aria-hidden />}
                title={t('empty.title')}
                actions={
                  <Button variant="primary" onClick={() => setDialog({ kind: 'add' })}>
                    {t('add')}
                  </Button>
                }
              >
                {t('empty.text')}
              </EmptyState>
            ) : (
              <EmptyState
                title={t('nothingFound')}
                actions={<Button onClick={() => setFilter('')}>{t('clearFilter')}</Button>}
              />
            )}
          </>
        )}
      </View>
      <VaultDialogs clientId={clientId} open={dialog} onClose={() => setDialog(null)} />
    </div>
  );
}
