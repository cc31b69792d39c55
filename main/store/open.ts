import Database from 'better-sqlite3';

export type Sql = Database.Database;

/**
 * Opens the file with the pragmas that durability rests on. better-sqlite3 must not be trusted to keep defaults.
 * A serialised database instead of a file's name is worked on in memory.
 */
export function openDatabase(file: string | Buffer, options: { readonly readOnly?: boolean } = {}): Sql {
  const sql = new Database(file, options.readOnly ? { readonly: true, fileMustExist: true } : {});
  try {
    applyPragmas(sql, options.readOnly ?? false);
    return sql;
  } catch (error) {
    sql.close();
    throw error;
  }
}

function applyPragmas(sql: Sql, readOnly: boolean): void {
  sql.pragma('busy_timeout = 5000');
  sql.pragma('foreign_keys = ON');
  sql.pragma('trusted_schema = OFF');
  sql.pragma('cache_size = -16000');
  sql.pragma('temp_store = MEMORY');
  if (readOnly) return;
  sql.pragma('journal_mode = WAL');
  sql.pragma('synchronous = FULL');
  // A first sync writes a hundred megabytes: fewer, larger checkpoints cost it less and disturb the window less often.
  sql.pragma('wal_autocheckpoint = 4000');
  sql.pragma('checkpoint_fullfsync = 1');
  sql.pragma('secure_delete = ON');
}
