import { IconDatabaseExport } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay } from '#shared/domain/clock-format.ts';
import type { BackupView } from '#shared/ipc/backup.ts';
import { useRead, useWrite } from '../../lib/queries.ts';
import { useSay } from '../../lib/say.ts';
import { sizeText } from '../../lib/size.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { useToast } from '../../ui/feedback/Feedback.tsx';
import { LoadingBoxes } from '../../ui/LoadingBoxes.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { TableHead } from '../../ui/TableHead.tsx';
import { tableStyles as styles } from '../../ui/table.ts';
import { ChooseBackup } from './ChooseBackup.tsx';
import { IssuedSince } from './IssuedSince.tsx';

/** The copies that Clientele keeps by itself, one made by hand, and the way back to any of them or to a file from elsewhere. */
export default function BackupSection() {
  const { t, i18n } = useTranslation(['settings', 'common']);
  const toast = useToast();
  const { refused } = useSay();
  const { data: backups } = useRead('backup.list');
  const { data: info } = useRead('app.info');
  const create = useWrite('backup.create');
  const restore = useWrite('backup.restore');
  const [chosen, setChosen] = useState<BackupView | null>(null);
  const zone = info?.zone ?? 'UTC';
  const when = (at: number) => `${formatDay(at, zone, i18n.language, 'dated')}, ${formatClock(at, zone)}`;
  const backUp = () =>
    create.mutate(undefined, {
      onSuccess: () => toast.show({ text: t('backup.made'), tone: 'success' }),
      onError: refused,
    });
  return (
    <Panel
      title={t('backup.title')}
      flush
      actions={
        <Button
          size="sm"
          icon={<IconDatabaseExport size={15} stroke={1.5} aria-hidden />}
          onClick={backUp}
          busy={create.isPending}
        >
          {t('backup.now')}
        </Button>
      }
    >
      <p className={styles.note}>{t('backup.text')}</p>
      <ChooseBackup when={when} />
      {!backups && <LoadingBoxes heights={[36, 36, 36]} label={t('common:loading')} />}
      {backups && backups.length > 0 && (
        <table className={`${styles.table} ${styles.editable}`}>
          <TableHead
            columns={[
              { label: t('backup.when') },
              { label: t('backup.why') },
              { label: t('backup.size'), kind: 'number' },
              { label: t('backup.restore'), kind: 'hidden' },
            ]}
          />
          <tbody>
            {backups.map((backup) => (
              <tr key={backup.name}>
                <td className={styles.name}>{when(backup.at)}</td>
                <td className={styles.muted}>{t(`backup.reasons.${backup.reason}`)}</td>
                <td className={styles.number}>{sizeText(backup.bytes, i18n.language)}</td>
                <td className={styles.number}>
                  <button type="button" className={styles.action} onClick={() => setChosen(backup)}>
                    {t('backup.restore')}
                    <span className="visually-hidden"> {when(backup.at)}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <ConfirmDialog
        opened={chosen !== null}
        title={t('backup.question', { when: chosen ? when(chosen.at) : '' })}
        confirm={t('backup.restore')}
        busy={restore.isPending}
        onConfirm={() => chosen && restore.mutate({ name: chosen.name }, { onError: refused })}
        onCancel={() => setChosen(null)}
      >
        {t('backup.answer')} {chosen && <IssuedSince at={chosen.at} />}
      </ConfirmDialog>
    </Panel>
  );
}
