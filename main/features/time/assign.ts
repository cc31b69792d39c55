import { invalidField } from '#shared/ipc/errors.ts';
import type { Assigned, AssignInput } from '#shared/ipc/time.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../store/store.ts';
import type { EntryChanges, TimeRepository } from './repository.ts';

/**
 * Gives many entries a category, a kind of work or both, in one step that can be undone. What is invoiced stays as
 * it is and is counted; what is gone is skipped. Throws `invalid_input` at `workKindId` for an unknown kind.
 */
export function assign(
  store: Store,
  entries: TimeRepository,
  clock: Clock,
  { ids, category, workKindId }: AssignInput,
): Assigned {
  if (workKindId && !entries.workKindExists(workKindId)) throw invalidField('workKindId', 'workKind.unknown');
  const set: EntryChanges = {
    ...(category === undefined ? {} : { category }),
    ...(workKindId === undefined ? {} : { workKindId }),
  };
  const found = store.sql
    .prepare(
      `SELECT id, client_id AS clientId, category, work_kind_id AS workKindId, billed FROM time_entries
       WHERE id IN (SELECT value FROM json_each(?))`,
    )
    .all(JSON.stringify(ids)) as {
    id: string;
    clientId: string;
    category: string | null;
    workKindId: string | null;
    billed: number;
  }[];
  const differing = found.filter(
    (entry) =>
      (category !== undefined && entry.category !== category) ||
      (workKindId !== undefined && entry.workKindId !== workKindId),
  );
  const open = differing.filter((entry) => entry.billed === 0);
  return store.act({ key: 'undo.entriesSorted', values: { count: open.length } }, (announce) => {
    for (const { id, clientId } of open) {
      entries.update(id, set, clock.now());
      announce('time', clientId);
    }
    return { changed: open.length, locked: differing.length - open.length };
  });
}
