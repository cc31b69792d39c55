import { Temporal } from 'temporal-polyfill';
import { dateOfEpochDay } from './clock-format.ts';

const day = 86_400_000;

/** A stretch of time between two changes of a zone's clocks. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  /** Milliseconds that its clocks are ahead of UTC. */
  readonly offset: number;
}

/**
 * Answers the ISO date of an instant (UTC ms) in a zone. The calendar is asked once for each stretch between two changes
 * of the zone's clocks, whatever the order of the instants; keep the finder to keep what it has learned.
 */
export function dateFinder(): (at: number, zone: string) => string {
  const zones = new Map<string, Stretch[]>();
  const dates = new Map<number, string>();
  let [lastZone, last] = ['', { from: 0, to: 0, offset: 0 }];

  function stretchOf(at: number, zone: string): Stretch {
    const known = zones.get(zone) ?? [];
    const found = known.find(({ from, to }) => at >= from && at < to) ?? stretchAt(at, zone);
    // What was found last is looked at first.
    zones.set(zone, [found, ...known.filter((one) => one !== found)]);
    return found;
  }

  return (at, zone) => {
    if (zone !== lastZone || at < last.from || at >= last.to) {
      last = stretchOf(at, zone);
      lastZone = zone;
    }
    const number = Math.floor((at + last.offset) / day);
    const known = dates.get(number);
    if (known !== undefined) return known;
    const date = dateOfEpochDay(number);
    dates.set(number, date);
    return date;
  };
}

function stretchAt(at: number, zone: string): Stretch {
  const here = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  // A change is the first instant of what follows it; the one before a millisecond later is this or an earlier one.
  const before = here.add({ milliseconds: 1 }).getTimeZoneTransition('previous');
  const after = here.getTimeZoneTransition('next');
  return {
    from: before?.epochMilliseconds ?? Number.NEGATIVE_INFINITY,
    to: after?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
    offset: here.offsetNanoseconds / 1_000_000,
  };
}
