import { createHash } from 'node:crypto';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import type { Sql } from '#main/store/open.ts';

/** What the document of an invoice was, byte for byte. */
export const oldDocument = Buffer.from([0x25, 0x50, 0x44, 0x46, 0x2d, 0x00, 0xff, 0x0a, 0x80]);

/** A snapshot of the first version as text; a parser and a writer of JSON would not give the same bytes back. */
export const oldSnapshot = `{"version":1,"kind":"invoice","number":"2026-001","language":"de","currency":"EUR",
  "issueDate":"2026-11-10","dueDate":"2026-12-10","periodFrom":"2026-11-01","periodTo":"2026-11-10",
  "seller":{"name":"Sample Assistant","trade":"","address":"Sample street 1","email":"","phone":"","vatId":"X1","taxNumber":"","paymentDetails":"Account"},
  "buyer":{"name":"Sample Client AS","contact":"","address":"Road 2","email":"","vatId":""},
  "lines":[{"id":"l1","kind":"time","text":"Caf\\u00e9","seconds":3600,"quantity":null,"unit":4500,"net":4500,
    "tax":{"category":"small_business","rate":0},
    "entries":[{"id":"e1","startedAt":0,"endedAt":3600000,"zone":"UTC","seconds":3600}]}],
  "totals":{"net":4500,"taxes":[{"category":"small_business","rate":0,"net":4500,"tax":0}],"tax":0,"gross":4500.0},
  "note":"","taxNote":"No VAT is charged.","texts":{}}`;

/**
 * Brings an empty database to the version before invoices were rebuilt, and puts in, as the app of that time did, one
 * issued invoice, a draft, and what belongs to them.
 */
export function fillOldVersion(sql: Sql): void {
  migrate(sql, migrations.slice(0, 12));
  const hash = createHash('sha256').update(oldDocument).digest('hex');
  sql.exec(`
    INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
    VALUES ('c1', 'Sample Client', 'SC', 1, 'Europe/Oslo', '[]', 'de', 'EUR', 1, 1);
    INSERT INTO board_columns (id, client_id, name, kind, rank) VALUES ('k1', 'c1', 'To do', 'todo', 'a0');
    INSERT INTO tasks (id, client_id, column_id, rank, title, created_at, updated_at)
    VALUES ('t1', 'c1', 'k1', 'a0', 'Café', 1, 1);
    INSERT INTO time_entries (id, client_id, task_id, started_at, ended_at, zone, source, created_at, updated_at)
    VALUES ('e1', 'c1', 't1', 0, 3600000, 'UTC', 'manual', 1, 1), ('e2', 'c1', NULL, 7200000, 9000000, 'UTC', 'manual', 1, 1),
      ('e3', 'c1', NULL, 19000000, 20000000, 'UTC', 'manual', 1, 1);
    INSERT INTO agreements (id, client_id, kind, valid_from, currency, rate_minor, created_at, updated_at)
    VALUES ('a1', 'c1', 'hourly', '1970-01-01', 'EUR', 4500, 1, 1);
    INSERT INTO business_profile (id, name, address, payment_details, vat_id, tax_category, tax_note, updated_at)
    VALUES ('own', 'Sample Assistant', 'Sample street 1', 'Account', 'X1', 'small_business', 'No VAT is charged.', 1);
    INSERT INTO billing_parties (id, client_id, legal_name, address, payment_days, updated_at)
    VALUES ('p1', 'c1', 'Sample Client AS', 'Road 2', 30, 1);
    UPDATE number_series SET pattern = '{YYYY}-{NNN}', updated_at = 5;
    INSERT INTO number_counters (series_id, period, first, next) VALUES ('invoice', '2026', 1, 1);
    INSERT INTO invoices (id, client_id, currency, language, issue_date, due_date, period_from, period_to, grouping,
      tax_category, tax_rate, note, created_at, updated_at)
    VALUES ('i1', 'c1', 'EUR', 'de', '2026-11-10', '2026-12-10', '2026-11-01', '2026-11-10', 'task', 'small_business', 0, '', 1, 2),
      ('i2', 'c1', 'EUR', 'en', '2026-11-20', '2026-12-20', '2026-11-11', '2026-11-20', 'one', 'none', 0, 'Draft', 3, 4);
    INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, seconds, quantity, unit_minor,
      tax_category, tax_rate, net_minor)
    VALUES ('l1', 'i1', 'c1', 0, 'time', 'Café', 3600, NULL, 4500, 'small_business', 0, 4500),
      ('l2', 'i2', 'c1', 0, 'time', 'Work', NULL, NULL, 4500, 'none', 0, NULL),
      ('l3', 'i2', 'c1', 1, 'free', 'Less', NULL, 1000, -500, 'none', 0, NULL);
    INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id)
    VALUES ('x1', 'l1', 'c1', 'e1'), ('x2', 'l2', 'c1', 'e2');
    UPDATE time_entries SET billed = 1 WHERE id = 'e1';
    INSERT INTO invoice_taxes (invoice_id, category, rate, net_minor, tax_minor) VALUES ('i1', 'small_business', 0, 4500, 0);
  `);
  sql.prepare(`INSERT INTO invoice_documents VALUES ('d1', 'i1', 'pdf', ?, ?, 7)`).run(oldDocument, hash);
  sql
    .prepare(
      `UPDATE invoices SET state = 'issued', series_id = 'invoice', period = '2026', counter = 1, number = '2026-001',
         issued_at = 8, net_minor = 4500, tax_minor = 0, gross_minor = 4500, snapshot = ?, document_id = 'd1'
       WHERE id = 'i1'`,
    )
    .run(oldSnapshot);
}
