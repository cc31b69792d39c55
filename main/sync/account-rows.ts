import type { Sql } from '../store/open.ts';

/** An account as sync needs it. */
export interface AccountRow {
  readonly id: string;
  readonly state: 'connected' | 'reconnect';
  readonly readsCalendar: boolean;
  readonly readsFiles: boolean;
  readonly succeededAt: number | null;
  readonly problem: string | null;
}

interface Raw extends Omit<AccountRow, 'readsCalendar' | 'readsFiles'> {
  readonly readsCalendar: number;
  readonly readsFiles: number;
}

const SELECT = `SELECT id, state, reads_calendar AS readsCalendar, reads_files AS readsFiles,
  succeeded_at AS succeededAt, problem FROM accounts`;

const open = (raw: Raw): AccountRow => ({
  ...raw,
  readsCalendar: raw.readsCalendar === 1,
  readsFiles: raw.readsFiles === 1,
});

/** SQL for the outcome of sync runs. Writes run inside the caller's transaction. */
export class AccountRows {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  all(): AccountRow[] {
    return (this.#sql.prepare(`${SELECT} ORDER BY created_at`).all() as Raw[]).map(open);
  }

  get(id: string): AccountRow | null {
    const raw = this.#sql.prepare(`${SELECT} WHERE id = ?`).get(id) as Raw | undefined;
    return raw ? open(raw) : null;
  }

  succeeded(id: string, at: number): void {
    this.#sql
      .prepare('UPDATE accounts SET succeeded_at = ?, problem = NULL, problem_at = NULL WHERE id = ?')
      .run(at, id);
  }

  failed(id: string, problem: string, at: number): void {
    this.#sql
      .prepare(
        `UPDATE accounts SET problem = ?, problem_at = ?,
           state = CASE WHEN ? = 'reconnect' THEN 'reconnect' ELSE state END WHERE id = ?`,
      )
      .run(problem, at, problem, id);
  }
}
