import { useMemo } from 'react';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { useRead } from '../../lib/queries.ts';

/** Keys of the events that have become time entries, within the shown dates. */
export function useEntryOf(clientId: string, dates: readonly string[]): ReadonlySet<string> {
  const filter = { clientId, fromDate: dates[0] ?? null, toDate: dates.at(-1) ?? null };
  const { data } = useRead('time.list', { filter, offset: 0, limit: 500 }, { keepPrevious: true });
  return useMemo(() => new Set(data?.rows.flatMap(({ eventKey }) => eventKey ?? [])), [data]);
}

/** Whether it can be tracked: it has a length on the clock, and has begun. @param now UTC milliseconds. */
export function canBeTracked(item: OccurrenceView, now: number): boolean {
  return !item.allDay && item.end > item.start && item.start <= now;
}
