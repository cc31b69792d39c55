import { HOUR } from '#shared/domain/duration.ts';
import { resolveLocal } from '#shared/domain/local-time.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { LocalMoment } from '#shared/ipc/time.ts';

/** More than this in one entry is a slip of the hand. */
const longest = 24 * HOUR;

/**
 * The instant (UTC milliseconds) of a wall-clock moment in a zone. Throws `invalid_input` at `${field}.time`
 * when the clocks jump over it, and when it happens twice and nobody said which is meant.
 */
export function instantOf(moment: LocalMoment, zone: string, field: string): number {
  const found = resolveLocal(moment.date, moment.time, zone);
  if (found.kind === 'one') return found.at;
  if (found.kind === 'two' && moment.occurrence) return found[moment.occurrence];
  if (found.kind === 'two') throw invalidField(`${field}.time`, 'time.doubled');
  throw new AppError('invalid_input', {
    fields: { [`${field}.time`]: 'time.skipped' },
    values: { time: moment.time, next: found.next },
  });
}

/** Throws `invalid_input` when an entry would end before it starts or last longer than a day. */
export function assertLength(startedAt: number, endedAt: number): void {
  if (endedAt <= startedAt) throw invalidField('end.time', 'time.endBeforeStart');
  if (endedAt - startedAt > longest) throw invalidField('end.time', 'time.tooLong');
}
