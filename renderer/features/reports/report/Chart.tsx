import { useTranslation } from 'react-i18next';
import { hourLines } from '#shared/domain/chart-scale.ts';
import { formatDate, weekNumber } from '#shared/domain/clock-format.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { formatDuration } from '#shared/domain/duration.ts';
import {
  bucketOf,
  bucketsBetween,
  type CalendarGrouping,
  isCalendar,
  type TallyRow,
} from '#shared/domain/report.ts';
import { type ReportNames, reportLabel } from '#shared/domain/report-label.ts';
import type { ReportQuery, ReportView } from '#shared/ipc/reports.ts';
import { Panel } from '../../../ui/Panel.tsx';
import { tip } from '../../../ui/tooltip/tip.ts';
import classes from './Chart.module.css';

interface ChartProps {
  readonly query: ReportQuery;
  readonly view: ReportView;
  readonly names: ReportNames;
  readonly weekStart: number;
  readonly today: string;
}

/** More columns than this are no picture any more. */
const mostColumns = 370;

/**
 * Time over days, weeks or months as columns, parts by client in the clients' colours. For everything else the bars
 * stand in the table's own rows. The table says the same in numbers, so to a screen reader this is one picture.
 */
export function Chart({ query, view, names, weekStart, today }: ChartProps) {
  const { t } = useTranslation('reports');
  const { by } = query;
  if (!isCalendar(by)) return null;
  const buckets = [...new Set(bucketsBetween(query.fromDate, query.toDate, by, weekStart))];
  if (buckets.length < 2 || buckets.length > mostColumns) return null;
  const rows = new Map(view.rows.map((row) => [row.key, row]));
  const lines = hourLines(Math.max(...view.rows.map((row) => row.total)));
  const top = lines.at(-1) ?? 1;
  const every = Math.ceil(buckets.length / 16);
  const current = bucketOf(today, by, weekStart);
  const most = view.rows.reduce((best, row) => (row.total > best.total ? row : best));
  return (
    <Panel title={t('chart.title')}>
      <div
        role="img"
        className={classes.chart}
        aria-label={t('chart.said', {
          total: formatDuration(view.total),
          count: buckets.length,
          most: reportLabel(by, most.key, names),
          time: formatDuration(most.total),
        })}
      >
        <div className={classes.axis}>
          {lines.map((line) => (
            <span key={line} className={classes.line} style={{ bottom: `${(100 * line) / top}%` }}>
              <span>{formatDuration(line)}</span>
            </span>
          ))}
        </div>
        <div className={classes.columns}>
          {buckets.map((bucket, index) => {
            const row = rows.get(bucket);
            return (
              <div
                key={bucket}
                className={classes.column}
                data-now={bucket === current || undefined}
                {...(row ? tip(`${reportLabel(by, bucket, names)} · ${formatDuration(row.total)}`) : {})}
              >
                <div className={classes.field}>
                  {row && <Stack row={row} within={query.within} view={view} top={top} />}
                </div>
                <span className={classes.label}>
                  {index % every === 0 ? shortLabel(by, bucket, names.locale, buckets.length) : ''}
                </span>
              </div>
            );
          })}
        </div>
      </div>
    </Panel>
  );
}

interface StackProps {
  readonly row: TallyRow;
  readonly within: ReportQuery['within'];
  readonly view: ReportView;
  readonly top: number;
}

function Stack({ row, within, view, top }: StackProps) {
  const height = (length: number) => ({ height: `${(100 * length) / top}%` });
  if (within !== 'client') return <span className={classes.bar} style={height(row.total)} />;
  return row.parts.map(({ key, total }) => (
    <span
      key={key}
      className={classes.bar}
      style={{ ...height(total), background: `var(--client-${view.clients[key ?? '']?.clientColor ?? 8})` }}
    />
  ));
}

function shortLabel(by: CalendarGrouping, bucket: string, locale: string, count: number): string {
  if (by === 'week') return String(weekNumber(addDays(bucket, 3)));
  if (by === 'month') return formatDate(bucket, locale, 'month').slice(0, 3);
  return formatDate(bucket, locale, count > 14 ? 'day' : 'weekday');
}
