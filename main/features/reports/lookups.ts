import type { TallyRow } from '#shared/domain/report.ts';
import type { ReportView } from '#shared/ipc/reports.ts';
import type { EntryClient } from '#shared/ipc/time.ts';
import type { Sql } from '../../store/open.ts';
import type { Narrowing } from './filter.ts';
import { narrowing } from './filter.ts';

const clientColumns = 'id AS clientId, name AS clientName, code AS clientCode, color AS clientColor';

/** What a report needs to know beside the sums: names, zones, what still needs review. */
export class ReportLookups {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** The client's zone (IANA) and the language it is written to in; null when it is gone. */
  client(id: string): (EntryClient & { readonly zone: string; readonly language: string }) | null {
    const row = this.#sql
      .prepare(`SELECT ${clientColumns}, zone, language FROM clients WHERE id = ?`)
      .get(id);
    return (row as (EntryClient & { zone: string; language: string }) | undefined) ?? null;
  }

  clients(ids: Iterable<string>): ReportView['clients'] {
    const rows = this.#sql
      .prepare(`SELECT ${clientColumns} FROM clients WHERE id IN (SELECT value FROM json_each(?))`)
      .all(JSON.stringify([...ids])) as EntryClient[];
    return Object.fromEntries(rows.map((row) => [row.clientId, row]));
  }

  /** Of those that are there. They may be ten thousand: an answer brings the place that its id has, not the id. */
  tasks(ids: readonly string[]): ReportView['tasks'] {
    const rows = this.#sql
      .prepare(
        `SELECT asked.key, t.title, t.client_id FROM json_each(?) asked CROSS JOIN tasks t ON t.id = asked.value`,
      )
      .raw()
      .all(JSON.stringify(ids)) as [number, string, string][];
    const tasks: Record<string, { readonly title: string; readonly clientId: string }> = {};
    for (const [place, title, clientId] of rows) tasks[ids[place] as string] = { title, clientId };
    return tasks;
  }

  /** Milliseconds of gaps nobody has answered, within [from, to), as far as what ran fits the question. */
  toReview(from: number, to: number, query: Narrowing): number {
    const { where, values } = narrowing(query);
    return this.#sql
      .prepare(
        `SELECT coalesce(sum(min(e.ended_at, :to) - max(e.started_at, :from)), 0) FROM gap_subjects e
         WHERE e.answer IS NULL AND e.started_at < :to AND e.ended_at > :from AND ${where}`,
      )
      .pluck()
      .get({ from, to, ...values }) as number;
  }
}

/** All keys of one grouping that occur in rows or their parts. */
export function keysOf(rows: readonly TallyRow[], side: 'rows' | 'parts'): string[] {
  const keys =
    side === 'rows' ? rows.map((row) => row.key) : rows.flatMap((row) => row.parts.map((part) => part.key));
  return [...new Set(keys)].filter((key) => key !== null);
}
