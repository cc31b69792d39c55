import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatClock, formatDay } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { PastImport } from '#shared/ipc/import.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { ConfirmDialog } from '../../../ui/ConfirmDialog.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { TableHead } from '../../../ui/TableHead.tsx';
import { tableStyles as styles } from '../../../ui/table.ts';
import { useTakeBack } from './use-take-back.ts';

/** The imports so far, each with its way back; nothing before the first. */
export function PastImports() {
  const { t } = useTranslation(['import', 'common']);
  const { zone, locale } = useHere();
  const { data: past } = useRead('import.list');
  const [chosen, setChosen] = useState<PastImport | null>(null);
  const { takeBack, busy } = useTakeBack();
  if (!past || past.length === 0) return null;
  const when = ({ at }: PastImport) => `${formatDay(at, zone, locale, 'dated')}, ${formatClock(at, zone)}`;
  return (
    <Panel title={t('past.title')} flush>
      <p className={styles.note}>{t('past.text')}</p>
      <div className={styles.scroll}>
        <table className={`${styles.table} ${styles.editable}`}>
          <TableHead
            columns={[
              { label: t('past.when') },
              { label: t('past.file') },
              { label: t('past.source') },
              { label: t('past.entries'), kind: 'number' },
              { label: t('past.length'), kind: 'number' },
              { label: t('past.undo'), kind: 'hidden' },
            ]}
          />
          <tbody>
            {past.map((one) => (
              <tr key={one.id}>
                <td className={styles.name}>{when(one)}</td>
                <td>{one.file}</td>
                <td className={styles.muted}>{t(`sources.${one.source}`)}</td>
                <td className={styles.number}>{one.entries.toLocaleString(locale)}</td>
                <td className={styles.number}>{formatDuration(one.length)}</td>
                <td className={styles.number}>
                  {one.undoneAt === null ? (
                    <button type="button" className={styles.action} onClick={() => setChosen(one)}>
                      {t('past.undo')}
                      <span className="visually-hidden">
                        {' '}
                        {one.file}, {when(one)}
                      </span>
                    </button>
                  ) : (
                    <span className={styles.muted}>{t('past.undone')}</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ConfirmDialog
        opened={chosen !== null}
        title={t('past.question')}
        confirm={t('done.undo')}
        busy={busy}
        onConfirm={() => chosen && void takeBack(chosen.id).then(() => setChosen(null))}
        onCancel={() => setChosen(null)}
      >
        {chosen && t('past.answer', { count: chosen.entries, file: chosen.file })}
      </ConfirmDialog>
    </Panel>
  );
}
