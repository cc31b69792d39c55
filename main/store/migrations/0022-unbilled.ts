import type { Migration } from '../migrate.ts';

// Holds all that adding up unbilled work asks for, in an order in which what shares a line stands together: neither is
// the table read nor anything sorted. Drafts, what stands behind a client's lines, and what is still open are found
// without looking at the invoices themselves.
export const unbilled: Migration = {
  version: 22,
  name: 'unbilled',
  sql: `
    DROP INDEX time_entries_unbilled;
    CREATE INDEX time_entries_unbilled ON time_entries
      (client_id, task_id, work_kind_id, zone, started_at, ended_at, id, note)
      WHERE billed = 0 AND billable = 1 AND ended_at IS NOT NULL;
    CREATE INDEX invoices_in_draft ON invoices (client_id, created_at) WHERE state = 'draft';
    CREATE INDEX invoice_line_sources_by_client ON invoice_line_sources (client_id, kind) WHERE released_by IS NULL;
    CREATE INDEX invoices_issued ON invoices (kind, id, gross_minor) WHERE state = 'issued';
    DROP INDEX payments_by_invoice;
    CREATE INDEX payments_by_invoice ON payments (invoice_id, paid_on, amount_minor);
  `,
};
