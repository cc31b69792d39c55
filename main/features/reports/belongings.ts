import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Sql } from '../../store/open.ts';

/** What audits said about a client's work; it goes with the client, and is no part of what the deletion lists. */
export function reportBelongings(sql: Sql): ClientBelongings {
  const remove = sql.prepare('DELETE FROM audit_decisions WHERE client_id = ?');
  return {
    list: () => [],
    refusal: () => null,
    remove: (clientId) => void remove.run(clientId),
  };
}
