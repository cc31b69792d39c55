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
import { type ChartBar, ColumnChart } from '../../../ui/chart/ColumnChart.tsx';
import { Panel } from '../../../ui/Panel.tsx';

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
  const every = Math.ceil(buckets.length / 16);
  const current = bucketOf(today, by, weekStart);
  const most = view.rows.reduce((best, row) => (row.total > best.total ? row : best));
  return (
    <Panel title={t('chart.title')} flush>
      <ColumnChart
        label={t('chart.said', {
          total: formatDuration(view.total),
          count: buckets.length,
          most: reportLabel(by, most.key, names),
          time: formatDuration(most.total),
        })}
        lines={lines.map((at) => ({ at, text: formatDuration(at) }))}
        columns={buckets.map((bucket, index) => {
          const row = rows.get(bucket);
          return {
            id: bucket,
            label: index % every === 0 ? shortLabel(by, bucket, names.locale, buckets.length) : '',
            now: bucket === current,
            ...(row ? { said: `${reportLabel(by, bucket, names)} · ${formatDuration(row.total)}` } : {}),
            bars: row ? barsOf(row, query.within, view) : [],
          };
        })}
      />
    </Panel>
  );
}

/** The whole of a row, or its clients on each other. */
function barsOf(row: TallyRow, within: ReportQuery['within'], view: ReportView): ChartBar[] {
  if (within !== 'client') return [{ key: 'all', from: 0, size: row.total, top: true }];
  let from = 0;
  return row.parts.map(({ key, total }, index) => {
    const color = `var(--client-${view.clients[key ?? '']?.clientColor ?? 8})`;
    const bar = { key: key ?? '', from, size: total, color, top: index === row.parts.length - 1 };
    from += total;
    return bar;
  });
}

function shortLabel(by: CalendarGrouping, bucket: string, locale: string, count: number): string {
  if (by === 'week') return String(weekNumber(addDays(bucket, 3)));
  if (by === 'month') return formatDate(bucket, locale, 'month').slice(0, 3);
  return formatDate(bucket, locale, count > 14 ? 'day' : 'weekday');
}
