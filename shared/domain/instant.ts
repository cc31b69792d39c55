import { Temporal } from 'temporal-polyfill';

/** RFC 3339 text with an offset as milliseconds since 1970 UTC. @throws RangeError for anything else. */
export function parseInstant(text: string): number {
  return Temporal.Instant.from(text).epochMilliseconds;
}

/** Midnight UTC of an ISO date as milliseconds: a date's place on the axis of instants, whatever the zone. */
export function utcMidnight(date: string): number {
  return Temporal.PlainDate.from(date).toZonedDateTime('UTC').epochMilliseconds;
}
