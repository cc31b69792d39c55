import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addDays } from '#shared/domain/due-day.ts';
import { formatDuration, MINUTE } from '#shared/domain/duration.ts';
import { type Grouping, isCalendar } from '#shared/domain/report.ts';
import { type ReportNames, reportLabel } from '#shared/domain/report-label.ts';
import { shownRows } from '#shared/domain/report-lines.ts';
import { shareText, wholeShares } from '#shared/domain/shares.ts';
import type { ReportQuery, ReportView } from '#shared/ipc/reports.ts';
import type { EntryFilter } from '#shared/ipc/time.ts';
import { Button } from '../../../ui/Button.tsx';
import { Panel } from '../../../ui/Panel.tsx';
import { tableStyles } from '../../../ui/table.ts';
import { entriesBehind } from '../question.ts';
import { KeyName } from './KeyName.tsx';
import classes from './Report.module.css';

interface ReportTableProps {
  readonly query: ReportQuery;
  readonly view: ReportView;
  readonly names: ReportNames;
  readonly onList: (filter: EntryFilter) => void;
}

const shownFirst = 200;

/** The report in numbers: whole minutes that add up, parts to rows and rows to the total. */
export function ReportTable({ query, view, names, onList }: ReportTableProps) {
  const { t } = useTranslation('reports');
  const [all, setAll] = useState(false);
  const { by, within } = query;
  const rows = shownRows(view.rows);
  const shown = all ? rows : rows.slice(0, shownFirst);
  const shares = wholeShares(view.rows.map((row) => row.total));
  const most = Math.max(...view.rows.map((row) => row.total));
  const bars = !isCalendar(by);
  return (
    <Panel title={t(`table.${by}`)} flush>
      <div className={tableStyles.scroll}>
        <table className={`${tableStyles.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">{t(`by.${by}`)}</th>
              {bars && <td className={classes.barCell} aria-hidden="true" />}
              <th scope="col" className={tableStyles.number}>
                {t('time')}
              </th>
              <th scope="col" className={tableStyles.number}>
                {t('share')}
              </th>
              <th scope="col">
                <span className="visually-hidden">{t('entries')}</span>
              </th>
            </tr>
          </thead>
          {shown.map(({ key, minutes, parts }, index) => {
            const exact = view.rows[index]?.total ?? 0;
            const filter = entriesBehind(query, key, view.zone, datesOf(query, key));
            const label = reportLabel(by, key, names);
            return (
              <tbody key={key}>
                <tr>
                  <th scope="row" className={classes.rowName}>
                    <KeyName
                      grouping={by}
                      value={key}
                      label={label}
                      view={view}
                      owner={query.clientId === null}
                    />
                  </th>
                  {bars && (
                    <td className={classes.barCell} aria-hidden="true">
                      <span
                        className={classes.bar}
                        style={{ inlineSize: `${(100 * exact) / most}%`, ...barColour(by, key, view) }}
                      />
                    </td>
                  )}
                  <td className={`${tableStyles.number} ${tableStyles.strong}`}>
                    {formatDuration(minutes * MINUTE)}
                  </td>
                  <td className={`${tableStyles.number} ${tableStyles.muted}`}>
                    {shareText(shares[index] ?? 0, exact)}
                  </td>
                  <td className={classes.actionCell}>
                    {filter && (
                      <button
                        type="button"
                        className={tableStyles.action}
                        aria-label={t('entriesOf', { what: label })}
                        onClick={() => onList(filter)}
                      >
                        {t('entries')}
                      </button>
                    )}
                  </td>
                </tr>
                {parts.map((part) => (
                  <tr key={part.key} className={classes.part}>
                    <td>
                      {within && (
                        <KeyName
                          grouping={within}
                          value={part.key}
                          label={reportLabel(within, part.key, names)}
                          view={view}
                          owner={query.clientId === null && by !== 'client'}
                        />
                      )}
                    </td>
                    {bars && <td className={classes.barCell} aria-hidden="true" />}
                    <td className={tableStyles.number}>{formatDuration(part.minutes * MINUTE)}</td>
                    <td />
                    <td />
                  </tr>
                ))}
              </tbody>
            );
          })}
          <tfoot>
            <tr>
              <th scope="row">{t('total')}</th>
              {bars && <td className={classes.barCell} aria-hidden="true" />}
              <td className={tableStyles.number}>{formatDuration(view.total)}</td>
              <td />
              <td />
            </tr>
          </tfoot>
        </table>
      </div>
      {shown.length < rows.length && (
        <div className={classes.more}>
          <Button size="sm" onClick={() => setAll(true)}>
            {t('showAll', { count: rows.length })}
          </Button>
        </div>
      )}
    </Panel>
  );
}

/** The dates a row is about: its own where it is a day, week or month, clipped to the question; else all of them. */
function datesOf({ by, fromDate, toDate }: ReportQuery, key: string | null) {
  if (!isCalendar(by) || key === null) return { from: fromDate, to: toDate };
  const last = by === 'day' ? key : by === 'week' ? addDays(key, 6) : lastOfMonth(key);
  return { from: key < fromDate ? fromDate : key, to: last > toDate ? toDate : last };
}

function lastOfMonth(first: string): string {
  return addDays(`${addDays(first, 31).slice(0, 7)}-01`, -1);
}

function barColour(by: Grouping, key: string | null, view: ReportView) {
  if (by === 'client' && key) return { background: `var(--client-${view.clients[key]?.clientColor ?? 8})` };
  if (by === 'task' && key) {
    const owner = view.clients[view.tasks[key]?.clientId ?? ''];
    return { background: `var(--client-${owner?.clientColor ?? 8})` };
  }
  return {};
}
