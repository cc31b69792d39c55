import type { Migration } from '../migrate.ts';

const others =
  `id client_id kind corrects_id state currency language issue_date due_date period_from period_to grouping
  tax_category tax_rate own_tax note order_reference display_currency display_rate display_date display_source
  series_id period counter number issued_at net_minor tax_minor gross_minor snapshot document_id logo_id
  created_at updated_at`.split(/\s+/);

const same = others.map((column) => `new.${column} IS old.${column}`).join(' AND ');

// Whether the work behind a credit note can be billed again is no part of what it says, and may be decided after it was
// issued: once, and nothing else of it changes. Until then the work of an invoice that was taken back whole was locked.
export const lateRelease: Migration = {
  version: 30,
  name: 'late-release',
  sql: `
    DROP TRIGGER invoices_locked_update;
    CREATE TRIGGER invoices_locked_update BEFORE UPDATE ON invoices WHEN old.state = 'issued'
      AND NOT (old.kind = 'credit_note' AND old.gives_back = 0 AND new.gives_back = 1 AND ${same})
    BEGIN SELECT RAISE(ABORT, 'locked: invoice.issued'); END;
  `,
};
