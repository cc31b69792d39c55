// What keeps issued invoices and credit notes, their number series, and billed work as they are, whoever asks: a
// service, an undo, a cascade, a REPLACE (which skips delete triggers, hence the guards on insert). The one way in
// which work comes free again is a credit note that gives it back.

const issued = (id: string) => `EXISTS (SELECT 1 FROM invoices WHERE id = ${id} AND state = 'issued')`;

const issuedLine = (lineId: string) => `EXISTS (
  SELECT 1 FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id
  WHERE l.id = ${lineId} AND i.state = 'issued')`;

const billed = (entryId: string) => `EXISTS (
  SELECT 1 FROM invoice_line_entries e JOIN invoice_lines l ON l.id = e.line_id
  JOIN invoices i ON i.id = l.invoice_id
  WHERE e.entry_id = ${entryId} AND e.released_by IS NULL AND i.state = 'issued')`;

const billedSource = (kind: string, ref: string) => `EXISTS (
  SELECT 1 FROM invoice_line_sources s JOIN invoice_lines l ON l.id = s.line_id
  JOIN invoices i ON i.id = l.invoice_id
  WHERE s.kind = '${kind}' AND s.ref = ${ref} AND s.released_by IS NULL AND i.state = 'issued')`;

/** The credit note is issued, says that it gives the work back, and with it nothing is left of the line. */
const givesBack = (creditId: string, lineId: string) => `EXISTS (
  SELECT 1 FROM invoices c JOIN invoice_lines l ON l.id = ${lineId} AND l.invoice_id = c.corrects_id
  WHERE c.id = ${creditId} AND c.state = 'issued' AND c.gives_back = 1
    AND EXISTS (SELECT 1 FROM invoice_lines k WHERE k.invoice_id = c.id AND k.corrects_line_id = l.id)
    AND l.net_minor = (SELECT sum(k.net_minor) FROM invoice_lines k JOIN invoices n ON n.id = k.invoice_id
      WHERE k.corrects_line_id = l.id AND n.state = 'issued'))`;

const same = (columns: readonly string[]) =>
  columns.map((column) => `new.${column} IS old.${column}`).join(' AND ');

const releases = (columns: readonly string[]) =>
  `(old.released_by IS NULL AND ${same(columns)} AND ${givesBack('new.released_by', 'old.line_id')})`;

const refuse = (name: string, event: string, when: string, reason: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} WHEN ${when}
  BEGIN SELECT RAISE(ABORT, 'locked: ${reason}'); END;`;

const refuseAll = (table: string, is: (row: 'old' | 'new') => string, reason: string) =>
  refuse(`${table}_locked_insert`, `INSERT ON ${table}`, is('new'), reason) +
  refuse(`${table}_locked_update`, `UPDATE ON ${table}`, `${is('old')} OR ${is('new')}`, reason) +
  refuse(`${table}_locked_delete`, `DELETE ON ${table}`, is('old'), reason);

const onIssued = (row: 'old' | 'new') => `(${issuedLine(`${row}.line_id`)} OR ${billed(`${row}.entry_id`)})`;
const sourceOnIssued = (row: 'old' | 'new') => issuedLine(`${row}.line_id`);

// Of an entry that was given back, the link is history: it goes with the entry, and an undo brings it back.
const entryIsThere =
  'EXISTS (SELECT 1 FROM time_entries WHERE id = old.entry_id AND client_id = old.client_id)';

const linkLocks =
  refuse(
    'invoice_line_entries_locked_insert',
    'INSERT ON invoice_line_entries',
    `${onIssued('new')} AND (new.released_by IS NULL OR ${billed('new.entry_id')}
      OR NOT ${givesBack('new.released_by', 'new.line_id')})`,
    'invoice.issued',
  ) +
  refuse(
    'invoice_line_entries_locked_update',
    'UPDATE ON invoice_line_entries',
    `(${onIssued('old')} OR ${onIssued('new')}) AND NOT ${releases(['id', 'line_id', 'client_id', 'entry_id'])}`,
    'invoice.issued',
  ) +
  refuse(
    'invoice_line_entries_locked_delete',
    'DELETE ON invoice_line_entries',
    `${onIssued('old')} AND NOT (old.released_by IS NOT NULL AND NOT ${entryIsThere})`,
    'invoice.issued',
  ) +
  refuse(
    'invoice_line_sources_locked_insert',
    'INSERT ON invoice_line_sources',
    sourceOnIssued('new'),
    'invoice.issued',
  ) +
  refuse(
    'invoice_line_sources_locked_update',
    'UPDATE ON invoice_line_sources',
    `(${sourceOnIssued('old')} OR ${sourceOnIssued('new')})
      AND NOT ${releases(['id', 'line_id', 'client_id', 'kind', 'ref'])}`,
    'invoice.issued',
  ) +
  refuse(
    'invoice_line_sources_locked_delete',
    'DELETE ON invoice_line_sources',
    sourceOnIssued('old'),
    'invoice.issued',
  ) +
  ['invoice_line_entries', 'invoice_line_sources']
    .flatMap((table) => [
      refuse(
        `${table}_released_insert`,
        `INSERT ON ${table}`,
        `new.released_by IS NOT NULL AND NOT ${givesBack('new.released_by', 'new.line_id')}`,
        'invoice.issued',
      ),
      refuse(
        `${table}_released_update`,
        `UPDATE OF released_by ON ${table}`,
        `new.released_by IS NOT old.released_by AND NOT ${givesBack('new.released_by', 'new.line_id')}`,
        'invoice.issued',
      ),
    ])
    .join('');

const counterUsed = (row: 'old' | 'new') => `EXISTS (
  SELECT 1 FROM invoices WHERE series_id = ${row}.series_id AND period = ${row}.period AND counter IS NOT NULL)`;

const issuing = `WHEN old.state = 'draft' AND new.state = 'issued'`;

/** Net that issued credit notes other than the new one have taken from line `l`. */
const creditedBefore = `coalesce((SELECT sum(p.net_minor) FROM invoice_lines p JOIN invoices n ON n.id = p.invoice_id
  WHERE p.corrects_line_id = l.id AND n.state = 'issued' AND n.id <> new.id), 0)`;

// A credit takes from lines of the invoice that it corrects, in their direction, and together with all others never
// more than they hold; nor does its total ever take more than is left of the invoice.
const creditLocks = `
  CREATE TRIGGER invoices_credit_check BEFORE UPDATE ON invoices ${issuing} AND new.kind = 'credit_note' BEGIN
    SELECT RAISE(ABORT, 'locked: credit.other') WHERE NOT EXISTS (
      SELECT 1 FROM invoices i WHERE i.id = new.corrects_id AND i.state = 'issued' AND i.kind = 'invoice'
        AND i.client_id = new.client_id AND i.currency = new.currency);
    SELECT RAISE(ABORT, 'locked: credit.other') WHERE EXISTS (
      SELECT 1 FROM invoice_lines k WHERE k.invoice_id = new.id AND NOT EXISTS (
        SELECT 1 FROM invoice_lines l WHERE l.id = k.corrects_line_id AND l.invoice_id = new.corrects_id
          AND l.tax_category = k.tax_category AND l.tax_rate = k.tax_rate));
    SELECT RAISE(ABORT, 'locked: credit.tooMuch') WHERE EXISTS (
      SELECT 1 FROM invoice_lines l
      JOIN (SELECT corrects_line_id AS line_id, sum(net_minor) AS net FROM invoice_lines
        WHERE invoice_id = new.id GROUP BY corrects_line_id) k ON k.line_id = l.id
      WHERE (l.net_minor >= 0 AND (k.net < 0 OR k.net + ${creditedBefore} > l.net_minor))
        OR (l.net_minor < 0 AND (k.net > 0 OR k.net + ${creditedBefore} < l.net_minor)));
    SELECT RAISE(ABORT, 'locked: credit.tooMuch') WHERE new.gross_minor < 0 OR new.gross_minor +
      (SELECT coalesce(sum(gross_minor), 0) FROM invoices WHERE corrects_id = new.corrects_id AND state = 'issued' AND id <> new.id)
      > (SELECT gross_minor FROM invoices WHERE id = new.corrects_id);
  END;
  ${refuse(
    'invoices_correct_insert',
    'INSERT ON invoices',
    `new.kind = 'credit_note' AND NOT EXISTS (SELECT 1 FROM invoices i WHERE i.id = new.corrects_id
      AND i.state = 'issued' AND i.kind = 'invoice' AND i.client_id = new.client_id)`,
    'credit.other',
  )}`;

// Money comes in for what was issued, and only for invoices; what a credit note owes is paid out there.
const moneyLocks = ['payments', 'invoice_write_offs', 'invoice_reminders']
  .flatMap((table) =>
    (['INSERT', 'UPDATE'] as const).map((event) =>
      refuse(
        `${table}_${event.toLowerCase()}`,
        `${event} ON ${table}`,
        `NOT EXISTS (SELECT 1 FROM invoices WHERE id = new.invoice_id AND state = 'issued' AND kind = 'invoice')`,
        'payment.notIssued',
      ),
    ),
  )
  .join('');

const expenseLocks = `
  ${refuseAll('expenses', (row) => billedSource('expense', `${row}.id`), 'expense.billed')}
  ${refuse('billing_files_locked_update', 'UPDATE ON billing_files', 'true', 'file.kept')}

  -- An expense that leaves its client, its currency or is no longer charged leaves a draft by itself.
  CREATE TRIGGER expenses_leave_draft BEFORE UPDATE OF client_id, currency, billable ON expenses
  WHEN new.client_id <> old.client_id OR new.currency <> old.currency OR new.billable = 0 BEGIN
    DELETE FROM invoice_lines WHERE id IN
      (SELECT line_id FROM invoice_line_sources WHERE kind = 'expense' AND ref = old.id AND released_by IS NULL);
  END;
  CREATE TRIGGER expenses_leave_draft_deleted BEFORE DELETE ON expenses BEGIN
    DELETE FROM invoice_lines WHERE id IN
      (SELECT line_id FROM invoice_line_sources WHERE kind = 'expense' AND ref = old.id AND released_by IS NULL);
  END;`;

export const invoiceLocks = `
  ${refuse('invoices_locked_insert', 'INSERT ON invoices', `new.state = 'issued' OR ${issued('new.id')}`, 'invoice.issued')}
  ${refuse('invoices_locked_update', 'UPDATE ON invoices', `old.state = 'issued'`, 'invoice.issued')}
  ${refuse('invoices_locked_delete', 'DELETE ON invoices', `old.state = 'issued'`, 'invoice.issued')}
  ${refuseAll('invoice_lines', (row) => `(${issued(`${row}.invoice_id`)} OR ${issuedLine(`${row}.id`)})`, 'invoice.issued')}
  ${linkLocks}
  ${refuseAll('invoice_taxes', (row) => issued(`${row}.invoice_id`), 'invoice.issued')}
  ${refuseAll('invoice_documents', (row) => issued(`${row}.invoice_id`), 'invoice.issued')}
  ${refuseAll('time_entries', (row) => billed(`${row}.id`), 'time.billed')}
  ${refuse(
    'tasks_locked_delete',
    'DELETE ON tasks',
    `${billedSource('task', 'old.id')}
      OR EXISTS (SELECT 1 FROM time_entries t WHERE t.task_id = old.id AND ${billed('t.id')})`,
    'task.billed',
  )}
  ${refuse(
    'clients_locked_delete',
    'DELETE ON clients',
    `EXISTS (SELECT 1 FROM invoices WHERE client_id = old.id AND state = 'issued')`,
    'client.billed',
  )}

  -- An invoice takes exactly the next number, and taking it is what moves the counter.
  CREATE TRIGGER invoices_issue_check BEFORE UPDATE ON invoices ${issuing} BEGIN
    SELECT RAISE(ABORT, 'locked: invoice.counter') WHERE new.counter IS NOT
      (SELECT next FROM number_counters WHERE series_id = new.series_id AND period = new.period);
    SELECT RAISE(ABORT, 'locked: invoice.incomplete') WHERE
      NOT EXISTS (SELECT 1 FROM invoice_lines WHERE invoice_id = new.id)
      OR EXISTS (SELECT 1 FROM invoice_lines WHERE invoice_id = new.id
        AND (net_minor IS NULL OR (kind IN ('time', 'hours') AND seconds IS NULL)))
      OR EXISTS (SELECT 1 FROM invoice_line_entries e JOIN invoice_lines l ON l.id = e.line_id
        JOIN time_entries t ON t.id = e.entry_id WHERE l.invoice_id = new.id AND t.billed = 0)
      OR new.net_minor IS NOT (SELECT sum(net_minor) FROM invoice_lines WHERE invoice_id = new.id)
      OR new.tax_minor IS NOT (SELECT sum(tax_minor) FROM invoice_taxes WHERE invoice_id = new.id)
      OR NOT EXISTS (SELECT 1 FROM invoice_documents
        WHERE id = new.document_id AND invoice_id = new.id AND format = 'pdf');
  END;
  CREATE TRIGGER invoices_issue_count AFTER UPDATE ON invoices ${issuing} BEGIN
    UPDATE number_counters SET next = next + 1 WHERE series_id = new.series_id AND period = new.period;
  END;
  ${creditLocks}

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

  -- Time counts as billed only by way of an invoice, and is free again only by way of a credit note.
  ${refuse('time_entries_billed_insert', 'INSERT ON time_entries', 'new.billed = 1', 'time.billed')}
  ${refuse(
    'time_entries_billed_update',
    'UPDATE OF billed ON time_entries',
    `new.billed <> old.billed AND new.billed <>
      EXISTS (SELECT 1 FROM invoice_line_entries WHERE entry_id = new.id AND released_by IS NULL)`,
    'time.billed',
  )}

  -- Work that leaves its client or stops being billable leaves a draft by itself.
  CREATE TRIGGER time_entries_leave_draft BEFORE UPDATE OF client_id, billable, ended_at ON time_entries
  WHEN new.client_id <> old.client_id OR new.billable = 0 OR new.ended_at IS NULL BEGIN
    DELETE FROM invoice_line_entries WHERE entry_id = old.id AND released_by IS NULL;
  END;
  CREATE TRIGGER time_entries_leave_client AFTER UPDATE OF client_id ON time_entries
  WHEN new.client_id <> old.client_id BEGIN
    DELETE FROM invoice_line_entries WHERE entry_id = old.id AND client_id = old.client_id;
  END;
  CREATE TRIGGER tasks_leave_draft BEFORE DELETE ON tasks BEGIN
    DELETE FROM invoice_lines WHERE id IN
      (SELECT line_id FROM invoice_line_sources WHERE kind = 'task' AND ref = old.id AND released_by IS NULL);
  END;
  ${moneyLocks}
  ${expenseLocks}
`;
