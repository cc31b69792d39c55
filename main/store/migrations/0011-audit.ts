import type { Migration } from '../migrate.ts';

// What a person decided about a client's work of one kind, or about one task, in the audit of some dates. Each audit
// keeps its own answers, so that the next one can show what was said before.
export const audit: Migration = {
  version: 11,
  name: 'audit',
  sql: `
    CREATE TABLE audit_decisions (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE RESTRICT,
      subject TEXT NOT NULL CHECK (subject IN ('kind', 'task')),
      -- Null for work without a kind, or without a task.
      work_kind_id TEXT REFERENCES work_kinds (id) ON DELETE RESTRICT CHECK (work_kind_id IS NULL OR subject = 'kind'),
      task_id TEXT CHECK (task_id IS NULL OR subject = 'task'),
      from_date TEXT NOT NULL,
      to_date TEXT NOT NULL CHECK (to_date >= from_date),
      decision TEXT CHECK (decision IN ('keep', 'standardise', 'hand_back')),
      note TEXT NOT NULL DEFAULT '',
      decided_at INTEGER NOT NULL,
      FOREIGN KEY (task_id, client_id) REFERENCES tasks (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE UNIQUE INDEX one_audit_decision ON audit_decisions
      (client_id, subject, ifnull(work_kind_id, ''), ifnull(task_id, ''), from_date, to_date);
    CREATE INDEX audit_decisions_by_task ON audit_decisions (task_id) WHERE task_id IS NOT NULL;
    CREATE INDEX audit_decisions_by_work_kind ON audit_decisions (work_kind_id) WHERE work_kind_id IS NOT NULL;
  `,
};
