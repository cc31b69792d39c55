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
