import { Temporal } from 'temporal-polyfill';

/** The calendar day on which `now` (UTC milliseconds) falls in `zone`: its ISO date, and the instants it spans. */
export function dayBounds(now: number, zone: string) {
  const day = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(zone).startOfDay();
  return {
    date: day.toPlainDate().toString(),
    now,
    start: day.epochMilliseconds,
    end: day.add({ days: 1 }).startOfDay().epochMilliseconds,
  };
}
