import { Temporal } from 'temporal-polyfill';
import { errors } from '../google-error.ts';
import type { EventTime, GoogleEvent } from './types.ts';

const ID = /^[a-v0-9]{5,1024}$/;
const RULE = /^(RRULE|EXRULE|RDATE|EXDATE)[:;]/;
/** Set by the server only; a client may send them back and they are ignored. */
const READ_ONLY = [
  'kind',
  'etag',
  'htmlLink',
  'created',
  'updated',
  'creator',
  'hangoutLink',
  'recurringEventId',
];

function epoch(time: EventTime, calendarZone: string): number {
  if (time.date !== undefined)
    return Temporal.PlainDate.from(time.date).toZonedDateTime('UTC').epochMilliseconds;
  const text = time.dateTime ?? '';
  if (/(Z|[+-]\d\d:\d\d)$/.test(text)) return Temporal.Instant.from(text).epochMilliseconds;
  return Temporal.PlainDateTime.from(text).toZonedDateTime(time.timeZone ?? calendarZone).epochMilliseconds;
}

/** Checks what a client wants to store. @throws Google's 400 bodies. */
export function checkEvent(event: GoogleEvent, calendarZone: string): void {
  if (event.id !== undefined && !ID.test(event.id) && !event.recurringEventId)
    throw errors.invalid('id', 'Invalid resource id value.');
  const { start, end } = event;
  if (!start || (start.date === undefined && start.dateTime === undefined))
    throw errors.required('start time');
  if (!end || (end.date === undefined && end.dateTime === undefined)) throw errors.required('end time');
  if ((start.date === undefined) !== (end.date === undefined))
    throw errors.invalid('start', 'Invalid start time.');
  if (start.date !== undefined && start.dateTime !== undefined)
    throw errors.invalid('start', 'Invalid start time.');
  let from: number;
  let to: number;
  try {
    from = epoch(start, calendarZone);
    to = epoch(end, calendarZone);
  } catch {
    throw errors.badRequest();
  }
  if (to < from || (start.date !== undefined && to === from)) throw errors.emptyRange();
  for (const line of event.recurrence ?? [])
    if (!RULE.test(line)) throw errors.invalid('recurrence', 'Invalid recurrence rule.');
  if (event.recurrence?.length && start.dateTime !== undefined && !start.timeZone) {
    throw errors.badRequest('Missing time zone definition for start time.');
  }
}

/** Drops what only the server sets. */
export function withoutReadOnly(body: GoogleEvent): GoogleEvent {
  const out = { ...body };
  for (const field of READ_ONLY) delete out[field];
  return out;
}

/** Patch as Google does it: objects are merged, arrays replaced, null removes. */
export function mergePatch(base: unknown, patch: unknown): unknown {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch)) return patch;
  const from = typeof base === 'object' && base !== null && !Array.isArray(base) ? base : {};
  const out: Record<string, unknown> = { ...from };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete out[key];
    else out[key] = mergePatch(out[key], value);
  }
  return out;
}
