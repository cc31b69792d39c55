import type { Migration } from '../migrate.ts';

const refuse = (name: string, event: string, when: string, reason: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} WHEN ${when}
  BEGIN SELECT RAISE(ABORT, 'locked: ${reason}'); END;`;

const onIssuedLine = `invoice_lines l JOIN invoices i ON i.id = l.invoice_id AND i.state = 'issued'`;

/** A row of an issued invoice that the new source would take the place of, by its id or as the live one. */
const takesSource = (other: string) => `EXISTS (
  SELECT 1 FROM invoice_line_sources s JOIN ${onIssuedLine} WHERE l.id = s.line_id ${other}
    AND (s.id = new.id
      OR (s.kind = new.kind AND s.ref = new.ref AND s.released_by IS NULL AND new.released_by IS NULL)))`;

// REPLACE deletes the row in its way without asking the delete triggers: what stands behind an issued invoice is asked
// for here. And what is written off goes on no draft, be it a task or a fee, as it is with time.
export const replaceGuards: Migration = {
  version: 18,
  name: 'replace-guards',
  sql: `
    ${refuse('invoice_line_sources_replace_insert', 'INSERT ON invoice_line_sources', takesSource(''), 'invoice.issued')}
    ${refuse(
      'invoice_line_sources_replace_update',
      'UPDATE OF id, kind, ref, released_by ON invoice_line_sources',
      takesSource('AND s.id <> old.id'),
      'invoice.issued',
    )}
    ${refuse(
      'invoice_line_entries_replace_insert',
      'INSERT ON invoice_line_entries',
      `EXISTS (SELECT 1 FROM invoice_line_entries e JOIN ${onIssuedLine} WHERE l.id = e.line_id AND e.id = new.id)`,
      'invoice.issued',
    )}
    ${refuse(
      'invoice_documents_replace_insert',
      'INSERT ON invoice_documents',
      `EXISTS (SELECT 1 FROM invoice_documents d JOIN invoices i ON i.id = d.invoice_id
        WHERE d.id = new.id AND i.state = 'issued')`,
      'invoice.issued',
    )}
    ${refuse(
      'write_offs_source',
      'INSERT ON invoice_line_sources',
      `new.released_by IS NULL AND EXISTS (SELECT 1 FROM write_offs w
        WHERE (new.kind = 'task' AND w.task_id = new.ref) OR (new.kind = 'fee' AND w.fee = new.ref))`,
      'writeOff.writtenOff',
    )}
  `,
};
