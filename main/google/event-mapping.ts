import { z } from 'zod';
import { parseInstant } from '#shared/domain/instant.ts';
import type { RemoteEvent, RemoteEventChange, RemoteTime } from '../ports/calendar-gateway.ts';

const time = z.object({
  date: z.string().optional(),
  dateTime: z.string().optional(),
  timeZone: z.string().optional(),
});

/** What the copy relies on; anything else in the answer is let through untouched or dropped. */
const eventSchema = z.object({
  id: z.string().min(1),
  etag: z.string().default(''),
  status: z.enum(['confirmed', 'tentative', 'cancelled']).default('confirmed'),
  summary: z.string().default(''),
  description: z.string().default(''),
  location: z.string().default(''),
  start: time.optional(),
  end: time.optional(),
  recurrence: z.array(z.string()).optional(),
  recurringEventId: z.string().optional(),
  originalStartTime: time.optional(),
  transparency: z.string().optional(),
  hangoutLink: z.string().optional(),
  conferenceData: z
    .object({
      entryPoints: z
        .array(z.object({ entryPointType: z.string().optional(), uri: z.string().optional() }))
        .optional(),
    })
    .optional(),
  htmlLink: z.string().optional(),
  updated: z.string().optional(),
});

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

function timeOf(value: z.infer<typeof time> | undefined): RemoteTime | null {
  if (value?.date !== undefined) return { kind: 'date', date: value.date };
  if (value?.dateTime === undefined) return null;
  return { kind: 'instant', at: parseInstant(value.dateTime), zone: value.timeZone ?? null };
}

/** Names an occurrence by where it would have started: UTC milliseconds as text, or its date. */
function originalKey(value: z.infer<typeof time> | undefined): string | null {
  const at = timeOf(value);
  if (!at) return null;
  return at.kind === 'date' ? at.date : String(at.at);
}

function httpsOnly(address: string | undefined): string | null {
  return address?.startsWith('https://') ? address : null;
}

function detailsOf(raw: Record<string, unknown>): string | null {
  const kept: Record<string, unknown> = {};
  for (const field of keptFields) if (raw[field] !== undefined) kept[field] = raw[field];
  return Object.keys(kept).length === 0 ? null : JSON.stringify(kept);
}

/** One item of events.list. @throws ZodError or RangeError when the service answers what it never should. */
export function mapEvent(raw: Record<string, unknown>): RemoteEventChange {
  const event = eventSchema.parse(raw);
  const cancelled = event.status === 'cancelled';
  const key = originalKey(event.originalStartTime);
  const exception = event.recurringEventId !== undefined && key !== null;
  if (cancelled && !exception) return { kind: 'removed', id: event.id };
  const video = event.conferenceData?.entryPoints?.find((e) => e.entryPointType === 'video')?.uri;
  const mapped: RemoteEvent = {
    kind: exception ? 'exception' : event.recurrence?.length ? 'master' : 'single',
    id: event.id,
    etag: event.etag,
    masterId: exception ? (event.recurringEventId ?? null) : null,
    originalKey: exception ? key : null,
    cancelled,
    title: event.summary,
    location: event.location,
    description: event.description,
    start: timeOf(event.start),
    end: timeOf(event.end),
    recurrence: event.recurrence ?? [],
    tentative: event.status === 'tentative',
    busy: event.transparency !== 'transparent',
    meetingUrl: httpsOnly(video) ?? httpsOnly(event.hangoutLink),
    webUrl: httpsOnly(event.htmlLink),
    updatedAt: event.updated === undefined ? 0 : parseInstant(event.updated),
    details: cancelled ? null : detailsOf(raw),
  };
  return { kind: 'present', event: mapped };
}
