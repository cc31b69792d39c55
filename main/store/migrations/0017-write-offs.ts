import type { Migration } from '../migrate.ts';

// Work that is not going to be billed, and nothing else: it stays billable, so that it can be taken back.
export const writeOffs: Migration = {
  version: 17,
  name: 'write-offs',
  sql: `
    CREATE TABLE write_offs (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      entry_id TEXT UNIQUE,
      task_id TEXT UNIQUE,
      -- A retainer's fee: agreement and first day of the cycle.
      fee TEXT UNIQUE,
      reason TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL,
      CHECK ((entry_id IS NOT NULL) + (task_id IS NOT NULL) + (fee IS NOT NULL) = 1),
      FOREIGN KEY (entry_id, client_id) REFERENCES time_entries (id, client_id) ON DELETE CASCADE,
      FOREIGN KEY (task_id, client_id) REFERENCES tasks (id, client_id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX write_offs_by_client ON write_offs (client_id, at);

    CREATE TRIGGER write_offs_end BEFORE UPDATE OF client_id ON time_entries WHEN new.client_id <> old.client_id BEGIN
      DELETE FROM write_offs WHERE entry_id = old.id;
    END;
    CREATE TRIGGER write_offs_billed BEFORE INSERT ON write_offs
    WHEN EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = new.entry_id AND l.released_by IS NULL)
      OR EXISTS (SELECT 1 FROM invoice_line_sources s WHERE s.released_by IS NULL
        AND ((s.kind = 'task' AND s.ref = new.task_id) OR (s.kind = 'fee' AND s.ref = new.fee)))
    BEGIN SELECT RAISE(ABORT, 'locked: writeOff.onInvoice'); END;
    CREATE TRIGGER write_offs_entry BEFORE INSERT ON invoice_line_entries
    WHEN new.released_by IS NULL AND EXISTS (SELECT 1 FROM write_offs WHERE entry_id = new.entry_id)
    BEGIN SELECT RAISE(ABORT, 'locked: writeOff.writtenOff'); END;
  `,
};
