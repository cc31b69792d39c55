import type { Sql } from '../../store/open.ts';

/**
 * Removes what was issued to an invented client, with the number series set back to where they began. Only inside
 * `withoutGuards`, and only where no invoice was issued to a real client.
 */
export function removeIssued(sql: Sql, clientId: string): void {
  const own = 'invoice_id IN (SELECT id FROM invoices WHERE client_id = ?)';
  for (const statement of [
    'UPDATE invoice_line_entries SET released_by = NULL WHERE client_id = ?',
    'UPDATE invoice_line_sources SET released_by = NULL WHERE client_id = ?',
    'DELETE FROM invoice_reminders WHERE client_id = ?',
    'DELETE FROM invoice_write_offs WHERE client_id = ?',
    'DELETE FROM payments WHERE client_id = ?',
    'UPDATE invoices SET document_id = NULL WHERE client_id = ?',
    `DELETE FROM invoice_documents WHERE ${own}`,
    `DELETE FROM invoice_taxes WHERE ${own}`,
    `DELETE FROM invoices WHERE kind = 'credit_note' AND client_id = ?`,
    'DELETE FROM invoices WHERE client_id = ?',
  ]) {
    sql.prepare(statement).run(clientId);
  }
  sql.exec('UPDATE number_counters SET next = first');
}
