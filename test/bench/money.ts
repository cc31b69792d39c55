import { join } from 'node:path';
import { openDatabase, type Sql } from '#main/store/open.ts';
import { Store } from '#main/store/store.ts';
import { openServices } from '../support/services.ts';
import type { Figure } from './figures.ts';

const invoices = 5_000;
/** Entries on an invoice: what is left of them is unbilled. */
const perInvoice = 38;
const rounds = 7;

/** What is unbilled among 200,000 entries, most of them on one of 5,000 issued invoices, and the whole view of money. */
export async function measureMoney(profile: string): Promise<Figure[]> {
  const sql = openDatabase(join(profile, 'clientele.db'));
  issue(sql);
  const store = new Store(sql, (error) => {
    throw error;
  });
  const services = openServices({}, store);
  try {
    const [entries, unbilled] = sql
      .prepare('SELECT count(*), count(*) FILTER (WHERE billed = 0) FROM time_entries')
      .raw()
      .get() as [number, number];
    const clients = await services.call('clients.list');
    const over = `over ${entries.toLocaleString('en')} entries (${unbilled.toLocaleString('en')} unbilled) and ${invoices.toLocaleString('en')} invoices`;
    const figure = async (work: string, budget: number, ask: () => Promise<unknown>): Promise<Figure> => {
      const values: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const start = performance.now();
        await ask();
        values.push(performance.now() - start);
      }
      return { work, unit: 'ms', values, budget };
    };
    return [
      await figure(`Unbilled summary of all clients ${over}`, 100, async () => {
        for (const { id } of clients) await services.call('billing.unbilled', { clientId: id });
      }),
      await figure(`Money, the whole view, ${over}`, 100, () => services.call('billing.overview')),
    ];
  } finally {
    services.close();
  }
}

/** Puts the oldest entries of each client on invoices, as issuing does, without printing a page for each. */
function issue(sql: Sql): void {
  const entries = sql
    .prepare(
      `SELECT id, client_id AS clientId FROM time_entries
       WHERE billable = 1 AND billed = 0 AND ended_at IS NOT NULL ORDER BY client_id, started_at`,
    )
    .all() as { readonly id: string; readonly clientId: string }[];
  const draft = sql.prepare(
    `INSERT INTO invoices (id, client_id, currency, language, issue_date, due_date, period_from, period_to, grouping,
       tax_category, tax_rate, created_at, updated_at)
     VALUES (?, ?, 'EUR', 'en', '2026-01-01', '2026-01-15', '2025-12-01', '2025-12-31', 'one', 'none', 0, 1, 1)`,
  );
  const line = sql.prepare(
    `INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, seconds, unit_minor, tax_category,
       tax_rate, net_minor)
     VALUES (?, ?, ?, 1, 'time', 'Work', 360000, 4500, 'none', 0, 450000)`,
  );
  const entry = sql.prepare(
    'INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id) VALUES (?, ?, ?, ?)',
  );
  const page = sql.prepare(
    `INSERT INTO invoice_documents (id, invoice_id, format, bytes, sha256, created_at)
     VALUES (?, ?, 'pdf', x'25', ?, 1)`,
  );
  const billed = sql.prepare('UPDATE time_entries SET billed = 1 WHERE id = ?');
  const whole = sql.prepare(
    `UPDATE invoices SET state = 'issued', series_id = 'invoice', period = '2026', counter = :counter,
       number = '2026-' || :counter, issued_at = 1, net_minor = 450000, tax_minor = 0, gross_minor = 450000,
       snapshot = '{}', document_id = :page WHERE id = :id`,
  );
  const tax = sql.prepare(
    `INSERT INTO invoice_taxes (invoice_id, category, rate, net_minor, tax_minor) VALUES (?, 'none', 0, 450000, 0)`,
  );
  sql.transaction(() => {
    let at = 0;
    sql.exec(`INSERT INTO number_counters (series_id, period, first, next) VALUES ('invoice', '2026', 1, 1)`);
    for (let counter = 1; counter <= invoices; counter++) {
      const clientId = entries[at]?.clientId ?? '';
      const id = `invoice ${counter}`;
      draft.run(id, clientId);
      line.run(`line ${counter}`, id, clientId);
      for (let own = 0; own < perInvoice && entries[at]?.clientId === clientId; own++, at++) {
        const entryId = entries[at]?.id ?? '';
        entry.run(`on ${entryId}`, `line ${counter}`, clientId, entryId);
        billed.run(entryId);
      }
      page.run(`page ${counter}`, id, '0'.repeat(64));
      tax.run(id);
      whole.run({ counter, id, page: `page ${counter}` });
    }
  })();
}
