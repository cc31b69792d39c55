import { foldName } from '#shared/domain/import/words.ts';
import type { Sql } from '../../../store/open.ts';

/** Finds clients and tasks by equal names. Asks the database once for each client. */
export class Matcher {
  readonly #sql: Sql;
  #clients: Map<string, string> | null = null;
  readonly #tasks = new Map<string, Map<string, string>>();

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  client(name: string): string | null {
    this.#clients ??= this.#load(
      // What comes later wins: one in use, rather than an archived one.
      'SELECT name, id FROM clients ORDER BY archived_at IS NULL, id DESC',
    );
    return (name !== '' && this.#clients.get(foldName(name))) || null;
  }

  /** An open task of that title, else a finished one. */
  task(clientId: string, title: string): string | null {
    let tasks = this.#tasks.get(clientId);
    if (!tasks) {
      tasks = this.#load(
        'SELECT title, id FROM tasks WHERE client_id = ? ORDER BY completed_at IS NULL, seq DESC',
        clientId,
      );
      this.#tasks.set(clientId, tasks);
    }
    return tasks.get(foldName(title)) ?? null;
  }

  #load(query: string, ...values: string[]): Map<string, string> {
    const rows = this.#sql
      .prepare(query)
      .raw()
      .all(...values) as [string, string][];
    return new Map(rows.map(([name, id]) => [foldName(name), id]));
  }
}
