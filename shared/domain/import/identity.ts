import type { ImportSource } from './columns.ts';
import type { ReadRow } from './row.ts';

const MINUTE = 60_000;

/**
 * What makes a row the same row in another export of the same tracker: who, for whom, on what, and when by the
 * tracker's own wall clock, to the minute. Not what an export may leave out or a person change beside the time: tags,
 * rates, whether it is billed. The zone that was answered for the file does not matter either.
 */
export function identityOf(source: ImportSource, row: ReadRow): string {
  const when =
    row.wall === null
      ? [row.day, Math.round(row.length / MINUTE)]
      : [Math.floor(row.wall / MINUTE), Math.round(row.length / MINUTE)];
  return JSON.stringify([
    source,
    row.person.toLowerCase(),
    row.client,
    row.project,
    row.task,
    row.note.replace(/\s+/g, ' '),
    row.wall === null ? 'day' : 'clock',
    ...when,
  ]);
}
