import type { Migration } from '../migrate.ts';

const record = (row: 'old' | 'new') => `json_object(
  'clientId', ${row}.client_id, 'taskId', ${row}.task_id, 'note', ${row}.note, 'category', ${row}.category,
  'startedAt', ${row}.started_at, 'endedAt', ${row}.ended_at, 'zone', ${row}.zone,
  'billable', json(CASE ${row}.billable WHEN 1 THEN 'true' ELSE 'false' END))`;

const keep = (row: 'old' | 'new', before: string, after: string) => `
  INSERT INTO time_entry_changes (entry_id, client_id, at, before, after)
  VALUES (${row}.id, ${row}.client_id, CAST(round(unixepoch('subsec') * 1000) AS INTEGER), ${before}, ${after});`;

// Duration is never stored; it is the difference of the two instants. A running entry has no end,
// and the index over a constant lets at most one exist. The history of closed entries is written by the
// database itself, so that nothing, undo included, changes one without a trace.
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
    -- Few and far between; with them, what touches a day is found without looking at all earlier entries.
    CREATE INDEX time_entries_over_a_day ON time_entries (started_at) WHERE ended_at - started_at > 86400000;
    CREATE INDEX time_entries_by_task ON time_entries (task_id) WHERE task_id IS NOT NULL;

    CREATE TABLE time_entry_changes (
      id INTEGER PRIMARY KEY,
      entry_id TEXT NOT NULL,
      client_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      before TEXT CHECK (before IS NULL OR json_valid(before)),
      after TEXT CHECK (after IS NULL OR json_valid(after))
    ) STRICT;
    CREATE INDEX time_entry_changes_by_entry ON time_entry_changes (entry_id, id);
    CREATE INDEX time_entry_changes_by_client ON time_entry_changes (client_id);

    CREATE TRIGGER time_entries_changed AFTER UPDATE ON time_entries
    WHEN old.ended_at IS NOT NULL AND ${record('old')} IS NOT ${record('new')} BEGIN
      ${keep('new', record('old'), record('new'))}
    END;
    CREATE TRIGGER time_entries_deleted AFTER DELETE ON time_entries WHEN old.ended_at IS NOT NULL BEGIN
      ${keep('old', record('old'), 'NULL')}
    END;
    CREATE TRIGGER time_entries_restored AFTER INSERT ON time_entries
    WHEN new.ended_at IS NOT NULL AND EXISTS (SELECT 1 FROM time_entry_changes WHERE entry_id = new.id) BEGIN
      ${keep('new', 'NULL', record('new'))}
    END;

    -- A task may go; the time spent on it stays, with the task's title where no note says what it was.
    CREATE TRIGGER time_entries_outlive_task BEFORE DELETE ON tasks BEGIN
      UPDATE time_entries SET task_id = NULL, note = CASE note WHEN '' THEN old.title ELSE note END
      WHERE task_id = old.id;
    END;
  `,
};
