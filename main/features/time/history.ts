import type { EntryChange } from '#shared/ipc/time.ts';
import type { Sql } from '../../store/open.ts';

interface ChangeRow {
  readonly id: number;
  readonly at: number;
  readonly before: string | null;
  readonly after: string | null;
}

/** Every change of a closed entry, oldest first, as the database wrote it down. */
export function historyOf(sql: Sql, entryId: string): EntryChange[] {
  const rows = sql
    .prepare('SELECT id, at, before, after FROM time_entry_changes WHERE entry_id = ? ORDER BY id')
    .all(entryId) as ChangeRow[];
  return rows.map((row) => ({ ...row, before: recordOf(row.before), after: recordOf(row.after) }));
}

function recordOf(json: string | null): EntryChange['before'] {
  return json === null ? null : JSON.parse(json);
}
