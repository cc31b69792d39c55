import type { Span } from '#shared/domain/spans.ts';
import type { EntryFilter, EntryView } from '#shared/ipc/time.ts';
import type { Sql } from '../../store/open.ts';
import { type EntryRow, selectEntry, touching, toView } from './rows.ts';

interface Condition {
  readonly where: string;
  readonly values: Record<string, string | number | null>;
}

/** Entries by filter, newest first. `span` holds the filter's dates as instants, where it has any. */
export class EntryList {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  page(filter: EntryFilter, span: Span | null, now: number, offset: number, limit: number): EntryView[] {
    const { where, values } = conditionOf(filter, span, now);
    const rows = this.#sql
      .prepare(
        `${selectEntry} WHERE ${where} ORDER BY e.started_at DESC, e.id DESC LIMIT :limit OFFSET :offset`,
      )
      .all({ ...values, offset, limit });
    return (rows as EntryRow[]).map(toView);
  }

  /** The ids of the newest that fit. */
  ids(filter: EntryFilter, span: Span | null, now: number, limit: number): string[] {
    const { where, values } = conditionOf(filter, span, now);
    return this.#sql
      .prepare(
        `SELECT e.id FROM time_entries e
         JOIN clients c ON c.id = e.client_id LEFT JOIN tasks t ON t.id = e.task_id
         WHERE ${where} ORDER BY e.started_at DESC, e.id DESC LIMIT :limit`,
      )
      .pluck()
      .all({ ...values, limit }) as string[];
  }

  /** How many entries fit and how long they are together, in milliseconds, as far as they lie in the span. */
  summary(filter: EntryFilter, span: Span | null, now: number): { count: number; total: number } {
    const { where, values } = conditionOf(filter, span, now);
    const joins = filter.text
      ? 'JOIN clients c ON c.id = e.client_id LEFT JOIN tasks t ON t.id = e.task_id'
      : '';
    return this.#sql
      .prepare(
        `SELECT count(*) AS count,
           coalesce(sum(
             min(coalesce(e.ended_at, max(:now, e.started_at)), :upTo) - max(e.started_at, :since)
           ), 0) AS total
         FROM time_entries e ${joins} WHERE ${where}`,
      )
      .get({
        now,
        since: span?.from ?? Number.MIN_SAFE_INTEGER,
        upTo: span?.to ?? Number.MAX_SAFE_INTEGER,
        ...values,
      }) as {
      count: number;
      total: number;
    };
  }

  /** All of a filter, oldest first. */
  all(filter: EntryFilter, span: Span | null, now: number): EntryView[] {
    const { where, values } = conditionOf(filter, span, now);
    const rows = this.#sql.prepare(`${selectEntry} WHERE ${where} ORDER BY e.started_at, e.id`).all(values);
    return (rows as EntryRow[]).map(toView);
  }
}

function conditionOf(filter: EntryFilter, span: Span | null, now: number): Condition {
  const parts = ['1'];
  const values: Record<string, string | number | null> = {};
  if (filter.clientId) {
    parts.push('e.client_id = :clientId');
    values.clientId = filter.clientId;
  }
  if (filter.taskId) {
    parts.push('e.task_id = :taskId');
    values.taskId = filter.taskId;
  }
  if (filter.category === 'none') parts.push('e.category IS NULL');
  else if (filter.category) {
    parts.push('e.category = :category');
    values.category = filter.category;
  }
  if (filter.workKindId === 'none') parts.push('e.work_kind_id IS NULL');
  else if (filter.workKindId) {
    parts.push('e.work_kind_id = :workKindId');
    values.workKindId = filter.workKindId;
  }
  if (typeof filter.billable === 'boolean') parts.push(`e.billable = ${Number(filter.billable)}`);
  if (span) {
    parts.push(`e.id IN (${touching})`);
    Object.assign(values, { from: span.from, to: span.to, now });
  }
  for (const [index, word] of wordsOf(filter.text).entries()) {
    parts.push(
      [`e.note`, `t.title`, `c.name`]
        .map((column) => `${column} LIKE :word${index} ESCAPE '\\'`)
        .join(' OR '),
    );
    values[`word${index}`] = `%${word.replaceAll(/[\\%_]/g, '\\$&')}%`;
  }
  return { where: parts.map((part) => `(${part})`).join(' AND '), values };
}

function wordsOf(text: string | undefined): string[] {
  return (text ?? '')
    .split(/\s+/)
    .filter((word) => word !== '')
    .slice(0, 8);
}
