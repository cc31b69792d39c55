// What keeps issued invoices, their number series and billed time as they are, whoever asks: a service, an undo,
// a cascade, a REPLACE (which skips delete triggers, hence the guards on insert).

const issued = (id: string) => `EXISTS (SELECT 1 FROM invoices WHERE id = ${id} AND state = 'issued')`;

const issuedLine = (lineId: string) => `EXISTS (
  SELECT 1 FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
  WHERE l.id = ${lineId} AND i.state = 'issued')`;

const billed = (entryId: string) => `EXISTS (
  SELECT 1 FROM invoice_line_entries e JOIN invoice_lines l ON l.id = e.line_id
  JOIN invoices i ON i.id = l.invoice_id WHERE e.entry_id = ${entryId} AND i.state = 'issued')`;

const refuse = (name: string, event: string, when: string, reason: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} WHEN ${when}
  BEGIN SELECT RAISE(ABORT, 'locked: ${reason}'); END;`;

const refuseAll = (table: string, is: (row: 'old' | 'new') => string, reason: string) =>
  refuse(`${table}_locked_insert`, `INSERT ON ${table}`, is('new'), reason) +
  refuse(`${table}_locked_update`, `UPDATE ON ${table}`, `${is('old')} OR ${is('new')}`, reason) +
  refuse(`${table}_locked_delete`, `DELETE ON ${table}`, is('old'), reason);

const counterUsed = (row: 'old' | 'new') => `EXISTS (
  SELECT 1 FROM invoices WHERE series_id = ${row}.series_id AND period = ${row}.period AND counter IS NOT NULL)`;

export const billingLocks = `
  ${refuse('invoices_locked_insert', 'INSERT ON invoices', `new.state = 'issued' OR ${issued('new.id')}`, 'invoice.issued')}
  ${refuse('invoices_locked_update', 'UPDATE ON invoices', `old.state = 'issued'`, 'invoice.issued')}
  ${refuse('invoices_locked_delete', 'DELETE ON invoices', `old.state = 'issued'`, 'invoice.issued')}
  ${refuseAll('invoice_lines', (row) => `(${issued(`${row}.invoice_id`)} OR ${issuedLine(`${row}.id`)})`, 'invoice.issued')}
  ${refuseAll('invoice_line_entries', (row) => `(${issuedLine(`${row}.line_id`)} OR ${billed(`${row}.entry_id`)})`, 'invoice.issued')}
  ${refuseAll('invoice_taxes', (row) => issued(`${row}.invoice_id`), 'invoice.issued')}
  ${refuseAll('invoice_documents', (row) => issued(`${row}.invoice_id`), 'invoice.issued')}
  ${refuseAll('time_entries', (row) => billed(`${row}.id`), 'time.billed')}
  ${refuse(
    'tasks_locked_delete',
    'DELETE ON tasks',
    `EXISTS (SELECT 1 FROM time_entries t WHERE t.task_id = old.id AND ${billed('t.id')})`,
    'task.billed',
  )}
  ${refuse(
    'clients_locked_delete',
    'DELETE ON clients',
    `EXISTS (SELECT 1 FROM invoices WHERE client_id = old.id AND state = 'issued')`,
    'client.billed',
  )}

  -- An invoice takes exactly the next number, and taking it is what moves the counter.
  CREATE TRIGGER invoices_issue_check BEFORE UPDATE ON invoices
  WHEN old.state = 'draft' AND new.state = 'issued' BEGIN
    SELECT RAISE(ABORT, 'locked: invoice.counter') WHERE new.counter IS NOT
      (SELECT next FROM number_counters WHERE series_id = new.series_id AND period = new.period);
    SELECT RAISE(ABORT, 'locked: invoice.incomplete') WHERE
      NOT EXISTS (SELECT 1 FROM invoice_lines WHERE invoice_id = new.id)
      OR EXISTS (SELECT 1 FROM invoice_lines WHERE invoice_id = new.id
        AND (net_minor IS NULL OR (kind = 'time' AND seconds IS NULL)))
      OR EXISTS (SELECT 1 FROM invoice_line_entries e JOIN invoice_lines l ON l.id = e.line_id
        JOIN time_entries t ON t.id = e.entry_id WHERE l.invoice_id = new.id AND t.billed = 0)
      OR new.net_minor IS NOT (SELECT sum(net_minor) FROM invoice_lines WHERE invoice_id = new.id)
      OR new.tax_minor IS NOT (SELECT sum(tax_minor) FROM invoice_taxes WHERE invoice_id = new.id)
      OR NOT EXISTS (SELECT 1 FROM invoice_documents WHERE id = new.document_id AND invoice_id = new.id);
  END;
  CREATE TRIGGER invoices_issue_count AFTER UPDATE ON invoices
  WHEN old.state = 'draft' AND new.state = 'issued' BEGIN
    UPDATE number_counters SET next = next + 1 WHERE series_id = new.series_id AND period = new.period;
  END;

  ${refuse('number_counters_locked_insert', 'INSERT ON number_counters', counterUsed('new'), 'series.used')}
  ${refuse('number_counters_locked_delete', 'DELETE ON number_counters', counterUsed('old'), 'series.used')}
  ${refuse(
    'number_counters_locked_update',
    'UPDATE ON number_counters',
    `${counterUsed('old')} AND NOT (
      new.series_id = old.series_id AND new.period = old.period AND new.first = old.first
      AND new.next = old.next + 1
      AND EXISTS (SELECT 1 FROM invoices WHERE series_id = old.series_id AND period = old.period
        AND counter = old.next))`,
    'series.used',
  )}

  -- Time counts as billed only by way of an invoice.
  ${refuse('time_entries_billed_insert', 'INSERT ON time_entries', 'new.billed = 1', 'time.billed')}
  ${refuse(
    'time_entries_billed_update',
    'UPDATE OF billed ON time_entries',
    'new.billed <> old.billed AND NOT EXISTS (SELECT 1 FROM invoice_line_entries WHERE entry_id = new.id)',
    'time.billed',
  )}

  -- Work that leaves its client or stops being billable leaves a draft by itself.
  CREATE TRIGGER time_entries_leave_draft BEFORE UPDATE OF client_id, billable, ended_at ON time_entries
  WHEN new.client_id <> old.client_id OR new.billable = 0 OR new.ended_at IS NULL BEGIN
    DELETE FROM invoice_line_entries WHERE entry_id = old.id;
  END;
`;
