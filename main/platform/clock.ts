import { uptime } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Clock } from '../ports/clock.ts';

/** The computer's clock; with `shared/domain/date.ts` the only user of Date. */
export const systemClock: Clock = {
  now: () => Date.now(),
  zone: () => Intl.DateTimeFormat().resolvedOptions().timeZone,
  monotonic: () => performance.now(),
  uptime: () => uptime() * 1000,
};
