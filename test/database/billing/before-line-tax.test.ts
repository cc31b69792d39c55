import { expect, it } from 'vitest';
import { migrate } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { openDatabase } from '#main/store/open.ts';

const before = migrations.findIndex(({ name }) => name === 'line-tax');

it('keeps the tax of expenses that had one of their own, and the words of discounts, on drafts from before', () => {
  const sql = openDatabase(':memory:');
  migrate(sql, migrations.slice(0, before));
  const line = (id: string, position: number, kind: string) =>
    sql.exec(`INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, quantity, unit_minor,
      tax_category, tax_rate) VALUES ('${id}', 'i', 'c', ${position}, '${kind}', 'Words', 1000, -1, 'standard', 9000)`);
  sql.exec(`
    INSERT INTO clients (id, name, code, color, zone, working_hours, language, currency, created_at, updated_at)
    VALUES ('c', 'Sample', 'SC', 1, 'UTC', '[]', 'en', 'EUR', 1, 1);
    INSERT INTO invoices (id, client_id, currency, language, issue_date, due_date, period_from, period_to, grouping,
      tax_category, tax_rate, created_at, updated_at)
    VALUES ('i', 'c', 'EUR', 'en', '2026-11-02', '2026-11-16', '2026-11-01', '2026-11-02', 'task', 'standard', 9000, 1, 1);
  `);
  const expense = (id: string, tax: string) =>
    sql.exec(`INSERT INTO expenses (id, client_id, spent_on, text, amount_minor, currency, tax_category, tax_rate,
      billable, created_at, updated_at) VALUES ('${id}', 'c', '2026-11-01', 'Words', 1, 'EUR', ${tax}, 1, 1, 1);
      INSERT INTO invoice_line_sources (id, line_id, client_id, kind, ref) VALUES ('s${id}', '${id}', 'c', 'expense', '${id}')`);
  line('own', 0, 'expense');
  expense('own', `'standard', 9000`);
  line('same', 1, 'expense');
  expense('same', 'NULL, NULL');
  line('less', 2, 'discount');
  migrate(sql, migrations);
  const rows = sql.prepare('SELECT id, own_tax, typed FROM invoice_lines ORDER BY position').raw();
  expect(rows.all()).toEqual([
    ['own', 1, 0],
    ['same', 0, 0],
    ['less', 0, 1],
  ]);
  sql.close();
});
