import type { Migration } from '../migrate.ts';

const owner = `CASE new.kind
    WHEN 'task' THEN (SELECT client_id FROM tasks WHERE id = new.ref)
    WHEN 'expense' THEN (SELECT client_id FROM expenses WHERE id = new.ref)
    ELSE (SELECT client_id FROM agreements
      WHERE id = substr(replace(new.ref, 'over:', ''), 1, length(replace(new.ref, 'over:', '')) - 11))
  END`;

const refuse = (name: string, event: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} ON invoice_line_sources WHEN ${owner} <> new.client_id
  BEGIN SELECT RAISE(ABORT, 'locked: invoice.otherClient'); END;`;

// What stands behind a line is named by a text that no key can follow: a task, an expense, or an agreement with a day.
// And a line whose words somebody typed keeps them when its draft follows the work.
export const draftLines: Migration = {
  version: 20,
  name: 'draft-lines',
  sql: `
    ALTER TABLE invoice_lines ADD COLUMN typed INTEGER NOT NULL DEFAULT 0 CHECK (typed IN (0, 1));
    ${refuse('invoice_line_sources_client_insert', 'INSERT')}
    ${refuse('invoice_line_sources_client_update', 'UPDATE OF client_id, kind, ref')}
  `,
};
