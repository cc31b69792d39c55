import { AppError } from '#shared/ipc/errors.ts';
import type { Sql } from './open.ts';

/** One forward step of the schema. `sql` runs in one transaction together with the version's bump. */
export interface Migration {
  readonly version: number;
  readonly name: string;
  readonly sql: string;
  /**
   * The step makes tables anew that others refer to: foreign keys rest meanwhile, so that dropping the old ones
   * deletes nothing, and all of them are checked before the commit.
   */
  readonly rebuildsTables?: boolean;
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
    if (migration.rebuildsTables) withoutForeignKeys(sql, () => apply(sql, migration));
    else apply(sql, migration);
  }
  return from;
}

function apply(sql: Sql, migration: Migration): void {
  sql
    .transaction(() => {
      sql.exec(migration.sql);
      if (migration.rebuildsTables) assertReferences(sql, migration);
      sql.pragma(`user_version = ${migration.version}`);
    })
    .immediate();
}

/** SQLite takes this pragma only outside a transaction. It belongs to the connection, so a crash leaves nothing off. */
function withoutForeignKeys(sql: Sql, work: () => void): void {
  sql.pragma('foreign_keys = OFF');
  try {
    work();
  } finally {
    sql.pragma('foreign_keys = ON');
  }
}

function assertReferences(sql: Sql, { name }: Migration): void {
  const broken = sql.pragma('foreign_key_check') as { table: string }[];
  if (broken.length > 0) {
    const tables = [...new Set(broken.map(({ table }) => table))].join(', ');
    throw new Error(`migration ${name} would leave ${broken.length} references to nothing in ${tables}`);
  }
}

function assertOrder(migrations: readonly Migration[]): void {
  for (const [index, migration] of migrations.entries()) {
    if (migration.version !== index + 1) {
      throw new Error(`migration ${migration.name} has version ${migration.version}, expected ${index + 1}`);
    }
  }
}
