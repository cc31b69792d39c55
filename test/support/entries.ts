import { expect } from 'vitest';
import type { AddInput, EntryView } from '#shared/ipc/time.ts';
import { FakeClock } from './clock.ts';
import { addClients, northwind, openTime } from './time.ts';

type Time = ReturnType<typeof openTime>;

/** The time feature on 25 November 2026, 11:42:17.5 in Berlin, with two clients. */
export function openEntries(): Time {
  const time = openTime(undefined, new FakeClock('2026-11-25T10:42:17.500Z', 'Europe/Berlin'));
  addClients(time.store);
  return time;
}

/** Adds an entry by hand: that day from 9:00 to 10:15, but for the changes. */
export function addEntry(time: Time, changes: Partial<AddInput> = {}): EntryView {
  return time.handlers['time.add']({
    clientId: northwind,
    start: { date: '2026-11-25', time: '09:00' },
    end: { date: '2026-11-25', time: '10:15' },
    zone: 'Europe/Berlin',
    ...changes,
  }) as EntryView;
}

/** The error that stands at these fields. */
export const refusedAt = (fields: Record<string, string>) =>
  expect.objectContaining({ code: 'invalid_input', details: expect.objectContaining({ fields }) });
