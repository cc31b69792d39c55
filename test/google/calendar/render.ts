import type { GoogleEvent, Role, StoredEvent } from './types.ts';

const BUSY_FIELDS = [
  'kind',
  'etag',
  'id',
  'status',
  'start',
  'end',
  'recurrence',
  'recurringEventId',
  'originalStartTime',
  'updated',
  'iCalUID',
  'eventType',
];

function only(body: GoogleEvent, fields: readonly string[]): GoogleEvent {
  const out: GoogleEvent = {};
  for (const field of fields) if (body[field] !== undefined) out[field] = body[field];
  return out;
}

/**
 * What a reader with this role is given. Deleted events carry little: a removed occurrence keeps what
 * identifies it, other tombstones sometimes keep their body and sometimes only id and status.
 */
export function renderEvent(event: StoredEvent, role: Role): GoogleEvent {
  const { body } = event;
  if (event.deleted) {
    if (body.recurringEventId) {
      return only(body, ['kind', 'etag', 'id', 'status', 'recurringEventId', 'originalStartTime']);
    }
    return event.order < 0.5 ? only(body, ['kind', 'etag', 'id', 'status']) : body;
  }
  const hidden = body.visibility === 'private' || body.visibility === 'confidential';
  if (role === 'freeBusyReader' || (role === 'reader' && hidden)) {
    return { ...only(body, BUSY_FIELDS), visibility: 'private' };
  }
  return body;
}

/** The same as JSON text, kept with the event while nobody changes it. */
export function renderEventJson(event: StoredEvent, role: Role): string {
  if (role !== 'owner' && role !== 'writer') return JSON.stringify(renderEvent(event, role));
  event.json ??= JSON.stringify(renderEvent(event, role));
  return event.json;
}
