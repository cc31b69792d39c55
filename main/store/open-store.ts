import type { Backups } from './backups.ts';
import { applicationId } from './identity.ts';
import { migrate, schemaVersion } from './migrate.ts';
import { migrations } from './migrations/index.ts';
import { openDatabase, type Sql } from './open.ts';
import { toAppError } from './sqlite-errors.ts';
import { Store } from './store.ts';

/**
 * Opens the workspace file, backs it up before a migration, and migrates it. Throws AppError `database_newer`,
 * `database_damaged`, `disk_full` or `read_only`, having left the file as it was.
 */
export function openStore(file: string, backups: Backups, onListenerError: (error: unknown) => void): Store {
  let sql: Sql | null = null;
  try {
    backups.finishRestore(file);
    sql = openDatabase(file);
    const opened = sql;
    migrate(opened, migrations, () => backups.createNow(opened, 'migration'));
    assertWritable(opened);
    return new Store(opened, onListenerError);
  } catch (error) {
    sql?.close();
    throw toAppError(error);
  }
}

/**
 * A database that opens but cannot be written to is found out now rather than at the first edit. What is written stands
 * there already, so that no start has to wait until it has reached the disk.
 */
function assertWritable(sql: Sql): void {
  sql.pragma('synchronous = NORMAL');
  try {
    sql
      .transaction(() => {
        sql.pragma(`user_version = ${schemaVersion(sql)}`);
        sql.pragma(`application_id = ${applicationId}`);
      })
      .immediate();
  } finally {
    sql.pragma('synchronous = FULL');
  }
}
