import type { PastImport } from '#shared/ipc/import.ts';
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
