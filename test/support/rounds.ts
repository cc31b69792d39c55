import type { Google } from '#main/google/index.ts';
import type { Clock } from '#main/ports/clock.ts';
import type { IdSource } from '#main/ports/id-source.ts';
import type { Store } from '#main/store/store.ts';
import { Backoff, systemWait } from '#main/sync/backoff.ts';
import { LocalRounds } from '#main/sync/rounds.ts';
import { SyncStore } from '#main/sync/sync-store.ts';

/** Rounds in the thread of the test, on the store that it looks at; a store in memory cannot be shared. */
export function localRounds(
  store: Store,
  google: Pick<Google, 'calendars' | 'drive'>,
  clock: Clock,
  ids: IdSource,
): LocalRounds {
  return new LocalRounds({
    calendars: google.calendars,
    drive: google.drive,
    store: new SyncStore(store.sql, store.turn, (changes) => store.feed.publish(changes)),
    backoff: new Backoff({ now: () => clock.monotonic(), random: Math.random, wait: systemWait }),
    clock,
    ids,
    logger: { info() {}, warn() {}, error() {} },
    fresh: new Map(),
  });
}

/** The app's own copying thread, from its source. */
export const threadSource = new URL('../../main/sync-worker.ts', import.meta.url);
