import { IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenBackup } from '#shared/ipc/backup.ts';
import { useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import classes from './ChooseBackup.module.css';
import { IssuedSince } from './IssuedSince.tsx';

interface ChooseBackupProps {
  /** Day and time in words, of UTC milliseconds. */
  readonly when: (at: number) => string;
}

/** Restores a backup that lies anywhere: on a drive, or from the computer that was used before. */
export function ChooseBackup({ when }: ChooseBackupProps) {
  const { t } = useTranslation('settings');
  const { refused } = useSay();
  const choose = useWrite('backup.choose');
  const restore = useWrite('backup.restore');
  const [chosen, setChosen] = useState<ChosenBackup | null>(null);
  return (
    <div className={classes.row}>
      <p className={classes.note}>{t('backup.choose.note')}</p>
      <Button
        size="sm"
        icon={<IconFolderOpen size={15} stroke={1.5} aria-hidden />}
        busy={choose.isPending}
        onClick={() => choose.mutate(undefined, { onSuccess: setChosen, onError: refused })}
      >
        {t('backup.choose.action')}
      </Button>
      <ConfirmDialog
        opened={chosen !== null}
        title={t('backup.choose.question', { file: chosen?.file ?? '' })}
        confirm={t('backup.choose.confirm')}
        busy={restore.isPending}
        onConfirm={() => chosen && restore.mutate({ name: chosen.name }, { onError: refused })}
        onCancel={() => setChosen(null)}
      >
        {t('backup.choose.answer', { when: chosen ? when(chosen.at) : '' })}{' '}
        {chosen && <IssuedSince at={chosen.at} />}
      </ConfirmDialog>
    </div>
  );
}
