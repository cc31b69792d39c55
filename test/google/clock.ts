import { Temporal } from 'temporal-polyfill';

/** The server's own time. It may run wrong on purpose: clients must not rely on agreeing clocks. */
export interface FakeClock {
  /** UTC milliseconds as the server believes them. */
  now(): number;
  iso(): string;
  /** Moves the server's time forward by that many milliseconds. */
  advance(ms: number): void;
}

/** @param fixedStart UTC milliseconds to start from; without it the real time is followed. */
export function createFakeClock(fixedStart?: number): FakeClock {
  let offset = 0;
  const base = (): number => fixedStart ?? Temporal.Now.instant().epochMilliseconds;
  const now = (): number => base() + offset;
  return {
    now,
    iso: () => toIso(now()),
    advance: (ms) => {
      offset += ms;
    },
  };
}

/** RFC 3339 with milliseconds, as Google writes `updated` and `modifiedTime`. */
export function toIso(ms: number): string {
  return Temporal.Instant.fromEpochMilliseconds(ms).toString({ fractionalSecondDigits: 3 });
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The `Date` header (RFC 9110, 5.6.7): from it a client could see that the clocks disagree. */
export function httpDate(ms: number): string {
  const at = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('UTC');
  const two = (n: number): string => String(n).padStart(2, '0');
  const time = `${two(at.hour)}:${two(at.minute)}:${two(at.second)}`;
  return `${DAYS[at.dayOfWeek - 1]}, ${two(at.day)} ${MONTHS[at.month - 1]} ${at.year} ${time} GMT`;
}
