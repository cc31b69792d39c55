import type { Migration } from '../migrate.ts';

/**
 * Copies of remote calendars and files. Events are kept by generation: a full list is written beside the
 * old rows and becomes visible with one small change of `calendars.generation`. Files likewise by account.
 */
export const google: Migration = {
  version: 5,
  name: 'google',
  sql: `
    CREATE TABLE accounts (
      id TEXT PRIMARY KEY,
      subject TEXT NOT NULL UNIQUE,
      email TEXT NOT NULL,
      name TEXT NOT NULL DEFAULT '',
      state TEXT NOT NULL DEFAULT 'connected' CHECK (state IN ('connected', 'reconnect')),
      reads_calendar INTEGER NOT NULL CHECK (reads_calendar IN (0, 1)),
      reads_files INTEGER NOT NULL CHECK (reads_files IN (0, 1)),
      calendars_cursor TEXT,
      files_generation INTEGER NOT NULL DEFAULT 0,
      files_listed_at INTEGER,
      files_folders TEXT NOT NULL DEFAULT '',
      succeeded_at INTEGER,
      problem TEXT,
      problem_at INTEGER,
      sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
      created_at INTEGER NOT NULL
    ) STRICT;

    CREATE TABLE calendars (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      client_id TEXT REFERENCES clients (id) ON DELETE SET NULL,
      remote_id TEXT NOT NULL,
      name TEXT NOT NULL,
      zone TEXT NOT NULL,
      color TEXT,
      role TEXT NOT NULL CHECK (role IN ('owner', 'writer', 'reader', 'busy')),
      is_primary INTEGER NOT NULL CHECK (is_primary IN (0, 1)),
      state TEXT NOT NULL DEFAULT 'present' CHECK (state IN ('present', 'lost')),
      cursor TEXT,
      generation INTEGER NOT NULL DEFAULT 0,
      listed_at INTEGER,
      problem TEXT,
      UNIQUE (account_id, remote_id)
    ) STRICT;
    CREATE INDEX calendars_by_client ON calendars (client_id) WHERE client_id IS NOT NULL;

    CREATE TABLE events (
      seq INTEGER PRIMARY KEY,
      calendar INTEGER NOT NULL REFERENCES calendars (seq) ON DELETE CASCADE,
      generation INTEGER NOT NULL,
      remote_id TEXT NOT NULL,
      etag TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('single', 'master', 'exception')),
      master_id TEXT,
      original_key TEXT,
      cancelled INTEGER NOT NULL CHECK (cancelled IN (0, 1)),
      title TEXT NOT NULL,
      location TEXT NOT NULL,
      description TEXT NOT NULL,
      starts_at INTEGER,
      ends_at INTEGER,
      start_date TEXT,
      end_date TEXT,
      zone TEXT,
      recurrence TEXT NOT NULL,
      tentative INTEGER NOT NULL CHECK (tentative IN (0, 1)),
      busy INTEGER NOT NULL CHECK (busy IN (0, 1)),
      meeting_url TEXT,
      web_url TEXT,
      details TEXT,
      updated_at INTEGER NOT NULL,
      UNIQUE (calendar, generation, remote_id)
    ) STRICT;
    CREATE INDEX events_by_start ON events (calendar, generation, starts_at)
      WHERE kind = 'single' AND ends_at - starts_at <= 2678400000;
    CREATE INDEX events_long ON events (calendar, generation, starts_at)
      WHERE kind = 'single' AND ends_at - starts_at > 2678400000;
    CREATE INDEX events_masters ON events (calendar, generation) WHERE kind = 'master';
    CREATE INDEX events_by_master ON events (calendar, generation, master_id) WHERE kind = 'exception';

    CREATE TABLE drive_cursors (
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      drive_id TEXT NOT NULL,
      cursor TEXT NOT NULL,
      PRIMARY KEY (account_id, drive_id)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE drive_folders (
      id TEXT PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      remote_id TEXT NOT NULL,
      drive_id TEXT NOT NULL,
      name TEXT NOT NULL,
      state TEXT NOT NULL DEFAULT 'new' CHECK (state IN ('new', 'present', 'lost')),
      created_at INTEGER NOT NULL,
      UNIQUE (account_id, remote_id)
    ) STRICT;
    CREATE INDEX drive_folders_by_client ON drive_folders (client_id);

    CREATE TABLE drive_files (
      seq INTEGER PRIMARY KEY,
      account_id TEXT NOT NULL REFERENCES accounts (id) ON DELETE CASCADE,
      generation INTEGER NOT NULL,
      remote_id TEXT NOT NULL,
      parent_id TEXT NOT NULL,
      name TEXT NOT NULL,
      mime_type TEXT NOT NULL,
      is_folder INTEGER NOT NULL CHECK (is_folder IN (0, 1)),
      size INTEGER,
      modified_at INTEGER NOT NULL,
      modified_by TEXT NOT NULL,
      version TEXT NOT NULL,
      md5 TEXT,
      web_url TEXT,
      shortcut_target TEXT,
      UNIQUE (account_id, generation, remote_id)
    ) STRICT;
    CREATE INDEX drive_files_by_parent ON drive_files (account_id, generation, parent_id);

    CREATE TABLE drive_feed (
      seq INTEGER PRIMARY KEY,
      folder_id TEXT NOT NULL REFERENCES drive_folders (id) ON DELETE CASCADE,
      remote_id TEXT NOT NULL,
      name TEXT NOT NULL,
      is_folder INTEGER NOT NULL CHECK (is_folder IN (0, 1)),
      what TEXT NOT NULL CHECK (what IN ('added', 'changed', 'renamed', 'moved', 'removed')),
      by TEXT NOT NULL,
      at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX drive_feed_by_folder ON drive_feed (folder_id, at);

    CREATE TABLE files_looked (
      client_id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
      at INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};
