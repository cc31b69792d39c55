import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { categories } from '#shared/domain/category.ts';
import { zoneCity } from '#shared/domain/clock-format.ts';
import { type Grouping, groupings } from '#shared/domain/report.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import { useHere } from '../../../lib/here.ts';
import { useRead } from '../../../lib/queries.ts';
import { WorkKindSelect } from '../../../ui/fields/WorkKindSelect.tsx';
import { Segmented } from '../../../ui/Segmented.tsx';
import { RangeFields } from '../RangeFields.tsx';
import classes from './Report.module.css';

interface QuestionBarProps {
  readonly query: ReportQuery;
  /** On a client's own page the client is not a choice. */
  readonly fixedClient: string | null;
  readonly onChange: (part: Partial<ReportQuery>) => void;
}

/** What time is added up by, and what of it. */
export function QuestionBar({ query, fixedClient, onChange }: QuestionBarProps) {
  const { t } = useTranslation('reports');
  const { zone } = useHere();
  const clients = useRead('clients.list').data ?? [];
  const client = clients.find((each) => each.id === query.clientId);
  const offered = groupings.filter((each) => fixedClient === null || each !== 'client');
  const named = (list: readonly Grouping[]) => list.map((value) => ({ value, label: t(`by.${value}`) }));
  return (
    <search className={classes.question} aria-label={t('question')}>
      <Select
        className={classes.choice}
        size="sm"
        aria-label={t('groupBy')}
        data={named(offered)}
        value={query.by}
        allowDeselect={false}
        onChange={(by) => by && onChange({ by: by as Grouping })}
      />
      <Select
        className={classes.choice}
        size="sm"
        aria-label={t('thenBy')}
        placeholder={t('thenByNone')}
        data={named(offered.filter((each) => each !== query.by))}
        value={query.within === query.by ? null : query.within}
        clearable
        clearButtonProps={{ 'aria-label': t('thenByNone') }}
        onChange={(within) => onChange({ within: within as Grouping | null })}
      />
      {fixedClient === null && (
        <Select
          className={classes.choice}
          size="sm"
          aria-label={t('by.client')}
          placeholder={t('allClients')}
          data={clients.map(({ id, name }) => ({ value: id, label: name }))}
          value={query.clientId}
          onChange={(clientId) => onChange({ clientId, days: 'here' })}
          searchable
          clearable
          clearButtonProps={{ 'aria-label': t('allClients') }}
        />
      )}
      <Select
        className={classes.choice}
        size="sm"
        aria-label={t('by.category')}
        placeholder={t('allCategories')}
        data={[
          ...categories.map((value) => ({ value: value as string, label: t(`time:category.${value}`) })),
          { value: 'none', label: t('without.category') },
        ]}
        value={query.category}
        onChange={(category) => onChange({ category: category as ReportQuery['category'] })}
        clearable
        clearButtonProps={{ 'aria-label': t('allCategories') }}
      />
      <WorkKindSelect
        filter
        className={classes.choice}
        value={query.workKindId}
        onChange={(workKindId) => onChange({ workKindId })}
      />
      <Select
        className={classes.choice}
        size="sm"
        aria-label={t('billing')}
        placeholder={t('allBilling')}
        data={[
          { value: 'yes', label: t('billable') },
          { value: 'no', label: t('notBillable') },
        ]}
        value={query.billable === null ? null : query.billable ? 'yes' : 'no'}
        onChange={(value) => onChange({ billable: value === null ? null : value === 'yes' })}
        clearable
        clearButtonProps={{ 'aria-label': t('allBilling') }}
      />
      <RangeFields fromDate={query.fromDate} toDate={query.toDate} onChange={onChange} />
      {client && client.zone !== zone && (
        <Segmented
          label={t('days')}
          value={query.days}
          onChange={(days) => onChange({ days })}
          options={[
            { value: 'client', label: t('daysIn', { city: zoneCity(client.zone) }) },
            { value: 'here', label: t('daysIn', { city: zoneCity(zone) }) },
          ]}
        />
      )}
    </search>
  );
}
