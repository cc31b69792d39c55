import type { Migration } from '../migrate.ts';

const refuse = (name: string, event: string, when: string, reason: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} WHEN ${when}
  BEGIN SELECT RAISE(ABORT, 'locked: ${reason}'); END;`;

// An issued invoice names the logo that is printed on it, so that its file stays when the person's details get another.
export const logos: Migration = {
  version: 19,
  name: 'logos',
  sql: `
    ALTER TABLE billing_files ADD COLUMN width INTEGER CHECK (width > 0);
    ALTER TABLE billing_files ADD COLUMN height INTEGER CHECK (height > 0);
    ALTER TABLE invoices ADD COLUMN logo_id TEXT REFERENCES billing_files (id) ON DELETE RESTRICT;
    CREATE INDEX invoices_by_logo ON invoices (logo_id) WHERE logo_id IS NOT NULL;
    ${refuse(
      'billing_files_locked_delete',
      'DELETE ON billing_files',
      'EXISTS (SELECT 1 FROM invoices WHERE logo_id = old.id)',
      'file.kept',
    )}
    -- REPLACE deletes without asking the trigger above.
    ${refuse(
      'billing_files_replace_insert',
      'INSERT ON billing_files',
      'EXISTS (SELECT 1 FROM billing_files WHERE id = new.id)',
      'file.kept',
    )}
  `,
};
