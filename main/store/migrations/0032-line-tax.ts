import type { Migration } from '../migrate.ts';

// A line can bear another tax than its invoice. That it was chosen is kept, so that it stays when the invoice's changes;
// before, only an expense could say so, and only as long as nobody asked what tax it was put down with.
export const lineTax: Migration = {
  version: 32,
  name: 'line-tax',
  sql: `
    ALTER TABLE invoice_lines ADD COLUMN own_tax INTEGER NOT NULL DEFAULT 0 CHECK (own_tax IN (0, 1));
    UPDATE invoice_lines SET own_tax = 1 WHERE invoice_id IN (SELECT id FROM invoices WHERE state = 'draft')
      AND EXISTS (SELECT 1 FROM invoice_line_sources s JOIN expenses x ON x.id = s.ref
        WHERE s.line_id = invoice_lines.id AND s.kind = 'expense' AND x.tax_category IS NOT NULL);
    -- The words of a discount were the person's until now.
    UPDATE invoice_lines SET typed = 1 WHERE kind = 'discount'
      AND invoice_id IN (SELECT id FROM invoices WHERE state = 'draft');
  `,
};
