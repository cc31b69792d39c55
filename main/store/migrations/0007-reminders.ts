import type { Migration } from '../migrate.ts';

// A reminder is recorded before it is shown, so that a crash in between can lose the notification (the list in
// the app still has it) but never repeat it. No foreign keys: a deletion that is undone must not forget
// what was already told.
export const reminders: Migration = {
  version: 7,
  name: 'reminders',
  sql: `
    CREATE TABLE reminders (
      id TEXT PRIMARY KEY,
      task_id TEXT NOT NULL,
      at INTEGER NOT NULL,
      shown_at INTEGER NOT NULL,
      snoozed_until INTEGER,
      handled_at INTEGER,
      UNIQUE (task_id, at)
    ) STRICT;
    CREATE INDEX reminders_open ON reminders (shown_at) WHERE handled_at IS NULL;

    CREATE TABLE reminder_state (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      seen_until INTEGER NOT NULL,
      morning_told TEXT
    ) STRICT;

    CREATE INDEX tasks_open_by_moment ON tasks (due_at) WHERE due_at IS NOT NULL AND completed_at IS NULL;
  `,
};
