import { RemoteError } from '../ports/remote.ts';
import type { AccountRow } from './account-rows.ts';
import { pullCalendarList } from './calendar-list-pull.ts';
import type { CalendarPull } from './calendar-pull.ts';
import { CalendarRows } from './calendar-rows.ts';
import type { DrivePull } from './drive-pull.ts';
import type { SyncParts } from './parts.ts';
import type { RoundWatch } from './rounds.ts';

/** Problems of one calendar that do not concern the others. */
const ownProblems = new Set(['denied', 'failed', 'unreadable', 'cursor_expired']);

export interface RunTools {
  readonly parts: SyncParts;
  readonly calendarPull: CalendarPull;
  readonly drivePull: DrivePull;
}

/** One round over an account. Throws RemoteError when the round could not be finished. */
export async function runAccount(
  tools: RunTools,
  account: AccountRow,
  withList: boolean,
  progress: RoundWatch,
  signal: AbortSignal,
): Promise<void> {
  if (account.readsCalendar) {
    if (withList) {
      progress.phase('calendars', null);
      await pullCalendarList(tools.parts, account.id, signal);
    }
    await runCalendars(tools, account.id, progress, signal);
  }
  if (account.readsFiles) {
    progress.phase('files', null);
    await tools.drivePull.pull(account.id, (seen) => progress.seen(seen), signal);
  }
}

async function runCalendars(
  { parts, calendarPull }: RunTools,
  accountId: string,
  progress: RoundWatch,
  signal: AbortSignal,
): Promise<void> {
  const rows = new CalendarRows(parts.store.sql);
  const all = rows.ofAccount(accountId);
  const mine = all.filter((row) => row.clientId !== null && row.state === 'present');
  progress.phase('events', mine.length);
  let failure: RemoteError | null = null;
  for (const row of mine) {
    try {
      await calendarPull.pull(row, (seen) => progress.seen(seen), signal);
    } catch (error) {
      if (!(error instanceof RemoteError) || !ownProblems.has(error.problem)) throw error;
      failure = error;
      parts.store.write(() => rows.setProblem(row.seq, error.problem));
    }
    progress.step();
  }
  // Events of a calendar that belongs to nobody, or is gone, are not kept.
  for (const row of all.filter((each) => !mine.includes(each))) {
    if (row.cursor !== null) parts.store.write(() => rows.empty(row.seq));
    const emptied = rows.get(row.seq);
    if (emptied) await calendarPull.sweep(emptied);
  }
  if (failure) throw failure;
}
