import type { Migration } from '../migrate.ts';

const refuse = (name: string, event: string, when: string, reason: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} WHEN ${when}
  BEGIN SELECT RAISE(ABORT, 'locked: ${reason}'); END;`;

const billedTask = (ref: string) => `EXISTS (SELECT 1 FROM invoice_line_sources s
  JOIN invoice_lines l ON l.id = s.line_id JOIN invoices i ON i.id = l.invoice_id AND i.state = 'issued'
  WHERE s.kind = 'task' AND s.ref = ${ref} AND s.released_by IS NULL)`;

// UPDATE OR REPLACE puts a row in the place of another one, which goes without the delete triggers being asked: what
// stands behind an issued invoice, and a counter that has given numbers, are asked for here.
export const replaceUpdates: Migration = {
  version: 27,
  name: 'replace-updates',
  sql: `
    ${refuse(
      'invoice_line_entries_replace_update',
      'UPDATE OF id ON invoice_line_entries',
      `new.id <> old.id AND EXISTS (SELECT 1 FROM invoice_line_entries e JOIN invoice_lines l ON l.id = e.line_id
        JOIN invoices i ON i.id = l.invoice_id WHERE e.id = new.id AND i.state = 'issued')`,
      'invoice.issued',
    )}
    ${refuse(
      'invoice_documents_replace_update',
      'UPDATE OF id ON invoice_documents',
      `new.id <> old.id AND EXISTS (SELECT 1 FROM invoice_documents d JOIN invoices i ON i.id = d.invoice_id
        WHERE d.id = new.id AND i.state = 'issued')`,
      'invoice.issued',
    )}
    ${refuse(
      'number_counters_replace_update',
      'UPDATE OF series_id, period ON number_counters',
      `(new.series_id <> old.series_id OR new.period <> old.period) AND EXISTS (SELECT 1 FROM invoices
        WHERE series_id = new.series_id AND period = new.period AND counter IS NOT NULL)`,
      'series.used',
    )}
    ${refuse('tasks_replace_insert', 'INSERT ON tasks', billedTask('new.id'), 'task.billed')}
    ${refuse(
      'tasks_replace_update',
      'UPDATE OF id, seq ON tasks',
      `(new.id <> old.id OR new.seq <> old.seq) AND (${billedTask('old.id')}
        OR EXISTS (SELECT 1 FROM tasks t WHERE (t.id = new.id OR t.seq = new.seq) AND t.id <> old.id
          AND ${billedTask('t.id')}))`,
      'task.billed',
    )}
  `,
};
