import { startOfDay } from '#shared/domain/dates.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import type { ExpansionLimits, SeriesPlace } from '#shared/domain/recurrence.ts';
import type { OccurrencesView, OccurrenceView } from '#shared/ipc/calendar.ts';
import type { EventRow } from './repository.ts';
import type { SeriesCache } from './series-cache.ts';

/** All-day items are dates; a span of instants touches dates that are up to this far away in UTC. */
const ZONE_SLACK = 36 * 3_600_000;

/** For one question: enough for thousands of series, and an end to every freeze. */
const TOTAL_MS = 1_500;

export interface Question {
  readonly from: number;
  readonly to: number;
  /** IANA; where the days of all-day items lie. */
  readonly zone: string;
}

interface Parts {
  readonly singles: readonly EventRow[];
  readonly masters: readonly EventRow[];
  readonly exceptions: readonly EventRow[];
}

/** How far rows must be asked for, so that all-day items of any zone are among them. */
export function widened({ from, to }: Question): { readonly from: number; readonly to: number } {
  return { from: from - ZONE_SLACK, to: to + ZONE_SLACK };
}

/** Puts together what a person sees in [from, to): single events, series without their exceptions, exceptions. */
export function occurrences(
  parts: Parts,
  question: Question,
  cache: SeriesCache,
  now: () => number,
): OccurrencesView {
  const items: OccurrenceView[] = [];
  const cutOff: { eventId: string; clientId: string; title: string }[] = [];
  const add = (row: EventRow, place: SeriesPlace | null): void => {
    const item = occurrence(row, place, question.zone);
    if (item && item.start < question.to && touches(item, question.from)) items.push(item);
  };
  for (const row of parts.singles) add(row, null);

  const replaced = new Map<string, Set<string>>();
  for (const row of parts.exceptions) {
    const key = `${row.calendar} ${row.masterId}`;
    const keys = replaced.get(key) ?? new Set<string>();
    if (row.originalKey !== null) keys.add(row.originalKey);
    replaced.set(key, keys);
    if (row.cancelled === 0) add(row, null);
  }

  const deadline = now() + TOTAL_MS;
  for (const row of parts.masters) {
    const gone = replaced.get(`${row.calendar} ${row.remoteId}`);
    const expanded = expandMaster(
      row,
      question,
      cache,
      { places: 1_000, milliseconds: 50, now },
      now() > deadline,
    );
    if (expanded.cutOff) cutOff.push({ eventId: eventId(row), clientId: row.clientId, title: row.title });
    const near = widened(question);
    const length = (row.endsAt ?? 0) - (row.startsAt ?? 0);
    for (const place of expanded.places) {
      if (place.at >= near.to || place.at + length < near.from || gone?.has(place.key)) continue;
      add(row, place);
    }
  }
  items.sort((a, b) => a.start - b.start || b.end - a.end || (a.key < b.key ? -1 : 1));
  return { items, cutOff };
}

/** Touching at a point counts for events without a length only. */
function touches(item: OccurrenceView, from: number): boolean {
  return item.end > from || (item.end === item.start && item.start >= from);
}

function expandMaster(
  row: EventRow,
  question: Question,
  cache: SeriesCache,
  limits: ExpansionLimits,
  late: boolean,
) {
  if (late || row.startsAt === null) return { places: [], cutOff: true };
  const { from, to } = widened(question);
  const length = (row.endsAt ?? row.startsAt) - row.startsAt;
  const start =
    row.startDate !== null
      ? ({ kind: 'date', date: row.startDate } as const)
      : ({ kind: 'instant', at: row.startsAt, zone: row.zone ?? row.calendarZone } as const);
  return cache.expand({ start, lines: row.recurrence.split('\n') }, from - length, to, limits);
}

const eventId = (row: EventRow): string => `${row.calendarId}/${row.remoteId}`;

function occurrence(row: EventRow, place: SeriesPlace | null, zone: string): OccurrenceView | null {
  if (row.startsAt === null) return null;
  const length = Math.max(0, (row.endsAt ?? row.startsAt) - row.startsAt);
  const at = place?.at ?? row.startsAt;
  const series = row.masterId ?? row.remoteId;
  const slot = place?.key ?? row.originalKey ?? '';
  const allDay = row.startDate !== null;
  const startDate = allDay ? dateOf(at, 'UTC') : null;
  const endDate = allDay ? dateOf(at + Math.max(length, 86_400_000), 'UTC') : null;
  return {
    key: `${row.calendarId}/${series}/${slot}`,
    eventId: eventId(row),
    calendarId: row.calendarId,
    clientId: row.clientId,
    title: row.title,
    location: row.location,
    start: startDate === null ? at : startOfDay(startDate, zone),
    end: endDate === null ? at + length : startOfDay(endDate, zone),
    allDay,
    startDate,
    endDate,
    zone: row.zone,
    recurring: row.kind !== 'single',
    tentative: row.tentative === 1,
    busy: row.busy === 1,
    meetingUrl: row.meetingUrl,
    webUrl: row.webUrl,
  };
}
