import type { Migration } from '../migrate.ts';

const refuse = (name: string, event: string, when: string, reason: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} WHEN ${when}
  BEGIN SELECT RAISE(ABORT, 'locked: ${reason}'); END;`;

// An expense that was charged to a client can be given up like work: neither unbilled nor billed until it is taken
// back. The CHECK of the first version counts what is written off, so the table is made anew.
export const expenseWriteOffs: Migration = {
  version: 21,
  name: 'expense-write-offs',
  rebuildsTables: true,
  sql: `
    DROP TRIGGER write_offs_end;
    DROP TRIGGER write_offs_billed;
    DROP TRIGGER write_offs_entry;
    DROP TRIGGER write_offs_source;
    CREATE TABLE write_offs_new (
      id TEXT PRIMARY KEY,
      client_id TEXT NOT NULL REFERENCES clients (id) ON DELETE CASCADE,
      entry_id TEXT UNIQUE,
      task_id TEXT UNIQUE,
      -- A retainer's fee: agreement and first day of the cycle.
      fee TEXT UNIQUE,
      expense_id TEXT UNIQUE,
      reason TEXT NOT NULL DEFAULT '',
      at INTEGER NOT NULL,
      CHECK ((entry_id IS NOT NULL) + (task_id IS NOT NULL) + (fee IS NOT NULL) + (expense_id IS NOT NULL) = 1),
      FOREIGN KEY (entry_id, client_id) REFERENCES time_entries (id, client_id) ON DELETE CASCADE,
      FOREIGN KEY (task_id, client_id) REFERENCES tasks (id, client_id) ON DELETE CASCADE,
      FOREIGN KEY (expense_id, client_id) REFERENCES expenses (id, client_id) ON DELETE CASCADE
    ) STRICT;
    INSERT INTO write_offs_new (id, client_id, entry_id, task_id, fee, reason, at)
      SELECT id, client_id, entry_id, task_id, fee, reason, at FROM write_offs;
    DROP TABLE write_offs;
    ALTER TABLE write_offs_new RENAME TO write_offs;
    CREATE INDEX write_offs_by_client ON write_offs (client_id, at);

    CREATE TRIGGER write_offs_end BEFORE UPDATE OF client_id ON time_entries WHEN new.client_id <> old.client_id BEGIN
      DELETE FROM write_offs WHERE entry_id = old.id;
    END;
    CREATE TRIGGER write_offs_end_expense BEFORE UPDATE OF client_id, billable ON expenses
    WHEN new.client_id <> old.client_id OR new.billable = 0 BEGIN
      DELETE FROM write_offs WHERE expense_id = old.id;
    END;
    ${refuse(
      'write_offs_billed',
      'INSERT ON write_offs',
      `EXISTS (SELECT 1 FROM invoice_line_entries l WHERE l.entry_id = new.entry_id AND l.released_by IS NULL)
        OR EXISTS (SELECT 1 FROM invoice_line_sources s WHERE s.released_by IS NULL
          AND ((s.kind = 'task' AND s.ref = new.task_id) OR (s.kind = 'fee' AND s.ref = new.fee)
            OR (s.kind = 'expense' AND s.ref = new.expense_id)))`,
      'writeOff.onInvoice',
    )}
    ${refuse(
      'write_offs_entry',
      'INSERT ON invoice_line_entries',
      'new.released_by IS NULL AND EXISTS (SELECT 1 FROM write_offs WHERE entry_id = new.entry_id)',
      'writeOff.writtenOff',
    )}
    ${refuse(
      'write_offs_source',
      'INSERT ON invoice_line_sources',
      `new.released_by IS NULL AND EXISTS (SELECT 1 FROM write_offs w
        WHERE (new.kind = 'task' AND w.task_id = new.ref) OR (new.kind = 'fee' AND w.fee = new.ref)
          OR (new.kind = 'expense' AND w.expense_id = new.ref))`,
      'writeOff.writtenOff',
    )}
  `,
};
