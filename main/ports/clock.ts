/** Where time comes from. Injected, so that tests decide what time it is. */
export interface Clock {
  /** Milliseconds since 1970 UTC. */
  now(): number;
  /** The computer's zone, IANA. */
  zone(): string;
  /** Milliseconds that only ever grow, unaffected by changes of the wall clock. */
  monotonic(): number;
  /** Like `monotonic`, but it also counts while the computer sleeps, as far as the system says. */
  uptime(): number;
}
