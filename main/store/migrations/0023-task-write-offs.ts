import type { Migration } from '../migrate.ts';

const hex = (bytes: number) => `lower(hex(randomblob(${bytes})))`;
const newId = `${hex(4)} || '-' || ${hex(2)} || '-4' || substr(${hex(2)}, 2) || '-8' || substr(${hex(2)}, 2)
  || '-' || ${hex(6)}`;

// A task that is written off takes the work along that was tracked for it until then. What is tracked for it later is
// work like any other: without rows of its own nobody could tell the two apart, and it would be neither billed nor
// written off. What leaves the task is no longer part of that.
export const taskWriteOffs: Migration = {
  version: 23,
  name: 'task-write-offs',
  sql: `
    ALTER TABLE write_offs ADD COLUMN part_of TEXT REFERENCES write_offs (id) ON DELETE CASCADE
      CHECK (part_of IS NULL OR entry_id IS NOT NULL);
    CREATE INDEX write_offs_by_whole ON write_offs (part_of) WHERE part_of IS NOT NULL;

    CREATE TRIGGER write_offs_end_part BEFORE UPDATE OF task_id ON time_entries WHEN new.task_id IS NOT old.task_id BEGIN
      DELETE FROM write_offs WHERE entry_id = old.id AND part_of IS NOT NULL;
    END;

    INSERT INTO write_offs (id, client_id, entry_id, reason, at, part_of)
      SELECT ${newId}, w.client_id, e.id, w.reason, w.at, w.id
      FROM write_offs w JOIN time_entries e ON e.task_id = w.task_id AND e.client_id = w.client_id
      WHERE e.billable = 1 AND e.billed = 0 AND e.ended_at IS NOT NULL AND e.created_at <= w.at
        AND NOT EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = e.id AND l.released_by IS NULL)
        AND NOT EXISTS (SELECT 1 FROM write_offs own WHERE own.entry_id = e.id);
  `,
};
