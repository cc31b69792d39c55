import type { Migration } from '../migrate.ts';

// Secrets live in the system's keychain under `secret_key`. Whatever happens, each key that may exist there
// stands in exactly one of two places: with its credential, or among the orphans waiting to be removed.
// The triggers keep that true through cascades and undo.
export const vault: Migration = {
  version: 4,
  name: 'vault',
  sql: `
    CREATE TABLE keychain (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      service TEXT NOT NULL CHECK (length(service) > 0),
      canary INTEGER NOT NULL DEFAULT 0 CHECK (canary IN (0, 1))
    ) STRICT;

    CREATE TABLE keychain_orphans (key TEXT PRIMARY KEY) STRICT, WITHOUT ROWID;

    CREATE TABLE credentials (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      label TEXT NOT NULL CHECK (length(label) BETWEEN 1 AND 200),
      user_name TEXT NOT NULL DEFAULT '',
      address TEXT NOT NULL DEFAULT '',
      granted_by TEXT NOT NULL DEFAULT '',
      granted_on TEXT,
      review_on TEXT,
      notes TEXT NOT NULL DEFAULT '',
      secret_key TEXT NOT NULL UNIQUE,
      secret_changed_at INTEGER NOT NULL,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX credentials_by_client ON credentials (client_id, label);
    CREATE INDEX credentials_by_review ON credentials (review_on) WHERE review_on IS NOT NULL;

    CREATE TRIGGER credentials_key_kept AFTER INSERT ON credentials BEGIN
      DELETE FROM keychain_orphans WHERE key = new.secret_key;
    END;
    CREATE TRIGGER credentials_key_swapped AFTER UPDATE OF secret_key ON credentials
    WHEN old.secret_key <> new.secret_key BEGIN
      INSERT OR IGNORE INTO keychain_orphans (key) VALUES (old.secret_key);
      DELETE FROM keychain_orphans WHERE key = new.secret_key;
    END;
    CREATE TRIGGER credentials_key_dropped AFTER DELETE ON credentials BEGIN
      INSERT OR IGNORE INTO keychain_orphans (key) VALUES (old.secret_key);
    END;
  `,
};
