import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import type { TimeReportProps } from '../../../app/screens.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { View } from '../../../ui/View.tsx';
import { firstQuestion } from '../question.ts';
import { RangeToolbar } from '../RangeToolbar.tsx';
import { useSave } from '../use-save.ts';
import { Chart } from './Chart.tsx';
import { QuestionBar } from './QuestionBar.tsx';
import classes from './Report.module.css';
import { ReportTable } from './ReportTable.tsx';
import { Summary } from './Summary.tsx';
import { useReportNames } from './use-names.ts';

/** Tracked time added up: what is asked above, then the sums, a chart and the table behind it. */
export default function ReportPane({ clientId, views, kept, onKeep, onList, onAudit }: TimeReportProps) {
  const { t } = useTranslation('reports');
  const { today } = useHere();
  const preferences = useRead('settings.get').data;
  const weekStart = preferences?.weekStart ?? 1;
  const query = useMemo(
    () => (kept as ReportQuery | null) ?? firstQuestion(clientId, today, weekStart),
    [kept, clientId, today, weekStart],
  );
  const report = useRead('reports.get', query, { enabled: preferences !== undefined, keepPrevious: true });
  const view = report.data;
  const names = useReportNames(view);
  const save = useSave();
  const change = useCallback((part: Partial<ReportQuery>) => onKeep({ ...query, ...part }), [query, onKeep]);
  const range = useMemo(() => ({ from: query.fromDate, to: query.toDate }), [query]);
  const onRange = useCallback(
    ({ from, to }: { readonly from: string; readonly to: string }) => change({ fromDate: from, toDate: to }),
    [change],
  );
  return (
    <View
      padded={false}
      toolbar={
        <RangeToolbar
          label={t('toolbar')}
          range={range}
          weekStart={weekStart}
          views={views}
          onRange={onRange}
          exports={[
            { label: t('exportCsv'), run: () => void save('reports.csv', query) },
            { label: t('exportPdf'), run: () => void save('reports.pdf', query) },
          ]}
        />
      }
    >
      <div>
        <QuestionBar query={query} fixedClient={clientId} onChange={change} />
        {report.error && (
          <ErrorState
            title={report.error.message}
            safe={t('common:nothingLost')}
            actions={<Button onClick={() => void report.refetch()}>{t('common:retry')}</Button>}
          />
        )}
        {!report.error && !view && <LoadingBoxes heights={[72, 300]} label={t('common:loading')} />}
        {!report.error && view && (
          <div className={classes.body} aria-busy={report.isPlaceholderData || undefined}>
            <Summary view={view} onAudit={onAudit} />
            {view.rows.length === 0 ? (
              <EmptyState title={t('empty.title')}>{t('empty.todo')}</EmptyState>
            ) : (
              <>
                <Chart query={view.asked} view={view} names={names} weekStart={weekStart} today={today} />
                <ReportTable query={view.asked} view={view} names={names} onList={onList} />
              </>
            )}
          </div>
        )}
      </div>
    </View>
  );
}
