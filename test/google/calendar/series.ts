import { Temporal } from 'temporal-polyfill';
import { expandMaster } from './instances.ts';
import type { CalendarStore } from './store.ts';
import type { EventTime, GoogleEvent } from './types.ts';

const INSTANCE = /^(.+)_(\d{8})(?:T(\d{6})Z)?$/;

function shift(start: EventTime, end: EventTime, original: EventTime): EventTime {
  if (original.date !== undefined && start.date !== undefined && end.date !== undefined) {
    const days = Temporal.PlainDate.from(start.date).until(end.date).days;
    return { date: Temporal.PlainDate.from(original.date).add({ days }).toString() };
  }
  const zone = original.timeZone ?? 'UTC';
  const length = Temporal.Instant.from(start.dateTime ?? '').until(Temporal.Instant.from(end.dateTime ?? ''));
  const from = Temporal.Instant.from(original.dateTime ?? '').toZonedDateTimeISO(zone);
  return {
    dateTime: from.add(length).toString({ timeZoneName: 'never', smallestUnit: 'second' }),
    timeZone: zone,
  };
}

/**
 * The body of one occurrence that nobody changed yet, found by its id.
 * Undefined when the id names no occurrence of a living series.
 */
export function virtualInstance(calendar: CalendarStore, id: string): GoogleEvent | undefined {
  const match = INSTANCE.exec(id);
  const master = match && calendar.events.get(match[1] ?? '');
  if (!match || !master || master.deleted || !master.body.recurrence) return undefined;
  const date = match[2] ?? '';
  const iso = `${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6, 8)}`;
  const time = match[3];
  const epoch = Temporal.Instant.from(
    `${iso}T${time ? `${time.slice(0, 2)}:${time.slice(2, 4)}:${time.slice(4, 6)}` : '00:00:00'}Z`,
  ).epochMilliseconds;
  const [found] = expandMaster(master.body, calendar.timeZone, epoch, epoch + 1, 100_000);
  if (found?.id !== id) return undefined;
  const { recurrence: _rule, etag: _etag, id: _id, ...rest } = master.body;
  return {
    ...rest,
    id,
    recurringEventId: master.id,
    originalStartTime: found.original,
    start: found.original,
    end: shift(master.body.start ?? {}, master.body.end ?? {}, found.original),
  };
}
