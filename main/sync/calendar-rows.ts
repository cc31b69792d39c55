import type { CalendarRole, RemoteCalendar } from '../ports/calendar-gateway.ts';
import type { Sql } from '../store/open.ts';

/** A calendar as sync needs it. */
export interface CalendarRow {
  readonly seq: number;
  readonly id: string;
  readonly accountId: string;
  readonly clientId: string | null;
  readonly remoteId: string;
  readonly role: CalendarRole;
  readonly state: 'present' | 'lost';
  readonly cursor: string | null;
  readonly generation: number;
}

const COLUMNS =
  'seq, id, account_id AS accountId, client_id AS clientId, remote_id AS remoteId, role, state, cursor, generation';

/** SQL for the list of calendars. Writes run inside the caller's transaction. */
export class CalendarRows {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  ofAccount(accountId: string): CalendarRow[] {
    return this.#sql
      .prepare(`SELECT ${COLUMNS} FROM calendars WHERE account_id = ?`)
      .all(accountId) as CalendarRow[];
  }

  get(seq: number): CalendarRow | null {
    return (
      (this.#sql.prepare(`SELECT ${COLUMNS} FROM calendars WHERE seq = ?`).get(seq) as CalendarRow) ?? null
    );
  }

  /**
   * Keeps what the service says. A calendar that came back, or that is now shown with another role, is
   * listed anew, because its events look different.
   * @returns whether anything that a person sees has changed.
   */
  put(accountId: string, remote: RemoteCalendar, newId: () => string): boolean {
    const result = this.#sql
      .prepare(
        `INSERT INTO calendars (id, account_id, remote_id, name, zone, color, role, is_primary)
         VALUES (@id, @accountId, @remoteId, @name, @zone, @color, @role, @primary)
         ON CONFLICT (account_id, remote_id) DO UPDATE SET
           cursor = CASE WHEN state = 'present' AND role = excluded.role THEN cursor END,
           name = excluded.name, zone = excluded.zone, color = excluded.color, role = excluded.role,
           is_primary = excluded.is_primary, state = 'present'
         WHERE name <> excluded.name OR zone <> excluded.zone OR color IS NOT excluded.color
           OR role <> excluded.role OR is_primary <> excluded.is_primary OR state <> 'present'`,
      )
      .run({
        id: newId(),
        accountId,
        remoteId: remote.id,
        name: remote.name,
        zone: remote.zone,
        color: remote.color,
        role: remote.role,
        primary: remote.primary ? 1 : 0,
      });
    return result.changes > 0;
  }

  /** The calendar is no longer visible: its copy is hidden at once and swept later. */
  lose(accountId: string, remoteId: string): boolean {
    const result = this.#sql
      .prepare(
        `UPDATE calendars SET state = 'lost', cursor = NULL, generation = generation + 1, listed_at = NULL
         WHERE account_id = ? AND remote_id = ? AND state <> 'lost'`,
      )
      .run(accountId, remoteId);
    return result.changes > 0;
  }

  /** A full list is complete: it becomes what people see. */
  show(seq: number, generation: number, cursor: string | null, now: number): void {
    this.#sql
      .prepare('UPDATE calendars SET generation = ?, cursor = ?, listed_at = ?, problem = NULL WHERE seq = ?')
      .run(generation, cursor, now, seq);
  }

  keepCursor(seq: number, cursor: string | null): void {
    this.#sql.prepare('UPDATE calendars SET cursor = ?, problem = NULL WHERE seq = ?').run(cursor, seq);
  }

  setProblem(seq: number, problem: string | null): void {
    this.#sql
      .prepare('UPDATE calendars SET problem = ? WHERE seq = ? AND problem IS NOT ?')
      .run(problem, seq, problem);
  }

  /** Hides the copy of a calendar that belongs to nobody any more. */
  empty(seq: number): void {
    this.#sql
      .prepare(
        'UPDATE calendars SET cursor = NULL, generation = generation + 1, listed_at = NULL WHERE seq = ?',
      )
      .run(seq);
  }

  listCursor(accountId: string): string | null {
    const row = this.#sql
      .prepare('SELECT calendars_cursor AS cursor FROM accounts WHERE id = ?')
      .get(accountId);
    return (row as { cursor: string | null } | undefined)?.cursor ?? null;
  }

  keepListCursor(accountId: string, cursor: string | null): void {
    this.#sql.prepare('UPDATE accounts SET calendars_cursor = ? WHERE id = ?').run(cursor, accountId);
  }
}
