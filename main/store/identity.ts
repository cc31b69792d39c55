import type { Sql } from './open.ts';

/** "CLNT", in the header of every workspace: what SQLite keeps there for telling whose file it is. */
export const applicationId = 0x434c4e54;

/** Whether the database is a workspace, also one of the time before workspaces carried the mark. */
export function isWorkspace(sql: Sql): boolean {
  const mark = sql.pragma('application_id', { simple: true });
  if (mark !== 0) return mark === applicationId;
  const table = sql.prepare(`SELECT 1 FROM pragma_table_info('clients') WHERE name = 'working_hours'`);
  return table.get() !== undefined;
}
