import type { Migration } from '../migrate.ts';

// The composite keys make it impossible for a task to stand in another client's column.
export const tasks: Migration = {
  version: 2,
  name: 'tasks',
  sql: `
    CREATE TABLE board_columns (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      name TEXT NOT NULL CHECK (length(name) BETWEEN 1 AND 100),
      kind TEXT NOT NULL CHECK (kind IN ('todo', 'doing', 'waiting', 'review', 'done')),
      card_limit INTEGER CHECK (card_limit > 0),
      rank TEXT NOT NULL,
      UNIQUE (id, client_id)
    ) STRICT;
    CREATE INDEX board_columns_by_client ON board_columns (client_id, rank);

    CREATE TABLE tasks (
      seq INTEGER PRIMARY KEY,
      id TEXT NOT NULL UNIQUE,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      column_id TEXT NOT NULL,
      rank TEXT NOT NULL,
      title TEXT NOT NULL CHECK (length(title) BETWEEN 1 AND 500),
      wanted TEXT NOT NULL DEFAULT '',
      done_looks_like TEXT NOT NULL DEFAULT '',
      due_date TEXT,
      due_time TEXT CHECK (due_time IS NULL OR due_date IS NOT NULL),
      due_zone TEXT CHECK ((due_zone IS NULL) = (due_time IS NULL)),
      due_at INTEGER CHECK ((due_at IS NULL) = (due_time IS NULL)),
      category TEXT CHECK (category IN ('key', 'routine', 'useful')),
      estimate_minutes INTEGER CHECK (estimate_minutes > 0),
      waiting_on TEXT NOT NULL DEFAULT '',
      waiting_since INTEGER,
      completed_at INTEGER,
      created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL,
      UNIQUE (id, client_id),
      FOREIGN KEY (column_id, client_id) REFERENCES board_columns (id, client_id)
    ) STRICT;
    CREATE INDEX tasks_by_column ON tasks (column_id, rank);
    CREATE INDEX tasks_by_client ON tasks (client_id);
    -- Also covers the counts of the rail, which are asked for after every change of a task.
    CREATE INDEX tasks_open_by_due ON tasks (due_date, client_id, due_at) WHERE due_date IS NOT NULL AND completed_at IS NULL;

    CREATE TABLE checklist_items (
      id TEXT PRIMARY KEY,
      task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
      text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 500),
      done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1)),
      rank TEXT NOT NULL
    ) STRICT;
    CREATE INDEX checklist_items_by_task ON checklist_items (task_id, rank);

    CREATE TABLE task_links (
      id TEXT PRIMARY KEY,
      task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
      title TEXT NOT NULL DEFAULT '',
      url TEXT NOT NULL,
      file_id TEXT,
      added_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX task_links_by_task ON task_links (task_id);

    CREATE TABLE task_history (
      id TEXT PRIMARY KEY,
      task_id TEXT NOT NULL REFERENCES tasks (id) ON DELETE CASCADE,
      at INTEGER NOT NULL,
      kind TEXT NOT NULL,
      data TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(data))
    ) STRICT;
    CREATE INDEX task_history_by_task ON task_history (task_id, at);

    CREATE TABLE board_views (
      id TEXT PRIMARY KEY REFERENCES clients (id) ON DELETE CASCADE,
      view TEXT NOT NULL CHECK (json_valid(view))
    ) STRICT;

    CREATE VIRTUAL TABLE tasks_text USING fts5 (
      title, wanted, done_looks_like,
      content = 'tasks', content_rowid = 'seq',
      tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3'
    );
    CREATE TRIGGER tasks_text_insert AFTER INSERT ON tasks BEGIN
      INSERT INTO tasks_text (rowid, title, wanted, done_looks_like)
      VALUES (new.seq, new.title, new.wanted, new.done_looks_like);
    END;
    CREATE TRIGGER tasks_text_delete AFTER DELETE ON tasks BEGIN
      INSERT INTO tasks_text (tasks_text, rowid, title, wanted, done_looks_like)
      VALUES ('delete', old.seq, old.title, old.wanted, old.done_looks_like);
    END;
    CREATE TRIGGER tasks_text_update AFTER UPDATE OF title, wanted, done_looks_like ON tasks BEGIN
      INSERT INTO tasks_text (tasks_text, rowid, title, wanted, done_looks_like)
      VALUES ('delete', old.seq, old.title, old.wanted, old.done_looks_like);
      INSERT INTO tasks_text (rowid, title, wanted, done_looks_like)
      VALUES (new.seq, new.title, new.wanted, new.done_looks_like);
    END;
  `,
};
