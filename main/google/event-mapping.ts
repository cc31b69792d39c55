import { parseInstant } from '#shared/domain/instant.ts';
import type { RemoteEvent, RemoteEventChange, RemoteTime } from '../ports/calendar-gateway.ts';

type Raw = Readonly<Record<string, unknown>>;

/** Fields that a later edit must not lose, kept as they came. */
const keptFields = [
  'attendees',
  'attendeesOmitted',
  'organizer',
  'reminders',
  'visibility',
  'colorId',
  'extendedProperties',
  'guestsCanModify',
  'sequence',
  'eventType',
] as const;

// Checked by hand and not by a schema: a first sync reads a hundred thousand of these, and checking them must
// not cost more than reading them.

function text(raw: Raw, field: string): string | null {
  const value = raw[field];
  if (value === undefined) return null;
  if (typeof value !== 'string') throw new TypeError(`event.${field} is no text`);
  return value;
}

function object(raw: Raw, field: string): Raw | null {
  const value = raw[field];
  if (value === undefined) return null;
  if (typeof value !== 'object' || value === null) throw new TypeError(`event.${field} is no object`);
  return value as Raw;
}

function texts(raw: Raw, field: string): readonly string[] {
  const value = raw[field];
  if (value === undefined) return [];
  if (!Array.isArray(value) || value.some((item) => typeof item !== 'string')) {
    throw new TypeError(`event.${field} is no list of texts`);
  }
  return value as string[];
}

function timeOf(raw: Raw, field: string): RemoteTime | null {
  const value = object(raw, field);
  if (value === null) return null;
  const date = text(value, 'date');
  if (date !== null) return { kind: 'date', date };
  const dateTime = text(value, 'dateTime');
  return dateTime === null
    ? null
    : { kind: 'instant', at: parseInstant(dateTime), zone: text(value, 'timeZone') };
}

/** Names an occurrence by where it would have started: UTC milliseconds as text, or its date. */
function originalKey(raw: Raw): string | null {
  const at = timeOf(raw, 'originalStartTime');
  if (!at) return null;
  return at.kind === 'date' ? at.date : String(at.at);
}

function httpsOnly(address: unknown): string | null {
  return typeof address === 'string' && address.startsWith('https://') ? address : null;
}

function videoOf(raw: Raw): string | null {
  const points = object(raw, 'conferenceData')?.entryPoints;
  if (!Array.isArray(points)) return null;
  const video = points.find((point: Raw) => point?.entryPointType === 'video') as Raw | undefined;
  return httpsOnly(video?.uri);
}

function detailsOf(raw: Raw): string | null {
  const kept: Record<string, unknown> = {};
  for (const field of keptFields) if (raw[field] !== undefined) kept[field] = raw[field];
  return Object.keys(kept).length === 0 ? null : JSON.stringify(kept);
}

/** One item of events.list. @throws TypeError or RangeError when the service answers what it never should. */
export function mapEvent(item: unknown): RemoteEventChange {
  if (typeof item !== 'object' || item === null) throw new TypeError('event is no object');
  const raw = item as Raw;
  const id = text(raw, 'id');
  if (!id) throw new TypeError('event.id is missing');
  const status = text(raw, 'status');
  const cancelled = status === 'cancelled';
  const series = text(raw, 'recurringEventId');
  const key = series === null ? null : originalKey(raw);
  const exception = series !== null && key !== null;
  if (cancelled && !exception) return { kind: 'removed', id };
  const recurrence = texts(raw, 'recurrence');
  const updated = text(raw, 'updated');
  const event: RemoteEvent = {
    kind: exception ? 'exception' : recurrence.length > 0 ? 'master' : 'single',
    id,
    etag: text(raw, 'etag') ?? '',
    masterId: exception ? series : null,
    originalKey: key,
    cancelled,
    title: text(raw, 'summary') ?? '',
    location: text(raw, 'location') ?? '',
    description: text(raw, 'description') ?? '',
    start: timeOf(raw, 'start'),
    end: timeOf(raw, 'end'),
    recurrence,
    tentative: status === 'tentative',
    busy: raw.transparency !== 'transparent',
    meetingUrl: videoOf(raw) ?? httpsOnly(raw.hangoutLink),
    webUrl: httpsOnly(raw.htmlLink),
    updatedAt: updated === null ? 0 : parseInstant(updated),
    details: cancelled ? null : detailsOf(raw),
  };
  return { kind: 'present', event };
}
