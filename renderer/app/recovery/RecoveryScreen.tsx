import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay } from '#shared/domain/clock-format.ts';
import type { BackupView, Problem } from '#shared/ipc/backup.ts';
import { call } from '../../lib/api.ts';
import { sizeText } from '../../lib/size.ts';
import { Button } from '../../ui/Button.tsx';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Panel } from '../../ui/Panel.tsx';
import classes from './RecoveryScreen.module.css';

interface RecoveryScreenProps {
  readonly problem: Problem;
  readonly locale: string;
}

/** What is under way when no backup of the list is. */
const FILE = 'file';

/** A damaged file offers its backups; any other problem says what to do about it. */
export function RecoveryScreen({ problem, locale }: RecoveryScreenProps) {
  const { t } = useTranslation();
  const [busy, setBusy] = useState<string | null>(null);
  const [failure, setFailure] = useState('');
  const damaged = problem.code === 'database_damaged';

  async function attempt(what: string, work: () => Promise<void>): Promise<void> {
    setBusy(what);
    setFailure('');
    try {
      await work();
    } catch (error) {
      setFailure(t('common:recovery.failed', { message: error instanceof Error ? error.message : '' }));
    }
    setBusy(null);
  }
  const restore = (name: string) => attempt(name, () => call('recovery.restore', { name }));
  const choose = () =>
    attempt(FILE, async () => {
      const chosen = await call('recovery.choose');
      if (chosen) await call('recovery.restore', { name: chosen.name });
    });

  return (
    <main className={classes.page}>
      <ErrorState
        title={t('common:recovery.title')}
        safe={problem.message}
        todo={damaged ? t('common:recovery.todo') : undefined}
        code={problem.code}
        actions={
          <>
            <Button onClick={() => void call('recovery.showFolder')}>
              {t('common:recovery.showFolder')}
            </Button>
            <Button onClick={() => void call('recovery.quit')}>{t('common:recovery.quit')}</Button>
          </>
        }
      />
      {failure && (
        <p role="alert" className={classes.failure}>
          {failure}
        </p>
      )}
      {damaged && (
        <Panel
          title={t('common:recovery.backups')}
          actions={
            <Button busy={busy === FILE} disabled={busy !== null} onClick={() => void choose()}>
              {t('settings:backup.choose.action')}
            </Button>
          }
        >
          {problem.backups.length === 0 && <p className={classes.empty}>{t('common:recovery.noBackups')}</p>}
          <ul className={classes.list}>
            {problem.backups.map((backup, index) => (
              <li key={backup.name} className={classes.row}>
                <span className="tabular">{when(backup, locale)}</span>
                <span className={classes.size}>{sizeText(backup.bytes, locale)}</span>
                {index === 0 && <span className={classes.newest}>{t('common:recovery.newest')}</span>}
                <Button
                  variant={index === 0 ? 'primary' : 'default'}
                  busy={busy === backup.name}
                  disabled={busy !== null}
                  onClick={() => void restore(backup.name)}
                >
                  {t('common:recovery.restore')}
                </Button>
              </li>
            ))}
          </ul>
        </Panel>
      )}
    </main>
  );
}

function when(backup: BackupView, locale: string): string {
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return `${formatDay(backup.at, timeZone, locale, 'short')}, ${formatClock(backup.at, timeZone)}`;
}
