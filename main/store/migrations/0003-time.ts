import type { Migration } from '../migrate.ts';

// Duration is never stored; it is the difference of the two instants. A running entry has no end,
// and the index over a constant lets at most one exist.
export const time: Migration = {
  version: 3,
  name: 'time',
  sql: `
    CREATE TABLE time_entries (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE RESTRICT,
      task_id TEXT,
      note TEXT NOT NULL DEFAULT '',
      category TEXT CHECK (category IN ('key', 'routine', 'useful')),
      started_at INTEGER NOT NULL,
      ended_at INTEGER CHECK (ended_at IS NULL OR ended_at >= started_at),
      zone TEXT NOT NULL,
      source TEXT NOT NULL CHECK (source IN ('timer', 'manual', 'event', 'import')),
      event_key TEXT,
      billable INTEGER NOT NULL DEFAULT 1 CHECK (billable IN (0, 1)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE (id, client_id),
      FOREIGN KEY (task_id, client_id) REFERENCES tasks (id, client_id)
    ) STRICT;
    CREATE UNIQUE INDEX one_running_entry ON time_entries ((1)) WHERE ended_at IS NULL;
    CREATE UNIQUE INDEX one_entry_per_event ON time_entries (event_key) WHERE event_key IS NOT NULL;
    CREATE INDEX time_entries_by_start ON time_entries (started_at);
    CREATE INDEX time_entries_by_client ON time_entries (client_id, started_at);
    CREATE INDEX time_entries_by_task ON time_entries (task_id) WHERE task_id IS NOT NULL;

    CREATE TABLE time_entry_changes (
      id TEXT PRIMARY KEY,
      entry_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      before TEXT CHECK (before IS NULL OR json_valid(before)),
      after TEXT CHECK (after IS NULL OR json_valid(after))
    ) STRICT;
    CREATE INDEX time_entry_changes_by_entry ON time_entry_changes (entry_id, at);
  `,
};
