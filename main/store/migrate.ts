import { AppError } from '#shared/ipc/errors.ts';
import type { Sql } from './open.ts';

/** One forward step of the schema. `sql` runs in one transaction together with the version's bump. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** How many migrations a database has behind it; 0 for an empty one. */
export function schemaVersion(sql: Sql): number {
  return Number(sql.pragma('user_version', { simple: true }));
}

/**
 * Brings the database to the newest version and returns the version it had.
 * Throws AppError `database_newer`, having changed nothing, when the file comes from a later app.
 * `beforeFirst` runs once before anything changes, for the backup.
 */
export function migrate(
  sql: Sql,
  migrations: readonly Migration[],
  beforeFirst: (from: number) => void = () => {},
): number {
  assertOrder(migrations);
  const from = schemaVersion(sql);
  const newest = migrations.length;
  if (from > newest) throw new AppError('database_newer', { values: { found: from, known: newest } });
  if (from === newest) return from;
  if (from > 0) beforeFirst(from);
  for (const migration of migrations.slice(from)) {
    sql
      .transaction(() => {
        sql.exec(migration.sql);
        sql.pragma(`user_version = ${migration.version}`);
      })
      .immediate();
  }
  return from;
}

function assertOrder(migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 1) {
      throw new Error(`migration ${migration.name} has version ${migration.version}, expected ${index + 1}`);
    }
  }
}
