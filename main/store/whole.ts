import { rmSync } from 'node:fs';
import { AppError } from '#shared/ipc/errors.ts';
import { openDatabase, type Sql } from './open.ts';

/** Looks through a whole file; rejects with AppError `database_damaged` when something is wrong. */
export type CheckCopy = (file: string) => Promise<void>;

/**
 * The whole check of a database that nobody has open; `quick_check` misses most damage. Reads every page, about a
 * second for 50 MB. Throws AppError `database_damaged`.
 */
export function assertWhole(file: string): void {
  let sql: Sql | null = null;
  try {
    sql = openDatabase(file, { readOnly: true });
    if (sql.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('database_damaged');
  } catch (error) {
    throw error instanceof AppError ? error : new AppError('database_damaged', {}, { cause: error });
  } finally {
    sql?.close();
    for (const suffix of ['-wal', '-shm']) rmSync(file + suffix, { force: true });
  }
}
