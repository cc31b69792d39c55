import type { RemoteCalendarChange } from '../ports/calendar-gateway.ts';
import { RemoteError } from '../ports/remote.ts';
import { CalendarRows } from './calendar-rows.ts';
import type { SyncParts } from './parts.ts';

/** Brings the list of an account's calendars up to date, from its cursor or from the beginning. */
export async function pullCalendarList(
  parts: SyncParts,
  accountId: string,
  signal: AbortSignal,
): Promise<void> {
  const rows = new CalendarRows(parts.store.sql);
  const cursor = rows.listCursor(accountId);
  try {
    await pull(parts, rows, accountId, cursor, signal);
  } catch (error) {
    if (!(error instanceof RemoteError) || error.problem !== 'cursor_expired') throw error;
    parts.logger.info('sync.calendars.again', { account: accountId });
    await pull(parts, rows, accountId, null, signal);
  }
}

async function pull(
  parts: SyncParts,
  rows: CalendarRows,
  accountId: string,
  cursor: string | null,
  signal: AbortSignal,
): Promise<void> {
  const changes: RemoteCalendarChange[] = [];
  let page: string | null = null;
  let next: string | null = null;
  do {
    const at: string | null = page;
    const answer: Awaited<ReturnType<typeof parts.calendars.calendars>> = await parts.backoff.run(
      accountId,
      signal,
      () => parts.calendars.calendars(accountId, { cursor, page: at }, signal),
    );
    changes.push(...answer.changes);
    page = answer.nextPage;
    next = answer.nextCursor;
  } while (page !== null);

  if (cursor !== null && changes.length === 0) return;
  parts.store.write((announce) => {
    let changed = false;
    const present = new Set<string>();
    for (const change of changes) {
      if (change.kind === 'removed') {
        changed = rows.lose(accountId, change.id) || changed;
        continue;
      }
      present.add(change.calendar.id);
      changed = rows.put(accountId, change.calendar, () => parts.ids.next()) || changed;
    }
    if (cursor === null) {
      for (const row of rows.ofAccount(accountId)) {
        if (!present.has(row.remoteId)) changed = rows.lose(accountId, row.remoteId) || changed;
      }
    }
    rows.keepListCursor(accountId, next);
    if (changed) announce('calendar');
  });
}
