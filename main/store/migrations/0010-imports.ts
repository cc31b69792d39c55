import type { Migration } from '../migrate.ts';

// The key of a row stays when its entry is deleted, merged or moved: whoever reads the same file again must not get
// back what they did away with. It goes when the import is taken back, or with the client.
export const imports: Migration = {
  version: 10,
  name: 'imports',
  sql: `
    CREATE TABLE imports (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      source TEXT NOT NULL CHECK (source IN ('toggl', 'clockify', 'harvest', 'other')),
      file TEXT NOT NULL,
      at INTEGER NOT NULL,
      entries INTEGER NOT NULL CHECK (entries > 0),
      milliseconds INTEGER NOT NULL,
      -- Ids of the clients and tasks that came with it.
      made TEXT NOT NULL CHECK (json_valid(made)),
      undone_at INTEGER
    ) STRICT;

    CREATE TABLE imported_rows (
      -- The entry's, also once the entry is gone.
      id TEXT PRIMARY KEY,
      import INTEGER NOT NULL REFERENCES imports (seq),
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      key BLOB NOT NULL UNIQUE CHECK (length(key) = 16),
      -- Only the day was known; the time of day is where there was room.
      untimed INTEGER NOT NULL CHECK (untimed IN (0, 1))
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX imported_rows_by_import ON imported_rows (import);
  `,
};
