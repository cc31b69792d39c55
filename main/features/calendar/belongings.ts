import type { ClientBelongings } from '../../ports/client-belongings.ts';
import type { Sql } from '../../store/open.ts';

/** Calendars that a client was given. They stay at Google and with the account; only the assignment goes. */
export function calendarBelongings(sql: Sql): ClientBelongings {
  const count = sql.prepare('SELECT count(*) FROM calendars WHERE client_id = ?').pluck();
  const release = sql.prepare('UPDATE calendars SET client_id = NULL WHERE client_id = ?');
  return {
    list: (clientId) => [{ kind: 'calendars', count: Number(count.get(clientId)) }],
    refusal: () => null,
    remove: (clientId) => void release.run(clientId),
  };
}
