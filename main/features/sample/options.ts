/** How much to make. The same options give the same rows, ids included. */
export interface SampleOptions {
  readonly seed: number;
  /** UTC milliseconds that count as now; history lies before it. */
  readonly now: number;
  /** The VA's zone, IANA. */
  readonly zone: string;
  readonly clients: number;
  readonly tasks: number;
  readonly entries: number;
  /** Whether a timer runs on the first client's work. */
  readonly running: boolean;
  /** Events and files of a connected account; zero makes no account. */
  readonly events: number;
  readonly files: number;
}

/** A month of four clients: what "look around with sample data" brings. */
export function tourOptions(now: number, zone: string): SampleOptions {
  return { seed: 1, now, zone, clients: 4, tasks: 40, entries: 150, running: false, events: 0, files: 0 };
}

/** The whole cast with a month of work and a timer running, for a throw-away profile. */
export function demoOptions(now: number, zone: string): SampleOptions {
  return { seed: 1, now, zone, clients: 8, tasks: 0, entries: 220, running: true, events: 0, files: 0 };
}
