import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay, formatSpan } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { ImportNotice, NoticedRow } from '#shared/ipc/import.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { tableStyles as styles } from '../../../ui/table.ts';
import classes from './Check.module.css';

const first = 50;
const most = 500;

/** The first rows of one kind, more when asked for. */
export function NoticeTable({ notice }: { readonly notice: ImportNotice }) {
  const { t } = useTranslation(['import', 'common']);
  const [limit, setLimit] = useState(first);
  const { data } = useRead('import.rows', { notice, offset: 0, limit }, { keepPrevious: true });
  if (!data) return <LoadingBoxes heights={[28, 28, 28]} label={t('common:loading')} />;
  return (
    <>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th className={classes.line}>{t('bad.line')}</th>
              {notice === 'bad' ? (
                <th>{t('bad.reason')}</th>
              ) : (
                <>
                  <th>{t('preview.date')}</th>
                  <th>{t('preview.time')}</th>
                  <th>{t('preview.client')}</th>
                  <th>{t('preview.note')}</th>
                  <th className={styles.number}>{t('preview.length')}</th>
                </>
              )}
            </tr>
          </thead>
          <tbody>
            {data.rows.map((row) => (
              <tr key={`${row.line}`}>
                <td className={styles.muted}>{row.line}</td>
                {row.reason ? <td>{t(`reasons.${row.reason}`)}</td> : <EntryCells row={row} />}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.count > data.rows.length && limit < most && (
        <div className={classes.more}>
          <Button size="sm" onClick={() => setLimit(most)}>
            {t('check.more')}
          </Button>
        </div>
      )}
    </>
  );
}

function EntryCells({ row }: { readonly row: NoticedRow }) {
  const { zone, locale } = useHere();
  if (row.from === null || row.to === null) return null;
  return (
    <>
      <td>{formatDay(row.from, zone, locale, 'dated')}</td>
      <td>{formatSpan(row.from, row.to, zone, locale)}</td>
      <td className={styles.name}>{row.client}</td>
      <td className={classes.words}>{row.note}</td>
      <td className={styles.number}>{formatDuration(row.to - row.from)}</td>
    </>
  );
}
