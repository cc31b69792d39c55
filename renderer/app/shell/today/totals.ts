import { MINUTE } from '#shared/domain/duration.ts';
import { minutesInSequence } from '#shared/domain/minutes.ts';
import { clip, length } from '#shared/domain/spans.ts';
import type { EntryView, TodayTotals } from '#shared/ipc/time.ts';
import type { TrackedPart } from '../../../ui/tracked/TrackedBar.tsx';

/** A client's time today. */
export interface TodayRow extends TrackedPart {
  /** Whole minutes, in milliseconds: the rows add up to the day's total as it is shown. */
  readonly shown: number;
  readonly running: boolean;
}

/**
 * Today by client, most first; what runs counts up to `counted` (UTC milliseconds) as far as it lies in the day, also
 * for a client that has nothing else yet.
 */
export function todayRows(
  today: TodayTotals,
  running: EntryView | null,
  counted: number,
): readonly TodayRow[] {
  const span = running && clip({ from: running.startedAt, to: Math.max(running.startedAt, counted) }, today);
  const open = span ? length(span) : 0;
  const known = running === null || today.clients.some(({ clientId }) => clientId === running.clientId);
  const clients = known ? today.clients : [...today.clients, { ...running, closed: 0 }];
  const rows = clients
    .map((client) => {
      const runs = client.clientId === running?.clientId;
      return {
        id: client.clientId,
        name: client.clientName,
        colour: client.clientColor,
        milliseconds: client.closed + (runs ? open : 0),
        running: runs,
      };
    })
    .sort((a, b) => b.milliseconds - a.milliseconds);
  const minutes = minutesInSequence(rows.map((row) => row.milliseconds));
  return rows.map((row, index) => ({ ...row, shown: (minutes[index] ?? 0) * MINUTE }));
}
