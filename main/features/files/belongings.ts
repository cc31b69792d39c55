import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Sql } from '../../store/open.ts';

/** Drive folders that a client was given. Nothing at Google is touched; only the assignment goes. */
export function filesBelongings(sql: Sql): ClientBelongings {
  const count = sql.prepare('SELECT count(*) FROM drive_folders WHERE client_id = ?').pluck();
  const remove = sql.prepare('DELETE FROM drive_folders WHERE client_id = ?');
  return {
    list: (clientId) => [{ kind: 'driveFolders', count: Number(count.get(clientId)) }],
    refusal: () => null,
    remove: (clientId) => void remove.run(clientId),
  };
}
