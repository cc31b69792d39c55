import { dateOf } from '#shared/domain/local-time.ts';
import type { CalendarView } from '#shared/ipc/calendar.ts';
import type { Sql } from '../../store/open.ts';

/** An event of a calendar that belongs to a client. */
export interface EventRow {
  readonly calendar: number;
  readonly calendarId: string;
  readonly clientId: string;
  readonly calendarZone: string;
  readonly remoteId: string;
  readonly kind: 'single' | 'master' | 'exception';
  readonly masterId: string | null;
  readonly originalKey: string | null;
  readonly cancelled: number;
  readonly title: string;
  readonly location: string;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
  readonly startDate: string | null;
  readonly endDate: string | null;
  readonly zone: string | null;
  readonly recurrence: string;
  readonly tentative: number;
  readonly busy: number;
  readonly meetingUrl: string | null;
  readonly webUrl: string | null;
}

/** Of the events that overlap a span, none but these start earlier than this before it. */
const LONG_MS = 2_678_400_000;

const COLUMNS = `e.calendar, c.id AS calendarId, c.client_id AS clientId, c.zone AS calendarZone,
  e.remote_id AS remoteId, e.kind, e.master_id AS masterId, e.original_key AS originalKey, e.cancelled, e.title,
  e.location, e.starts_at AS startsAt, e.ends_at AS endsAt, e.start_date AS startDate, e.end_date AS endDate,
  e.zone, e.recurrence, e.tentative, e.busy, e.meeting_url AS meetingUrl, e.web_url AS webUrl`;

/** Only what belongs to a client is visible; what belongs to nobody is shown to nobody. */
const FROM = `FROM calendars c JOIN events e ON e.calendar = c.seq AND e.generation = c.generation
  WHERE c.client_id IS NOT NULL AND c.state = 'present' AND (@clientId IS NULL OR c.client_id = @clientId)`;

const SHORT = `e.kind = 'single' AND e.ends_at - e.starts_at <= ${LONG_MS}
  AND e.starts_at >= @from - ${LONG_MS} AND e.starts_at < @to AND e.ends_at >= @from`;
const LONG = `e.kind = 'single' AND e.ends_at - e.starts_at > ${LONG_MS} AND e.starts_at < @to AND e.ends_at >= @from`;

interface Span {
  readonly from: number;
  readonly to: number;
  readonly clientId: string | null;
}

/** SQL for calendars and their events, as people see them. */
export class CalendarRepository {
  readonly #sql: Sql;

  constructor(sql: Sql) {
    this.#sql = sql;
  }

  calendars(): CalendarView[] {
    const rows = this.#sql
      .prepare(
        `SELECT c.id, c.account_id AS accountId, a.email AS accountEmail, c.name, c.zone, c.color, c.role,
           c.is_primary AS "primary", c.state, c.client_id AS clientId, c.listed_at AS listedAt, c.problem
         FROM calendars c JOIN accounts a ON a.id = c.account_id
         ORDER BY a.created_at, c.is_primary DESC, c.name COLLATE NOCASE`,
      )
      .all() as (Omit<CalendarView, 'primary'> & { primary: number })[];
    return rows.map((row) => ({ ...row, primary: row.primary === 1 }));
  }

  calendar(
    id: string,
  ): { readonly accountId: string; readonly clientId: string | null; readonly name: string } | null {
    const row = this.#sql
      .prepare('SELECT account_id AS accountId, client_id AS clientId, name FROM calendars WHERE id = ?')
      .get(id);
    return (row as { accountId: string; clientId: string | null; name: string } | undefined) ?? null;
  }

  assign(id: string, clientId: string | null): void {
    this.#sql.prepare('UPDATE calendars SET client_id = ? WHERE id = ?').run(clientId, id);
  }

  clientExists(id: string): boolean {
    return this.#sql.prepare('SELECT 1 FROM clients WHERE id = ?').get(id) !== undefined;
  }

  /** Events without a series that touch the span. */
  singles(span: Span): EventRow[] {
    return this.#sql
      .prepare(`SELECT ${COLUMNS} ${FROM} AND ${SHORT} UNION ALL SELECT ${COLUMNS} ${FROM} AND ${LONG}`)
      .all(span) as EventRow[];
  }

  /** Series that start before the span's end. */
  masters(span: Span): EventRow[] {
    return this.#sql
      .prepare(`SELECT ${COLUMNS} ${FROM} AND e.kind = 'master' AND e.starts_at < @to`)
      .all(span) as EventRow[];
  }

  /** Exceptions that touch the span, or whose place in their series may. */
  exceptions(span: Span): EventRow[] {
    const dates = { fromDate: dateOf(span.from - LONG_MS, 'UTC'), toDate: dateOf(span.to, 'UTC') };
    return this.#sql
      .prepare(
        `SELECT ${COLUMNS} ${FROM} AND e.kind = 'exception' AND (
           (e.starts_at < @to AND e.ends_at >= @from)
           OR (e.original_key LIKE '%-%-%' AND e.original_key BETWEEN @fromDate AND @toDate)
           OR (e.original_key NOT LIKE '%-%-%'
             AND CAST(e.original_key AS INTEGER) BETWEEN @from - ${LONG_MS} AND @to))`,
      )
      .all({ ...span, ...dates }) as EventRow[];
  }

  detail(
    calendarId: string,
    remoteId: string,
  ): { readonly description: string; readonly details: string | null } | null {
    const row = this.#sql
      .prepare(
        `SELECT e.description, e.details FROM calendars c JOIN events e ON e.calendar = c.seq AND e.generation = c.generation
         WHERE c.id = ? AND e.remote_id = ? AND c.client_id IS NOT NULL AND c.state = 'present'`,
      )
      .get(calendarId, remoteId);
    return (row as { description: string; details: string | null } | undefined) ?? null;
  }
}
