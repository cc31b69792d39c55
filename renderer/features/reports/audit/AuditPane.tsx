import { Select } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { presetRange } from '#shared/domain/report-range.ts';
import type { AuditQuery } from '#shared/ipc/audit.ts';
import type { TimeReportProps } from '../../../app/screens.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { Button } from '../../../ui/Button.tsx';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { LoadingBoxes } from '../../../ui/LoadingBoxes.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { View } from '../../../ui/View.tsx';
import { RangeFields } from '../RangeFields.tsx';
import { RangeToolbar } from '../RangeToolbar.tsx';
import report from '../report/Report.module.css';
import { useReportNames } from '../report/use-names.ts';
import { useSave } from '../use-save.ts';
import { DecisionTable } from './DecisionTable.tsx';
import { Progress } from './Progress.tsx';
import { SortList } from './SortList.tsx';

/** Two weeks of work under review: sort what is not sorted, then decide what becomes of each kind of work. */
export default function AuditPane({ clientId, views, kept, onKeep }: TimeReportProps) {
  const { t } = useTranslation('reports');
  const { today } = useHere();
  const save = useSave();
  const weekStart = useRead('settings.get').data?.weekStart ?? 1;
  const query = useMemo((): AuditQuery => {
    if (kept) return kept as AuditQuery;
    const { from, to } = presetRange('twoWeeks', today, weekStart);
    return { clientId, subject: 'kind', fromDate: from, toDate: to };
  }, [kept, clientId, today, weekStart]);
  const answer = useRead('audit.get', query, { keepPrevious: true });
  const view = answer.data;
  const names = useReportNames(view);
  const clients = useRead('clients.list', undefined, { enabled: clientId === null }).data ?? [];
  const change = useCallback((part: Partial<AuditQuery>) => onKeep({ ...query, ...part }), [query, onKeep]);
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
          label={t('audit.toolbar')}
          range={range}
          weekStart={weekStart}
          views={views}
          onRange={onRange}
          exports={[
            { label: t('exportCsv'), run: () => void save('audit.csv', query) },
            { label: t('exportPdf'), run: () => void save('audit.pdf', query) },
          ]}
        />
      }
    >
      <div>
        <search className={report.question} aria-label={t('question')}>
          {clientId === null && (
            <Select
              size="sm"
              aria-label={t('by.client')}
              placeholder={t('allClients')}
              data={clients.map(({ id, name }) => ({ value: id, label: name }))}
              value={query.clientId}
              onChange={(id) => change({ clientId: id })}
              searchable
              clearable
              clearButtonProps={{ 'aria-label': t('allClients') }}
            />
          )}
          <RangeFields fromDate={query.fromDate} toDate={query.toDate} onChange={change} />
          <Segmented
            label={t('audit.subject')}
            value={query.subject}
            onChange={(subject) => change({ subject })}
            options={[
              { value: 'kind', label: t('audit.subjects.kind') },
              { value: 'task', label: t('audit.subjects.task') },
            ]}
          />
        </search>
        {answer.error && (
          <ErrorState
            title={answer.error.message}
            safe={t('common:nothingLost')}
            actions={<Button onClick={() => void answer.refetch()}>{t('common:retry')}</Button>}
          />
        )}
        {!answer.error && !view && <LoadingBoxes heights={[64, 240, 300]} label={t('common:loading')} />}
        {!answer.error && view && view.total === 0 && (
          <EmptyState icons={<IconChecks size={22} stroke={1.5} aria-hidden />} title={t('audit.empty')}>
            {t('audit.emptyTodo')}
          </EmptyState>
        )}
        {!answer.error && view && view.total > 0 && (
          <div className={report.body}>
            <Progress view={view} />
            <SortList view={view} />
            <DecisionTable view={view} names={names} />
          </div>
        )}
      </div>
    </View>
  );
}
