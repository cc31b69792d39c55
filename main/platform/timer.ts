import type { Timer } from '../ports/timer.ts';

/** setTimeout counts in 32 bits. */
const longest = 2_147_483_647;

/** The process's timers. One that waits does not keep the app from quitting. */
export const systemTimer: Timer = {
  after(milliseconds, work) {
    const timer = setTimeout(work, Math.min(Math.max(0, milliseconds), longest));
    timer.unref();
    return () => clearTimeout(timer);
  },
};
