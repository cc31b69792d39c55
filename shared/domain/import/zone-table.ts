import { Temporal } from 'temporal-polyfill';

const DAY = 86_400_000;
const YEAR = 365.2425 * DAY;
/** So far beyond a year its segments reach, for wall clocks that are ahead or behind. */
const MARGIN = 4 * DAY;

interface Segment {
  readonly from: number;
  readonly to: number;
  /** Milliseconds that the wall clock is ahead of UTC. */
  readonly offset: number;
}

/** What a wall-clock time means; instants are UTC milliseconds. */
export interface Meaning {
  /** `none`: the clocks jump over it, and `at` holds what it would be by the clock before and after the jump. */
  readonly kind: 'one' | 'two' | 'none';
  readonly at: readonly number[];
}

/**
 * The clock changes of one IANA zone, looked up once a year and kept: reading a file asks for hundreds of thousands
 * of times, which Temporal alone answers too slowly.
 */
export class ZoneTable {
  readonly zone: string;
  readonly #years = new Map<number, readonly Segment[]>();

  constructor(zone: string) {
    this.zone = zone;
  }

  /** @param wall the wall-clock date and time as if it were UTC, milliseconds. */
  meaning(wall: number): Meaning {
    const segments = this.#segments(wall);
    const at = segments.flatMap(({ from, to, offset }) => {
      const instant = wall - offset;
      return instant >= from && instant < to ? [instant] : [];
    });
    if (at.length > 0) return { kind: at.length === 1 ? 'one' : 'two', at };
    const after = segments.findIndex(({ from, offset }) => wall < from + offset);
    const jump = [segments[after], segments[after - 1]].flatMap((one) => (one ? [wall - one.offset] : []));
    return { kind: 'none', at: jump };
  }

  /** The wall clock at an instant, as if it were UTC, milliseconds. */
  wallOf(instant: number): number {
    const segment = this.#segments(instant).find(({ from, to }) => instant >= from && instant < to);
    return instant + (segment?.offset ?? 0);
  }

  #segments(near: number): readonly Segment[] {
    const year = 1970 + Math.floor(near / YEAR);
    const held = this.#years.get(year);
    if (held) return held;
    const made = segmentsOf(this.zone, (year - 1970) * YEAR - MARGIN, (year - 1969) * YEAR + MARGIN);
    this.#years.set(year, made);
    return made;
  }
}

function segmentsOf(zone: string, from: number, to: number): Segment[] {
  const segments: Segment[] = [];
  let moment = Temporal.Instant.fromEpochMilliseconds(Math.floor(from)).toZonedDateTimeISO(zone);
  while (moment.epochMilliseconds < to) {
    const next = moment.getTimeZoneTransition('next');
    segments.push({
      from: moment.epochMilliseconds,
      to: next?.epochMilliseconds ?? Number.POSITIVE_INFINITY,
      offset: Math.round(moment.offsetNanoseconds / 1_000_000),
    });
    if (!next) break;
    moment = next;
  }
  return segments;
}
