import type { Migration } from '../migrate.ts';

// A gap says itself what ran when it began: the entry may be changed or deleted before anyone answers. The cause
// `stopped` is a timer that runs again because its stop was taken back.
export const gapSubjects: Migration = {
  version: 9,
  name: 'gap subjects',
  sql: `
    ALTER TABLE timer_beat ADD COLUMN away_since INTEGER;

    CREATE TABLE time_gaps_new (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE RESTRICT,
      -- The entry that ran when the gap began.
      entry_id TEXT REFERENCES time_entries (id) ON DELETE SET NULL,
      task_id TEXT,
      note TEXT NOT NULL DEFAULT '',
      category TEXT CHECK (category IN ('key', 'routine', 'useful')),
      work_kind_id TEXT REFERENCES work_kinds (id) ON DELETE RESTRICT,
      billable INTEGER NOT NULL DEFAULT 1 CHECK (billable IN (0, 1)),
      started_at INTEGER NOT NULL,
      -- A clock that was set back may leave an empty one: it says that it happened.
      ended_at INTEGER NOT NULL CHECK (ended_at >= started_at),
      zone TEXT NOT NULL,
      cause TEXT NOT NULL
        CHECK (cause IN ('sleep', 'crash', 'closed', 'idle', 'clock_ahead', 'clock_back', 'stopped')),
      noticed_at INTEGER NOT NULL,
      -- Null as long as it needs review.
      answer TEXT CHECK (answer IN ('kept', 'discarded', 'split')),
      answered_at INTEGER,
      CHECK ((answer IS NULL) = (answered_at IS NULL)),
      FOREIGN KEY (task_id, client_id) REFERENCES tasks (id, client_id)
    ) STRICT;
    INSERT INTO time_gaps_new (id, client_id, entry_id, task_id, note, category, work_kind_id, billable, started_at,
        ended_at, zone, cause, noticed_at, answer, answered_at)
      SELECT g.id, g.client_id, g.entry_id,
        CASE WHEN e.client_id = g.client_id THEN e.task_id END, coalesce(e.note, ''), e.category, e.work_kind_id,
        coalesce(e.billable, 1), g.started_at, g.ended_at, g.zone, g.cause, g.noticed_at, g.answer, g.answered_at
      FROM time_gaps g LEFT JOIN time_entries e ON e.id = g.entry_id;
    DROP TABLE time_gaps;
    ALTER TABLE time_gaps_new RENAME TO time_gaps;
    CREATE INDEX time_gaps_by_start ON time_gaps (started_at);
    CREATE INDEX time_gaps_by_end ON time_gaps (ended_at);
    CREATE INDEX time_gaps_by_client ON time_gaps (client_id);
    CREATE INDEX time_gaps_by_entry ON time_gaps (entry_id);
    CREATE INDEX time_gaps_by_task ON time_gaps (task_id) WHERE task_id IS NOT NULL;
    CREATE INDEX time_gaps_open ON time_gaps (started_at) WHERE answer IS NULL;

    CREATE TRIGGER time_gaps_outlive_task BEFORE DELETE ON tasks BEGIN
      UPDATE time_gaps SET task_id = NULL, note = CASE note WHEN '' THEN old.title ELSE note END
      WHERE task_id = old.id;
    END;
  `,
};
