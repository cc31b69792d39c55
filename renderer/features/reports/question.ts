import { presetRange } from '#shared/domain/report-range.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import type { EntryFilter } from '#shared/ipc/time.ts';

/** What a report begins with: this month, by client, or by kind of work where there is only one client. */
export function firstQuestion(clientId: string | null, today: string, weekStart: number): ReportQuery {
  const { from, to } = presetRange('thisMonth', today, weekStart);
  return {
    by: clientId === null ? 'client' : 'kind',
    within: null,
    fromDate: from,
    toDate: to,
    clientId,
    category: null,
    workKindId: null,
    billable: null,
    days: clientId === null ? 'here' : 'client',
  };
}

/**
 * The entries behind a row, as a filter of the list; null where the list cannot ask for them. `dates` are those that
 * the row is about, `zone` is the zone of the report.
 */
export function entriesBehind(
  query: ReportQuery,
  key: string | null,
  zone: string,
  dates: { readonly from: string; readonly to: string },
): EntryFilter | null {
  if (query.by === 'task' && key === null) return null;
  const { clientId, category, workKindId, billable } = query;
  return {
    clientId: query.by === 'client' ? key : clientId,
    taskId: query.by === 'task' ? key : null,
    category: query.by === 'category' ? ((key ?? 'none') as EntryFilter['category']) : category,
    workKindId: query.by === 'kind' ? (key ?? 'none') : workKindId,
    billable,
    fromDate: dates.from,
    toDate: dates.to,
    zone,
    text: '',
  };
}
