import type { Sql } from '../../store/open.ts';

/**
 * Gives back the work behind lines of which an issued credit note leaves nothing, inside the caller's transaction, so
 * that it can be billed again; answers how many pieces and sources. The database lets it go in no other way.
 */
export function createRelease(sql: Sql): (creditId: string) => number {
  const emptied = `SELECT l.id FROM invoices c
    JOIN invoice_lines k ON k.invoice_id = c.id JOIN invoice_lines l ON l.id = k.corrects_line_id
    WHERE c.id = @creditId AND c.gives_back = 1 AND l.net_minor =
      (SELECT sum(a.net_minor) FROM invoice_lines a JOIN invoices n ON n.id = a.invoice_id
       WHERE a.corrects_line_id = l.id AND n.state = 'issued')`;
  const links = ['invoice_line_entries', 'invoice_line_sources'].map((table) =>
    sql.prepare(
      `UPDATE ${table} SET released_by = @creditId WHERE released_by IS NULL AND line_id IN (${emptied})`,
    ),
  );
  const unbill = sql.prepare(
    `UPDATE time_entries SET billed = 0
     WHERE id IN (SELECT entry_id FROM invoice_line_entries WHERE released_by = @creditId)`,
  );
  return (creditId) => {
    const given = links.map((statement) => statement.run({ creditId }).changes);
    unbill.run({ creditId });
    return given.reduce((sum, changes) => sum + changes, 0);
  };
}

/** Whether an issued credit note that did not give the work back could still do so. */
export function createReleasable(sql: Sql): (creditId: string) => boolean {
  const work = ['invoice_line_entries', 'invoice_line_sources']
    .map((table) => `EXISTS (SELECT 1 FROM ${table} w WHERE w.line_id = l.id AND w.released_by IS NULL)`)
    .join(' OR ');
  const found = sql.prepare<[string]>(
    `SELECT 1 FROM invoices c JOIN invoice_lines k ON k.invoice_id = c.id JOIN invoice_lines l ON l.id = k.corrects_line_id
     WHERE c.id = ? AND c.kind = 'credit_note' AND c.state = 'issued' AND c.gives_back = 0 AND (${work})
       AND l.net_minor = (SELECT sum(a.net_minor) FROM invoice_lines a JOIN invoices n ON n.id = a.invoice_id
         WHERE a.corrects_line_id = l.id AND n.state = 'issued') LIMIT 1`,
  );
  return (creditId) => found.get(creditId) !== undefined;
}
