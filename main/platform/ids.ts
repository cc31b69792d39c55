import { randomBytes } from 'node:crypto';
import { uuidV7 } from '#shared/domain/uuid.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';

/** UUIDv7 that keep their order within a millisecond, and when the clock is set back. */
export function createIds(clock: Clock): IdSource {
  let last = 0;
  let counter = 0;
  return {
    next() {
      const now = clock.now();
      if (now > last) {
        last = now;
        counter = 0;
      } else if (++counter > 0xfff) {
        last += 1;
        counter = 0;
      }
      return uuidV7(last, counter, randomBytes(10));
    },
  };
}
