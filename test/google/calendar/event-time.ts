import { Temporal } from 'temporal-polyfill';
import type { EventTime, GoogleEvent } from './types.ts';

const HAS_OFFSET = /(Z|[+-]\d\d:\d\d)$/;

/** Answers always carry the offset, whatever the client left out. */
export function withOffset(
  event: GoogleEvent,
  field: 'start' | 'end' | 'originalStartTime',
  calendarZone: string,
): Partial<GoogleEvent> {
  const time: EventTime | undefined = event[field];
  if (time?.dateTime === undefined || HAS_OFFSET.test(time.dateTime)) return {};
  const zoned = Temporal.PlainDateTime.from(time.dateTime).toZonedDateTime(time.timeZone ?? calendarZone);
  const dateTime = zoned.toString({ timeZoneName: 'never', smallestUnit: 'second' });
  return { [field]: { ...time, dateTime, timeZone: time.timeZone ?? calendarZone } };
}
