import { useTranslation } from 'react-i18next';
import { dateIn, formatDate, formatSpan } from '#shared/domain/clock-format.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import type { ImportFound } from '#shared/ipc/import.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { tableStyles as styles } from '../../../ui/table.ts';
import classes from './File.module.css';

/** The first rows as they would be taken over, on the clock of the file. */
export function PreviewPanel({ found }: { readonly found: ImportFound }) {
  const { t, i18n } = useTranslation('import');
  const { zone } = found.reading;
  const words = ['line', 'date', 'time', 'client', 'project', 'note'] as const;
  return (
    <Panel title={t('preview.title')} flush>
      <div className={styles.scroll}>
        <table className={styles.table}>
          <thead>
            <tr>
              {words.map((word) => (
                <th key={word}>{t(`preview.${word}`)}</th>
              ))}
              <th className={styles.number}>{t('preview.length')}</th>
            </tr>
          </thead>
          <tbody>
            {found.preview.map((row) =>
              row.reason ? (
                <tr key={row.line}>
                  <td className={styles.muted}>{row.line}</td>
                  <td colSpan={6} className={classes.reason}>
                    {t(`reasons.${row.reason}`)}
                  </td>
                </tr>
              ) : (
                <tr key={row.line}>
                  <td className={styles.muted}>{row.line}</td>
                  <td>
                    {formatDate(
                      row.from === null ? (row.date ?? '') : dateIn(row.from, zone),
                      i18n.language,
                      'dated',
                    )}
                  </td>
                  <td>
                    {row.from === null || row.to === null ? (
                      <span className={styles.muted}>{t('preview.unknownTime')}</span>
                    ) : (
                      formatSpan(row.from, row.to, zone, i18n.language)
                    )}
                  </td>
                  <td className={styles.name}>{row.client}</td>
                  <td>{row.project}</td>
                  <td className={classes.note}>{row.note}</td>
                  <td className={styles.number}>{formatDuration(row.length)}</td>
                </tr>
              ),
            )}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
