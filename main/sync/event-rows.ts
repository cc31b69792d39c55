import type { Statement } from 'better-sqlite3';
import { utcMidnight } from '#shared/domain/instant.ts';
import type { RemoteEvent, RemoteEventChange, RemoteTime } from '../ports/calendar-gateway.ts';
import type { Sql } from '../store/open.ts';

const SWEEP = 200;

function utcOf(time: RemoteTime | null): number | null {
  if (time === null) return null;
  if (time.kind === 'instant') return time.at;
  return utcMidnight(time.date);
}

const dateOf = (time: RemoteTime | null): string | null => (time?.kind === 'date' ? time.date : null);

/** SQL for the copy of remote events. Every method runs inside the caller's transaction. */
export class EventRows {
  readonly #put: Statement;
  readonly #remove: Statement;
  readonly #removeExceptions: Statement;
  readonly #sweep: Statement;
  readonly #unused: Statement;

  constructor(sql: Sql) {
    this.#put = sql.prepare(`
      INSERT INTO events (calendar, generation, remote_id, etag, kind, master_id, original_key, cancelled, title,
        location, description, starts_at, ends_at, start_date, end_date, zone, recurrence, tentative, busy,
        meeting_url, web_url, details, updated_at)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      ON CONFLICT (calendar, generation, remote_id) DO UPDATE SET
        etag = excluded.etag, kind = excluded.kind, master_id = excluded.master_id,
        original_key = excluded.original_key, cancelled = excluded.cancelled, title = excluded.title,
        location = excluded.location, description = excluded.description, starts_at = excluded.starts_at,
        ends_at = excluded.ends_at, start_date = excluded.start_date, end_date = excluded.end_date,
        zone = excluded.zone, recurrence = excluded.recurrence, tentative = excluded.tentative,
        busy = excluded.busy, meeting_url = excluded.meeting_url, web_url = excluded.web_url,
        details = excluded.details, updated_at = excluded.updated_at`);
    this.#remove = sql.prepare('DELETE FROM events WHERE calendar = ? AND generation = ? AND remote_id = ?');
    this.#removeExceptions = sql.prepare(
      "DELETE FROM events WHERE kind = 'exception' AND calendar = ? AND generation = ? AND master_id = ?",
    );
    this.#sweep = sql.prepare(
      `DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE calendar = ? AND generation = ? LIMIT ${SWEEP})`,
    );
    // Two seeks in the index instead of a walk over every event of the calendar.
    this.#unused = sql.prepare(`
      SELECT min(generation) AS generation FROM events WHERE calendar = @calendar AND generation < @visible
      UNION ALL
      SELECT min(generation) FROM events WHERE calendar = @calendar AND generation > @visible`);
  }

  apply(calendar: number, generation: number, change: RemoteEventChange): void {
    if (change.kind === 'removed') this.remove(calendar, generation, change.id);
    else this.#write(calendar, generation, change.event);
  }

  /** Removes an event; for a master its exceptions go with it. */
  remove(calendar: number, generation: number, remoteId: string): void {
    this.#remove.run(calendar, generation, remoteId);
    this.#removeExceptions.run(calendar, generation, remoteId);
  }

  /** Deletes some rows of a generation; false when none were left. */
  sweep(calendar: number, generation: number): boolean {
    return this.#sweep.run(calendar, generation).changes > 0;
  }

  /** A generation that is not the visible one: leftovers of a list that was replaced or interrupted. */
  otherGeneration(calendar: number, visible: number): number | null {
    const rows = this.#unused.all({ calendar, visible }) as { generation: number | null }[];
    return rows.find((row) => row.generation !== null)?.generation ?? null;
  }

  #write(calendar: number, generation: number, event: RemoteEvent): void {
    const zone = event.start?.kind === 'instant' ? event.start.zone : null;
    this.#put.run(
      calendar,
      generation,
      event.id,
      event.etag,
      event.kind,
      event.masterId,
      event.originalKey,
      event.cancelled ? 1 : 0,
      event.title,
      event.location,
      event.description,
      utcOf(event.start),
      utcOf(event.end),
      dateOf(event.start),
      dateOf(event.end),
      zone,
      event.recurrence.join('\n'),
      event.tentative ? 1 : 0,
      event.busy ? 1 : 0,
      event.meetingUrl,
      event.webUrl,
      event.details,
      event.updatedAt,
    );
  }
}
