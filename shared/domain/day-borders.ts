import { Temporal } from 'temporal-polyfill';

const day = 86_400_000;

/**
 * The instants (UTC ms) at which the dates `from` to `to` (ISO, both included) begin in a zone, and the end of the
 * last one: one more than there are dates, never falling. The calendar is asked only where the clocks change;
 * between two changes a day is 24 hours after the one before.
 */
export function dayBorders(from: string, to: string, zone: string): number[] {
  let date = Temporal.PlainDate.from(from);
  const count = date.until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days + 1;
  const borders = [startOf(date, zone)];
  while (borders.length <= count) {
    const last = borders.at(-1) as number;
    const here = Temporal.Instant.fromEpochMilliseconds(last).toZonedDateTimeISO(zone);
    const change = here.getTimeZoneTransition('next')?.epochMilliseconds ?? Number.POSITIVE_INFINITY;
    const midnight = here.hour === 0 && here.minute === 0 && here.second === 0;
    const even = midnight && here.toPlainDate().equals(date) ? Math.floor((change - 1 - last) / day) : 0;
    const steps = Math.min(even, count + 1 - borders.length);
    for (let step = 1; step <= steps; step++) borders.push(last + step * day);
    date = date.add({ days: Math.max(steps, 0) });
    if (steps > 0) continue;
    date = date.add({ days: 1 });
    borders.push(startOf(date, zone));
  }
  return borders;
}

function startOf(date: Temporal.PlainDate, zone: string): number {
  return date.toZonedDateTime(zone).epochMilliseconds;
}
