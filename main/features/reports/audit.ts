import { sortedSums } from '#shared/domain/audit.ts';
import type { AuditQuery, AuditView, UnsortedEntry } from '#shared/ipc/audit.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import type { Sql } from '../../store/open.ts';
import { decisionsOf } from './decisions.ts';
import { touchingParts } from './pass.ts';
import { ReportService } from './service.ts';
import type { Standpoint } from './standpoint.ts';

const shown = 200;
const lacking = '(e.category IS NULL OR e.work_kind_id IS NULL)';

/**
 * The work of some dates under review: what is not sorted yet, and what becomes of each kind of work or task. Throws
 * `not_found` for a client that is gone, `limit` where there would be too many rows to read.
 */
export function auditOf(sql: Sql, standpoint: Standpoint, query: AuditQuery): AuditView {
  const { subject, clientId, fromDate, toDate } = query;
  const reports = new ReportService(sql, standpoint);
  const asked: Omit<ReportQuery, 'by' | 'within'> = {
    fromDate,
    toDate,
    clientId,
    category: null,
    workKindId: null,
    billable: null,
    days: clientId === null ? 'here' : 'client',
  };
  const report = reports.get({ ...asked, by: 'client', within: subject });
  const sorted = sortedSums(reports.get({ ...asked, by: 'category', within: 'kind' }).rows);
  const answer = decisionsOf(sql, query);
  const span = reports.spanOf({ ...asked, by: 'client', within: null });
  return {
    asked: query,
    zone: report.zone,
    now: report.now,
    total: report.total,
    toReview: report.toReview,
    withCategory: sorted.category,
    withKind: sorted.kind,
    rows: report.rows.flatMap((row) =>
      row.parts.map((part) => ({
        clientId: row.key ?? '',
        key: part.key,
        total: part.total,
        ...answer(row.key ?? '', part.key),
      })),
    ),
    ...unsortedOf(sql, { ...span, now: report.now, clientId }),
    clients: report.clients,
    tasks: report.tasks,
  };
}

function unsortedOf(
  sql: Sql,
  values: Readonly<Record<string, string | number | null>>,
): Pick<AuditView, 'unsorted' | 'unsortedCount' | 'lockedCount'> {
  const touching = touchingParts.map((part) => `(${part})`).join(' OR ');
  const where = `(${touching}) AND ${lacking} AND (:clientId IS NULL OR e.client_id = :clientId)
      AND (e.ended_at IS NULL OR e.ended_at > e.started_at)`;
  const counts = sql
    .prepare(
      `SELECT count(*) FILTER (WHERE e.billed = 0) AS unsortedCount,
           count(*) FILTER (WHERE e.billed = 1) AS lockedCount FROM time_entries e WHERE ${where}`,
    )
    .get(values) as { unsortedCount: number; lockedCount: number };
  const unsorted = sql
    .prepare(
      `SELECT e.id, e.client_id AS clientId, coalesce(t.title, '') AS title, e.note, e.category,
           e.work_kind_id AS workKindId, e.started_at AS startedAt, e.ended_at AS endedAt
         FROM time_entries e LEFT JOIN tasks t ON t.id = e.task_id
         WHERE ${where} AND e.billed = 0 ORDER BY e.started_at, e.id LIMIT ${shown}`,
    )
    .all(values) as UnsortedEntry[];
  return { ...counts, unsorted };
}
