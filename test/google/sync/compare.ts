import { Temporal } from 'temporal-polyfill';
import type { Store } from '#main/store/store.ts';
import type { EventTime } from '../calendar/types.ts';
import type { FakeGoogle } from '../index.ts';

const timeText = (time: EventTime | undefined): string | null => {
  if (time?.date !== undefined) return time.date;
  return time?.dateTime === undefined ? null : String(Temporal.Instant.from(time.dateTime).epochMilliseconds);
};

/** What a full list would give now, in the fields that a copy keeps. */
export function remoteEvents(google: FakeGoogle, calendarId: string): unknown[] {
  const calendar = google.calendar.calendars.get(calendarId);
  if (!calendar) throw new Error(`no calendar ${calendarId}`);
  const out: { id: string; row: unknown }[] = [];
  for (const { id, body, deleted } of calendar.events.values()) {
    const master = body.recurringEventId;
    if (deleted && (master === undefined || calendar.events.get(master)?.deleted !== false)) continue;
    out.push({
      id,
      row: {
        id,
        title: deleted ? '' : (body.summary ?? ''),
        start: deleted ? null : timeText(body.start),
        end: deleted ? null : timeText(body.end),
        recurrence: deleted ? '' : (body.recurrence ?? []).join('\n'),
        master: master ?? null,
        original: master === undefined ? null : timeText(body.originalStartTime),
        cancelled: deleted ? 1 : 0,
      },
    });
  }
  return out.sort((a, b) => (a.id < b.id ? -1 : 1)).map(({ row }) => row);
}

/** The copy as people see it. */
export function localEvents(store: Store, calendarId: string): unknown[] {
  return store.sql
    .prepare(
      `SELECT e.remote_id AS id, e.title, coalesce(e.start_date, CAST(e.starts_at AS TEXT)) AS start,
         coalesce(e.end_date, CAST(e.ends_at AS TEXT)) AS end, e.recurrence, e.master_id AS master,
         e.original_key AS original, e.cancelled
       FROM events e JOIN calendars c ON c.seq = e.calendar AND c.generation = e.generation
       WHERE c.remote_id = ? ORDER BY e.remote_id`,
    )
    .all(calendarId);
}

/** What lies below the assigned folders of an account: id, parent, name, size. */
export function remoteFiles(google: FakeGoogle, email: string, roots: readonly string[]): unknown[] {
  const { store } = google.drive;
  const out = new Map<string, unknown>();
  const visit = (id: string): void => {
    for (const file of store.children(id)) {
      if (store.isTrashed(file) || !store.canSee(email, file) || out.has(file.id)) continue;
      out.set(file.id, { id: file.id, parent: id, name: file.name, size: file.size ?? null });
      visit(file.id);
    }
  };
  for (const root of roots) {
    const file = store.files.get(root);
    const seen = file
      ? store.canSee(email, file) && !store.isTrashed(file)
      : store.drives.get(root)?.members.has(email);
    if (seen) visit(root);
  }
  return [...out].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

export function localFiles(store: Store, accountId: string): unknown[] {
  return store.sql
    .prepare(
      `SELECT f.remote_id AS id, f.parent_id AS parent, f.name, f.size FROM drive_files f
       JOIN accounts a ON a.id = f.account_id AND a.files_generation = f.generation
       WHERE a.id = ? ORDER BY f.remote_id`,
    )
    .all(accountId);
}

/** Rows that nobody can see any more; after a round there must be none. */
export function leftovers(store: Store): number {
  const row = store.sql
    .prepare(
      `SELECT (SELECT count(*) FROM events e JOIN calendars c ON c.seq = e.calendar WHERE c.generation <> e.generation)
         + (SELECT count(*) FROM drive_files f JOIN accounts a ON a.id = f.account_id WHERE a.files_generation <> f.generation)
         AS n`,
    )
    .get() as { n: number };
  return row.n;
}
