import type { Migration } from '../migrate.ts';
import { workKinds } from './work-kinds.ts';

const record = (row: 'old' | 'new') => `json_object(
  'clientId', ${row}.client_id, 'taskId', ${row}.task_id, 'note', ${row}.note, 'category', ${row}.category,
  'workKindId', ${row}.work_kind_id, 'startedAt', ${row}.started_at, 'endedAt', ${row}.ended_at, 'zone', ${row}.zone,
  'billable', json(CASE ${row}.billable WHEN 1 THEN 'true' ELSE 'false' END))`;

const keep = (row: 'old' | 'new', before: string, after: string) => `
  INSERT INTO time_entry_changes (entry_id, client_id, at, before, after)
  VALUES (${row}.id, ${row}.client_id, CAST(round(unixepoch('subsec') * 1000) AS INTEGER), ${before}, ${after});`;

// A stretch in which nobody can say what the person did is no entry: it has a table of its own, so that no sum, no
// report and no invoice can count it by mistake. It stays after it was answered, as evidence.
export const timeEvidence: Migration = {
  version: 8,
  name: 'time evidence',
  sql: `
    CREATE TABLE work_kinds (
      id TEXT PRIMARY KEY,
      -- Null for those that come with the app: their names are in the catalogues.
      name TEXT CHECK (name IS NULL OR length(name) > 0),
      rank INTEGER NOT NULL,
      archived INTEGER NOT NULL DEFAULT 0 CHECK (archived IN (0, 1)),
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL
    ) STRICT;
    INSERT INTO work_kinds (id, rank, created_at, updated_at)
      VALUES ${workKinds.map((kind, index) => `('${kind}', ${index + 1}, 0, 0)`).join(', ')};

    ALTER TABLE tasks ADD COLUMN work_kind_id TEXT REFERENCES work_kinds (id) ON DELETE RESTRICT;
    ALTER TABLE time_entries ADD COLUMN work_kind_id TEXT REFERENCES work_kinds (id) ON DELETE RESTRICT;
    CREATE INDEX tasks_by_work_kind ON tasks (work_kind_id) WHERE work_kind_id IS NOT NULL;
    CREATE INDEX time_entries_by_work_kind ON time_entries (work_kind_id) WHERE work_kind_id IS NOT NULL;

    -- How a client's hours are rounded when they are billed, and how many are agreed for a week.
    CREATE TABLE time_terms (
      id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
      rounding TEXT NOT NULL DEFAULT 'none' CHECK (rounding IN ('none', 'up', 'down', 'nearest')),
      rounding_minutes INTEGER NOT NULL DEFAULT 15 CHECK (rounding_minutes BETWEEN 1 AND 60),
      rounding_per TEXT NOT NULL DEFAULT 'entry' CHECK (rounding_per IN ('entry', 'day')),
      weekly_minutes INTEGER CHECK (weekly_minutes BETWEEN 0 AND 10080),
      updated_at INTEGER NOT NULL
    ) STRICT;

    -- The running timer's last sign of life, at most 30 s old while the app runs.
    CREATE TABLE timer_beat (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      entry_id TEXT NOT NULL REFERENCES time_entries (id) ON DELETE CASCADE,
      -- The run of the app: monotonic times compare only within one.
      run_id TEXT NOT NULL,
      wall INTEGER NOT NULL,
      monotonic INTEGER NOT NULL,
      -- The app was closed on purpose after this beat.
      closed INTEGER NOT NULL DEFAULT 0 CHECK (closed IN (0, 1)),
      asked_midnight INTEGER NOT NULL DEFAULT 0 CHECK (asked_midnight IN (0, 1)),
      asked_length INTEGER NOT NULL DEFAULT 0 CHECK (asked_length IN (0, 1))
    ) STRICT;

    CREATE TABLE time_gaps (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE RESTRICT,
      -- The entry that ran when the gap began.
      entry_id TEXT REFERENCES time_entries (id) ON DELETE SET NULL,
      started_at INTEGER NOT NULL,
      ended_at INTEGER NOT NULL CHECK (ended_at >= started_at),
      zone TEXT NOT NULL,
      cause TEXT NOT NULL CHECK (cause IN ('sleep', 'crash', 'closed', 'idle', 'clock_ahead', 'clock_back')),
      noticed_at INTEGER NOT NULL,
      -- Null as long as it needs review.
      answer TEXT CHECK (answer IN ('kept', 'discarded', 'split')),
      answered_at INTEGER,
      CHECK ((answer IS NULL) = (answered_at IS NULL))
    ) STRICT;
    CREATE INDEX time_gaps_by_start ON time_gaps (started_at);
    CREATE INDEX time_gaps_by_client ON time_gaps (client_id);
    CREATE INDEX time_gaps_by_entry ON time_gaps (entry_id);
    CREATE INDEX time_gaps_open ON time_gaps (started_at) WHERE answer IS NULL;

    DROP TRIGGER time_entries_changed;
    DROP TRIGGER time_entries_deleted;
    DROP TRIGGER time_entries_restored;
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
  `,
};
