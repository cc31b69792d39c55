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
}

/** A month of four clients: what "look around with sample data" brings. */
export function tourOptions(now: number, zone: string): SampleOptions {
  return { seed: 1, now, zone, clients: 4, tasks: 40, entries: 150, running: false };
}
