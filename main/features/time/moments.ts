import { endFault } from '#shared/domain/entry-span.ts';
import { resolveLocal } from '#shared/domain/local-time.ts';
import { AppError, invalidField } from '#shared/ipc/errors.ts';
import type { LocalMoment } from '#shared/ipc/time.ts';

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

/** Throws `invalid_input` at the end when it is before the start, after `now`, or more than a day from the start. */
export function assertEnd(startedAt: number, endedAt: number, now: number): void {
  const fault = endFault(startedAt, endedAt, now);
  if (fault) throw invalidField('end.time', fault);
}

/**
 * Throws `invalid_input` at the start of a running entry when it lies ahead, or is moved so far back that the entry would
 * be longer than one may be. One that is too long already, as a forgotten timer, may be made shorter.
 */
export function assertRunningStart(startedAt: number, before: number, now: number): void {
  if (startedAt > now) throw invalidField('start.time', 'time.startsLater');
  if (startedAt < before && startedAt < now && endFault(startedAt, now, now) !== null) {
    throw invalidField('start.time', 'time.tooLong');
  }
}
