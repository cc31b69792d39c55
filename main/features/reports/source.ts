import type { Sql } from '../../store/open.ts';

/** Up to so many entries are looked up one by one, in some milliseconds. */
export const fewEntries = 5_000;

/** The index that entries are read by. */
export type Source = 'time_entries_by_start' | 'time_entries_by_client' | 'time_entries_by_work';

/** The index that finds the entries of a time and a client without looking at any other. */
function nearest(clientId: string | null): Source {
  return clientId === null ? 'time_entries_by_start' : 'time_entries_by_client';
}

/** Whether no more than `few` entries begin within [from, to) (UTC ms). */
export function areFew(sql: Sql, from: number, to: number, clientId: string | null, few: number): boolean {
  const count = sql
    .prepare(
      `SELECT count(*) FROM (SELECT 1 FROM time_entries e INDEXED BY ${nearest(clientId)}
       WHERE e.started_at >= ? AND e.started_at < ? ${clientId === null ? '' : 'AND e.client_id = ?'} LIMIT ${few + 1})`,
    )
    .pluck()
    .get(...[from, to], ...(clientId === null ? [] : [clientId])) as number;
  return count <= few;
}

/**
 * Entries up to `few` are looked up and sorted; more are read whole in the order that groups them, without
 * touching the table itself.
 */
export function sourceOf(sql: Sql, from: number, to: number, clientId: string | null, few: number): Source {
  return areFew(sql, from, to, clientId, few) ? nearest(clientId) : 'time_entries_by_work';
}
