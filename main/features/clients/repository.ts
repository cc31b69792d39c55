import type { ClientColor, ClientState } from '#shared/domain/clients.ts';
import type { ClientCard } from '#shared/ipc/clients.ts';
import type { Sql } from '../../store/open.ts';

/** A row of `clients` with its columns' own names. */
export interface ClientRow {
  readonly id: string;
  readonly name: string;
  readonly code: string;
  readonly color: ClientColor;
  readonly zone: string;
  readonly working_hours: string;
  readonly language: string;
  readonly currency: string;
  readonly response_minutes: number | null;
  readonly notes: string;
  readonly contract_start: string | null;
  readonly contract_end: string | null;
  readonly confidential_until: string | null;
  readonly state: ClientState;
  readonly pinned: 0 | 1;
  readonly archived_at: number | null;
  readonly sample: 0 | 1;
  readonly created_at: number;
  readonly updated_at: number;
}

type CardRow = Pick<ClientRow, 'id' | 'name' | 'code' | 'color' | 'zone' | 'state' | 'pinned' | 'sample'> & {
  readonly archived: 0 | 1;
  readonly due_today: number;
  readonly overdue: number;
  readonly next_due: number | null;
};

/** The day that counts are made for. */
export interface DayBounds {
  /** The VA's calendar date, ISO. */
  readonly date: string;
  readonly now: number;
  /** First instant after that day, UTC milliseconds. */
  readonly end: number;
}

/** The SQL of `clients` itself. */
export class ClientRepository {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  /** All clients with their counts. A task due at a time counts by its instant, another by its date. */
  cards(day: DayBounds): ClientCard[] {
    const rows = this.#sql
      .prepare<[DayBounds], CardRow>(
        // A time in another zone can fall on the VA's today from the date after.
        `SELECT c.id, name, code, color, zone, state, pinned, sample, archived_at IS NOT NULL AS archived,
                coalesce(due.today, 0) AS due_today, coalesce(due.overdue, 0) AS overdue,
                due.next AS next_due
         FROM clients c LEFT JOIN (
           SELECT client_id,
             sum(CASE WHEN due_at IS NULL THEN due_date < @date ELSE due_at < @now END) AS overdue,
             sum(CASE WHEN due_at IS NULL THEN due_date = @date ELSE due_at >= @now AND due_at < @end END) AS today,
             min(CASE WHEN due_at >= @now THEN due_at END) AS next
           FROM tasks
           WHERE completed_at IS NULL AND due_date IS NOT NULL AND due_date <= date(@date, '+1 day')
           GROUP BY client_id
         ) due ON due.client_id = c.id`,
      )
      .all(day);
    return rows.map(({ due_today, next_due, pinned, archived, sample, ...row }) => ({
      ...row,
      pinned: pinned === 1,
      archived: archived === 1,
      sample: sample === 1,
      dueToday: due_today,
      nextDue: next_due,
    }));
  }

  row(id: string): ClientRow | null {
    return this.#sql.prepare<[string], ClientRow>('SELECT * FROM clients WHERE id = ?').get(id) ?? null;
  }

  insert(row: ClientRow): void {
    const names = Object.keys(row);
    this.#sql.prepare(`INSERT INTO clients (${names}) VALUES (${names.map((name) => `@${name}`)})`).run(row);
  }

  /** Sets the given columns; `columns` has at least one. */
  update(id: string, columns: Partial<Omit<ClientRow, 'id'>>): void {
    const sets = Object.keys(columns).map((name) => `${name} = @${name}`);
    this.#sql.prepare(`UPDATE clients SET ${sets} WHERE id = @id`).run({ ...columns, id });
  }

  delete(id: string): void {
    this.#sql.prepare('DELETE FROM clients WHERE id = ?').run(id);
  }
}
