/** Where time comes from. Injected, so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** The computer's zone, IANA. */
  zone(): string;
  /** Milliseconds that only ever grow, unaffected by changes of the wall clock. */
  monotonic(): number;
}
