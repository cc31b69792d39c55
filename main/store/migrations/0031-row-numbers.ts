import type { Migration } from '../migrate.ts';

const tables = [
  ...['invoices', 'invoice_lines', 'invoice_line_entries', 'invoice_line_sources', 'invoice_documents'],
  ...['time_entries', 'expenses', 'billing_files'],
];

const refuse = (name: string, event: string, when: string) => `
  CREATE TRIGGER ${name} BEFORE ${event} WHEN ${when}
    BEGIN SELECT RAISE(ABORT, 'locked: invoice.issued'); END;`;

// SQLite numbers rows by itself. A row that is given the number of another one by REPLACE takes its place without the
// delete triggers being asked, so no row is ever given one.
export const rowNumbers: Migration = {
  version: 31,
  name: 'row-numbers',
  sql: tables
    .map(
      (table) =>
        refuse(
          `${table}_row_insert`,
          `INSERT ON ${table}`,
          `EXISTS (SELECT 1 FROM ${table} WHERE rowid = new.rowid)`,
        ) + refuse(`${table}_row_update`, `UPDATE ON ${table}`, 'new.rowid <> old.rowid'),
    )
    .join(''),
};
