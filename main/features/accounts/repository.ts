import type { ConnectedIdentity } from '../../ports/account-connector.ts';
import type { Sql } from '../../store/open.ts';

export interface AccountRow {
  readonly id: string;
  readonly subject: string;
  readonly email: string;
  readonly name: string;
  readonly state: 'connected' | 'reconnect';
  readonly readsCalendar: number;
  readonly readsFiles: number;
  readonly problem: string | null;
  readonly problemAt: number | null;
  readonly sample: number;
  readonly calendars: number;
  readonly folders: number;
}

/** Stands as the problem of an account until its token is kept; such an account is shown to nobody. */
const UNFINISHED = 'connecting';

const SELECT = `SELECT a.id, a.subject, a.email, a.name, a.state, a.reads_calendar AS readsCalendar,
  a.reads_files AS readsFiles, a.problem, a.problem_at AS problemAt, a.sample,
  (SELECT count(*) FROM calendars c WHERE c.account_id = a.id AND c.client_id IS NOT NULL) AS calendars,
  (SELECT count(*) FROM drive_folders f WHERE f.account_id = a.id) AS folders
  FROM accounts a`;

/** SQL for connected accounts. Writes run inside the caller's transaction. */
export class AccountRepository {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  all(): AccountRow[] {
    return this.#sql
      .prepare(`${SELECT} WHERE a.problem IS NOT '${UNFINISHED}' ORDER BY a.created_at, a.id`)
      .all() as AccountRow[];
  }

  get(id: string): AccountRow | null {
    return (this.#sql.prepare(`${SELECT} WHERE a.id = ?`).get(id) as AccountRow | undefined) ?? null;
  }

  bySubject(subject: string): AccountRow | null {
    return (
      (this.#sql.prepare(`${SELECT} WHERE a.subject = ?`).get(subject) as AccountRow | undefined) ?? null
    );
  }

  /**
   * Notes, before its token goes into the keychain, that an account is about to be connected: nobody could find
   * the token again otherwise, were the app to end between the two.
   */
  begin(id: string, who: ConnectedIdentity, now: number): void {
    this.#sql
      .prepare(
        `INSERT INTO accounts (id, subject, email, name, state, reads_calendar, reads_files, problem, created_at)
         VALUES (?, ?, ?, ?, 'reconnect', 0, 0, '${UNFINISHED}', ?)`,
      )
      .run(id, who.subject, who.email, who.name, now);
  }

  /** Accounts whose connection was begun and never finished. */
  unfinished(): string[] {
    return this.#sql
      .prepare(`SELECT id FROM accounts WHERE problem = '${UNFINISHED}'`)
      .pluck()
      .all() as string[];
  }

  /** Adds the account, or brings a known one up to date; what was synced stays. */
  put(id: string, who: ConnectedIdentity, now: number): void {
    this.#sql
      .prepare(
        `INSERT INTO accounts (id, subject, email, name, reads_calendar, reads_files, created_at)
         VALUES (@id, @subject, @email, @name, @calendar, @files, @now)
         ON CONFLICT (subject) DO UPDATE SET email = excluded.email, name = excluded.name, state = 'connected',
           reads_calendar = excluded.reads_calendar, reads_files = excluded.reads_files, problem = NULL,
           problem_at = NULL`,
      )
      .run({
        id,
        subject: who.subject,
        email: who.email,
        name: who.name,
        calendar: who.grants.calendar ? 1 : 0,
        files: who.grants.files ? 1 : 0,
        now,
      });
  }

  remove(id: string): void {
    this.#sql.prepare('DELETE FROM accounts WHERE id = ?').run(id);
  }

  /** Deletes some of an account's copies; false when none were left. */
  sweep(id: string): boolean {
    const events = this.#sql
      .prepare(
        `DELETE FROM events WHERE seq IN (
           SELECT e.seq FROM events e JOIN calendars c ON c.seq = e.calendar WHERE c.account_id = ? LIMIT 200)`,
      )
      .run(id).changes;
    if (events > 0) return true;
    return (
      this.#sql
        .prepare(
          'DELETE FROM drive_files WHERE seq IN (SELECT seq FROM drive_files WHERE account_id = ? LIMIT 200)',
        )
        .run(id).changes > 0
    );
  }
}
