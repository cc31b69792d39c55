import type { Sql } from '../../store/open.ts';

/**
 * How many open tasks are due today or overdue for someone whose day `today` (ISO) ends at `midnight` (UTC
 * milliseconds). A count, as the tray looks after every change and a list of thousands would cost too much.
 */
export function dueCount(sql: Sql): (today: string, midnight: number) => number {
  const count = sql
    .prepare<[{ today: string; midnight: number }], number>(
      `SELECT
         (SELECT count(*) FROM tasks t JOIN clients c ON c.id = t.client_id
          WHERE t.due_at < @midnight AND t.completed_at IS NULL AND c.archived_at IS NULL)
       + (SELECT count(*) FROM tasks t JOIN clients c ON c.id = t.client_id
          WHERE t.due_date <= @today AND t.due_at IS NULL AND t.completed_at IS NULL AND c.archived_at IS NULL)`,
    )
    .pluck();
  return (today, midnight) => count.get({ today, midnight }) as unknown as number;
}
