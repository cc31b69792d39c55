import type { Clock } from '#main/ports/clock.ts';
import type { IdSource } from '#main/ports/id-source.ts';

/** A clock that stands still until it is told to move. */
export class FakeClock implements Clock {
  #now: number;
  #monotonic = 0;
  #uptime = 0;
  #zone: string;

  /** `iso` is an instant such as `2026-11-25T10:42:00Z`; `zone` an IANA name. */
  constructor(iso = '2026-11-25T10:42:00Z', zone = 'Europe/Tallinn') {
    this.#now = Date.parse(iso);
    this.#zone = zone;
  }

  now(): number {
    return this.#now;
  }

  zone(): string {
    return this.#zone;
  }

  monotonic(): number {
    return this.#monotonic;
  }

  uptime(): number {
    return this.#uptime;
  }

  /** Time passes: all clocks move. */
  advance(milliseconds: number): void {
    this.#now += milliseconds;
    this.#monotonic += milliseconds;
    this.#uptime += milliseconds;
  }

  /** The computer sleeps: on most systems monotonic time stands still meanwhile, on some it goes on. */
  sleep(milliseconds: number, monotonicGoesOn = false): void {
    this.#now += milliseconds;
    this.#uptime += milliseconds;
    if (monotonicGoesOn) this.#monotonic += milliseconds;
  }

  /** Someone sets the wall clock by so much; nothing else moves. */
  shift(milliseconds: number): void {
    this.#now += milliseconds;
  }

  /** The computer goes to another zone. */
  moveTo(zone: string): void {
    this.#zone = zone;
  }

  /** Someone sets the wall clock; monotonic time does not move. */
  jumpTo(iso: string): void {
    this.#now = Date.parse(iso);
  }
}

/** Ids that are valid UUIDv7 and count up from 1. */
export class CountingIds implements IdSource {
  #next = 1;

  next(): string {
    return `01930000-0000-7000-8000-${(this.#next++).toString(16).padStart(12, '0')}`;
  }
}
