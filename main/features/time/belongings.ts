import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Sql } from '../../store/open.ts';

/** Tracked time that goes with a client. A running timer must be stopped first, so that no minute is lost unseen. */
export function timeBelongings(sql: Sql): ClientBelongings {
  const sums = sql.prepare<[string], { count: number; milliseconds: number }>(`
    SELECT count(*) AS count, coalesce(sum(ended_at - started_at), 0) AS milliseconds
    FROM time_entries WHERE client_id = ?
  `);
  const gaps = sql.prepare<[string], { count: number; milliseconds: number }>(`
    SELECT count(*) AS count, coalesce(sum(ended_at - started_at), 0) AS milliseconds
    FROM time_gaps WHERE client_id = ? AND answered_at IS NULL
  `);
  const running = sql.prepare('SELECT 1 FROM time_entries WHERE client_id = ? AND ended_at IS NULL').pluck();
  const removals = ['time_gaps', 'time_entries'].map((table) =>
    sql.prepare(`DELETE FROM ${table} WHERE client_id = ?`),
  );
  const forget = sql.prepare(
    'DELETE FROM time_entry_changes WHERE client_id NOT IN (SELECT id FROM clients)',
  );
  return {
    list(clientId) {
      const none = { count: 0, milliseconds: 0 };
      return [
        { kind: 'timeEntries', ...(sums.get(clientId) ?? none) },
        { kind: 'openGaps', ...(gaps.get(clientId) ?? none) },
      ];
    },
    refusal: (clientId) => (running.get(clientId) ? { reason: 'client.timerRunning' } : null),
    remove: (clientId) => {
      for (const removal of removals) removal.run(clientId);
    },
    purge: () => void forget.run(),
  };
}
