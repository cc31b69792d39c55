import { generateNKeysBetween } from 'fractional-indexing';
import type { ChannelKind } from '#shared/domain/clients.ts';
import type { Channel, Client, ClientFields, Contact } from '#shared/ipc/clients.ts';
import type { IdSource } from '../../ports/id-source.ts';
import type { Sql } from '../../store/open.ts';

const priorities = ['main', 'second'] as const;

/** The SQL of the people of a client and the channels agreed with them. */
export class ContactRepository {
  readonly #sql: Sql;
  readonly #ids: IdSource;

  constructor(sql: Sql, ids: IdSource) {
    this.#sql = sql;
    this.#ids = ids;
  }

  contacts(clientId: string): Contact[] {
    return this.#sql
      .prepare<[string], Contact>(
        'SELECT id, name, role, email, phone FROM contacts WHERE client_id = ? ORDER BY rank, id',
      )
      .all(clientId);
  }

  channels(clientId: string): Client['channels'] {
    const rows = this.#sql
      .prepare<[string], Channel & { priority: 'main' | 'second' }>(
        'SELECT priority, kind, value FROM channels WHERE client_id = ?',
      )
      .all(clientId);
    const find = (priority: string) => {
      const row = rows.find((candidate) => candidate.priority === priority);
      return row ? { kind: row.kind as ChannelKind, value: row.value } : null;
    };
    return { main: find('main'), second: find('second') };
  }

  /** Makes the stored list equal to the given one; a contact that is still there keeps its id. */
  setContacts(clientId: string, wanted: ClientFields['contacts']): void {
    const known = new Set(this.contacts(clientId).map((contact) => contact.id));
    const ranks = generateNKeysBetween(null, null, wanted.length);
    const kept = new Set<string>();
    const rows = wanted.map((contact, index) => {
      const keeps = contact.id !== undefined && known.has(contact.id) && !kept.has(contact.id);
      const id = keeps && contact.id ? contact.id : this.#ids.next();
      kept.add(id);
      return { ...contact, id, clientId, rank: ranks[index] ?? '' };
    });
    const remove = this.#sql.prepare('DELETE FROM contacts WHERE id = ?');
    for (const id of known) if (!kept.has(id)) remove.run(id);
    const put = this.#sql.prepare(`
      INSERT INTO contacts (id, client_id, name, role, email, phone, rank)
      VALUES (@id, @clientId, @name, @role, @email, @phone, @rank)
      ON CONFLICT (id) DO UPDATE SET name = @name, role = @role, email = @email, phone = @phone, rank = @rank
    `);
    for (const row of rows) put.run(row);
  }

  setChannels(clientId: string, wanted: ClientFields['channels']): void {
    const remove = this.#sql.prepare('DELETE FROM channels WHERE client_id = ? AND priority = ?');
    const put = this.#sql.prepare(`
      INSERT INTO channels (id, client_id, priority, kind, value)
      VALUES (@id, @clientId, @priority, @kind, @value)
      ON CONFLICT (client_id, priority) DO UPDATE SET kind = @kind, value = @value
    `);
    for (const priority of priorities) {
      const channel = wanted[priority];
      if (channel) put.run({ ...channel, id: this.#ids.next(), clientId, priority });
      else remove.run(clientId, priority);
    }
  }
}
