import type { EntryClient } from '#shared/ipc/time.ts';
import type { Sql } from '../../store/open.ts';
import { clientColumns } from './rows.ts';

/** How clients look beside something that only knows their id. */
export class ClientMarks {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** Null for a client that is gone. `zone` is the client's own, IANA. */
  of(clientId: string): (EntryClient & { readonly zone: string }) | null {
    const row = this.#sql
      .prepare(`SELECT ${clientColumns}, c.zone FROM clients c WHERE c.id = ?`)
      .get(clientId);
    return (row as (EntryClient & { zone: string }) | undefined) ?? null;
  }
}
