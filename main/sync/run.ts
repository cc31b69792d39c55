import { RemoteError } from '../ports/remote.ts';
import { type AccountRow, AccountRows } from './account-rows.ts';
import { pullCalendarList } from './calendar-list-pull.ts';
import type { CalendarPull } from './calendar-pull.ts';
import { CalendarRows } from './calendar-rows.ts';
import type { DrivePull } from './drive-pull.ts';
import type { SyncParts } from './parts.ts';
import type { RunProgress } from './progress.ts';

/** Problems of one calendar that do not concern the others. */
const ownProblems = new Set(['denied', 'failed', 'cursor_expired']);

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
  progress: RunProgress,
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
  progress: RunProgress,
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

/** Keeps the outcome of a round, writing only when there is something new to say. */
export function keepOutcome(parts: SyncParts, accountId: string, problem: string | null): void {
  const rows = new AccountRows(parts.store.sql);
  const account = rows.get(accountId);
  if (!account) return;
  const now = parts.clock.now();
  if (problem === null) {
    const recent = account.succeededAt !== null && Math.abs(now - account.succeededAt) < 60 * 60_000;
    if (account.problem === null && recent) return;
  } else if (problem === account.problem) return;
  parts.store.write((announce) => {
    if (problem === null) rows.succeeded(accountId, now);
    else rows.failed(accountId, problem, now);
    announce('accounts');
  });
}
