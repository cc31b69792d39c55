import type { EntryOrigin, PastImport } from '#shared/ipc/import.ts';
import type { Sql } from '../../store/open.ts';

/** The imports so far, newest first. */
export function pastImports(sql: Sql): PastImport[] {
  return sql
    .prepare(
      `SELECT id, source, file, at, entries, milliseconds AS length, undone_at AS undoneAt
       FROM imports ORDER BY seq DESC LIMIT 200`,
    )
    .all() as PastImport[];
}

/** Whether there is such an import that was not taken back. */
export function isStanding(sql: Sql, importId: string): boolean {
  return sql.prepare('SELECT 1 FROM imports WHERE id = ? AND undone_at IS NULL').get(importId) !== undefined;
}

/** Where an entry came from; null when it was made here. */
export function originOf(sql: Sql, entryId: string): EntryOrigin | null {
  const row = sql
    .prepare(
      `SELECT i.source, i.file, r.untimed FROM imported_rows r JOIN imports i ON i.seq = r.import WHERE r.id = ?`,
    )
    .get(entryId) as (Omit<EntryOrigin, 'untimed'> & { readonly untimed: number }) | undefined;
  return row ? { ...row, untimed: row.untimed === 1 } : null;
}
