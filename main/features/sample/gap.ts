import { type MadeTask, minute, type SampleContext, sampleId } from './context.ts';

/** An absence of so long that nobody has said anything about yet, between work of so long before and after it. */
const before = 35 * minute;
const absence = 33 * minute;
const after = 22 * minute;

export type WriteEntry = (
  task: MadeTask | null,
  clientId: string,
  start: number,
  end: number | null,
  note: string,
) => string;

/**
 * Two pieces of work up to `end` with a gap between them that needs review. Answers when the first began and which tasks
 * they were; null when there are no such tasks.
 */
export function writeGap(
  { sql, random, options }: SampleContext,
  tasks: readonly MadeTask[],
  write: WriteEntry,
  end: number,
): { readonly start: number; readonly tasks: readonly MadeTask[] } | null {
  const first = tasks.findLast(({ tracked }) => tracked * minute === before);
  const second = tasks.find(({ tracked }) => tracked * minute === after);
  if (!first || !second) return null;
  const to = end - after;
  const from = to - absence;
  const start = from - before;
  const entryId = write(first, first.clientId, start, from, '');
  write(second, second.clientId, to, end, '');
  sql
    .prepare(
      `INSERT INTO time_gaps (id, client_id, entry_id, task_id, started_at, ended_at, zone, cause, noticed_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, 'idle', ?)`,
    )
    .run(sampleId(random, to), first.clientId, entryId, first.id, from, to, options.zone, to);
  return { start, tasks: [first, second] };
}
