import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Sql } from '../../store/open.ts';

/** Tasks and columns that go with a client. */
export function taskBelongings(sql: Sql): ClientBelongings {
  const counts = sql.prepare<
    [{ clientId: string }],
    Record<'tasks' | 'columns' | 'checklist' | 'links', number>
  >(`
    SELECT
      (SELECT count(*) FROM tasks WHERE client_id = @clientId) AS tasks,
      (SELECT count(*) FROM board_columns WHERE client_id = @clientId) AS columns,
      (SELECT count(*) FROM checklist_items i JOIN tasks t ON t.id = i.task_id WHERE t.client_id = @clientId) AS checklist,
      (SELECT count(*) FROM task_links l JOIN tasks t ON t.id = l.task_id WHERE t.client_id = @clientId) AS links
  `);
  const removeTasks = sql.prepare('DELETE FROM tasks WHERE client_id = ?');
  const removeColumns = sql.prepare('DELETE FROM board_columns WHERE client_id = ?');
  return {
    list(clientId) {
      const found = counts.get({ clientId });
      return [
        { kind: 'tasks', count: found?.tasks ?? 0 },
        { kind: 'checklist', count: found?.checklist ?? 0 },
        { kind: 'links', count: found?.links ?? 0 },
        { kind: 'columns', count: found?.columns ?? 0 },
      ];
    },
    refusal: () => null,
    remove(clientId) {
      removeTasks.run(clientId);
      removeColumns.run(clientId);
    },
  };
}
