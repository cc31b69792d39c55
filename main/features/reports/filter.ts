import type { Grouping } from '#shared/domain/report.ts';
import type { ReportQuery } from '#shared/ipc/reports.ts';
import type { KeyColumn, Values } from './pass.ts';

/** What an entry is asked for; calendar groupings take theirs from its span. */
export const keyColumn: Readonly<Record<Grouping, KeyColumn | null>> = {
  client: 'client_id',
  task: 'task_id',
  category: 'category',
  kind: 'work_kind_id',
  day: null,
  week: null,
  month: null,
};

export type Narrowing = Pick<ReportQuery, 'clientId' | 'category' | 'workKindId' | 'billable'>;

/** What holds for the entries `e` that a question is about. */
export function narrowing({ clientId, category, workKindId, billable }: Narrowing): {
  readonly where: string;
  readonly values: Values;
} {
  const parts = ['1'];
  const values: Record<string, string> = {};
  if (clientId) {
    parts.push('e.client_id = :clientId');
    values.clientId = clientId;
  }
  if (category === 'none') parts.push('e.category IS NULL');
  else if (category) {
    parts.push('e.category = :category');
    values.category = category;
  }
  if (workKindId === 'none') parts.push('e.work_kind_id IS NULL');
  else if (workKindId) {
    parts.push('e.work_kind_id = :workKindId');
    values.workKindId = workKindId;
  }
  if (billable !== null) parts.push(`e.billable = ${Number(billable)}`);
  return { where: parts.join(' AND '), values };
}
