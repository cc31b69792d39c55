import { Temporal } from 'temporal-polyfill';

/** Which of two equal wall-clock times is meant, on the night the clocks go back. */
export type Occurrence = 'earlier' | 'later';

/** What a wall-clock time means in a zone; instants are UTC milliseconds. */
export type Resolved =
  | { readonly kind: 'one'; readonly at: number }
  /** The clocks go back: the time happens twice. */
  | { readonly kind: 'two'; readonly earlier: number; readonly later: number }
  /** The clocks go forward: the time never happens; they jump at `at`, to the wall-clock time `next`. */
  | { readonly kind: 'none'; readonly at: number; readonly next: string };

/** Finds the instants of `date` (ISO) and `time` (`HH:MM`) in an IANA zone. */
export function resolveLocal(date: string, time: string, zone: string): Resolved {
  const wall = Temporal.PlainDate.from(date).toPlainDateTime(Temporal.PlainTime.from(time));
  const earlier = wall.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const later = wall.toZonedDateTime(zone, { disambiguation: 'later' });
  if (earlier.epochMilliseconds === later.epochMilliseconds) {
    return { kind: 'one', at: earlier.epochMilliseconds };
  }
  if (earlier.toPlainDateTime().equals(wall)) {
    return { kind: 'two', earlier: earlier.epochMilliseconds, later: later.epochMilliseconds };
  }
  const jump = earlier.getTimeZoneTransition('next');
  const after = jump && jump.epochMilliseconds <= later.epochMilliseconds ? jump : later;
  return {
    kind: 'none',
    at: after.epochMilliseconds,
    next: after.toPlainTime().toString({ smallestUnit: 'minute' }),
  };
}

/** The wall-clock date and time of an instant (UTC milliseconds) in a zone. */
export function localOf(at: number, zone: string): { readonly date: string; readonly time: string } {
  const zoned = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return {
    date: zoned.toPlainDate().toString(),
    time: zoned.toPlainTime().toString({ smallestUnit: 'minute', roundingMode: 'trunc' }),
  };
}

/** Which of two equal wall-clock times an instant (UTC milliseconds) is in; null where its time happens once. */
export function occurrenceOf(at: number, zone: string): Occurrence | null {
  const { date, time } = localOf(at, zone);
  const found = resolveLocal(date, time, zone);
  if (found.kind !== 'two') return null;
  return at >= found.later ? 'later' : 'earlier';
}

/** The ISO date of an instant (UTC milliseconds) in a zone. */
export function dateOf(at: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDate().toString();
}
