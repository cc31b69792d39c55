import { HOUR } from './duration.ts';

/** More than this in one entry is a slip of the hand. */
const longest = 24 * HOUR;

/** Why an entry cannot have this end, as a key of the `errors` texts. */
export type EndFault = 'time.endBeforeStart' | 'time.tooLong' | 'time.endsLater';

/**
 * What is wrong with the end of a closed entry, or null. All in UTC milliseconds. Nobody has worked an hour that
 * is still to come, so an entry ends now at the latest.
 */
export function endFault(startedAt: number, endedAt: number, now: number): EndFault | null {
  if (endedAt <= startedAt) return 'time.endBeforeStart';
  if (endedAt - startedAt > longest) return 'time.tooLong';
  return endedAt > now ? 'time.endsLater' : null;
}
