import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Backups } from '#main/store/backups.ts';
import { type Migration, migrate, schemaVersion } from '#main/store/migrate.ts';
import { migrations } from '#main/store/migrations/index.ts';
import { invoiceLocks } from '#main/store/migrations/invoice-locks.ts';
import { openDatabase, type Sql } from '#main/store/open.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';
import { FakeClock } from '#test/support/clock.ts';
import { fillOldVersion, oldDocument, oldSnapshot } from '#test/support/old-invoices.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'clientele-migrate-'));
  file = join(folder, 'clientele.db');
  const sql = openDatabase(file);
  fillOldVersion(sql);
  sql.close();
});
afterEach(() => rmSync(folder, { recursive: true }));

const before = 12;
const invoicesVersion = 13;
/** What came later changes other tables. */
const withInvoices = migrations.slice(0, invoicesVersion);

const tables = [
  ...[
    'clients',
    'tasks',
    'time_entries',
    'agreements',
    'business_profile',
    'billing_parties',
    'number_series',
  ],
  ...[
    'number_counters',
    'invoices',
    'invoice_lines',
    'invoice_line_entries',
    'invoice_taxes',
    'invoice_documents',
  ],
];

/** Every value of every row, with its type, in the columns that the old version had. */
function everything(sql: Sql, columns: ReadonlyMap<string, readonly string[]>): string {
  const all = tables.map((table) => {
    const values = (columns.get(table) ?? [])
      .map((name) => `typeof(${name}) || quote(${name})`)
      .join(` || '|' || `);
    const where = table === 'number_series' ? `WHERE id = 'invoice'` : '';
    return sql.prepare(`SELECT ${values} FROM ${table} ${where} ORDER BY 1`).pluck().all();
  });
  return JSON.stringify(all);
}

function columnsOf(sql: Sql): Map<string, string[]> {
  return new Map(
    tables.map((table) => [
      table,
      (sql.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name),
    ]),
  );
}

const triggers = (sql: Sql) =>
  sql.prepare(`SELECT name FROM sqlite_schema WHERE type = 'trigger' ORDER BY 1`).pluck().all() as string[];

describe('making the tables of invoices anew', () => {
  it('keeps everything that was issued and drafted, byte for byte', () => {
    const sql = openDatabase(file);
    const columns = columnsOf(sql);
    const old = everything(sql, columns);
    expect(migrate(sql, withInvoices)).toBe(before);
    expect(everything(sql, columns)).toBe(old);
    expect(sql.prepare('SELECT snapshot FROM invoices WHERE snapshot IS NOT NULL').pluck().get()).toBe(
      oldSnapshot,
    );
    expect(sql.prepare('SELECT bytes FROM invoice_documents').pluck().get()).toEqual(oldDocument);
    expect(sql.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(sql.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(sql.pragma('foreign_key_check')).toEqual([]);
    sql.close();
  });

  it('puts every lock back, and they hold for what was issued before', () => {
    const sql = openDatabase(file);
    const others = triggers(sql).filter((name) => !invoiceLocks.includes(`CREATE TRIGGER ${name} `));
    migrate(sql, migrations);
    const wanted = [...invoiceLocks.matchAll(/CREATE TRIGGER (\w+)/g)].map(([, name]) => name);
    expect(triggers(sql)).toEqual(expect.arrayContaining([...others, ...wanted]));
    for (const change of [
      `UPDATE invoices SET note = 'x' WHERE id = 'i1'`,
      `UPDATE invoice_lines SET text = 'x' WHERE id = 'l1'`,
      `DELETE FROM invoice_line_entries WHERE id = 'x1'`,
      `UPDATE time_entries SET note = 'x' WHERE id = 'e1'`,
      `UPDATE invoice_documents SET bytes = x'00'`,
      `UPDATE number_counters SET next = 1`,
      `DELETE FROM clients`,
    ]) {
      expect(() => sql.exec(change), change).toThrow('locked: ');
    }
    sql.close();
  });

  it('leaves invoices that can be read, changed and issued on', async () => {
    const scene: BillingScene = openBillingScene(file);
    const { billing } = scene;
    expect(billing.invoice('i1')).toMatchObject({
      number: '2026-001',
      totals: { gross: 4500 },
      entryCount: 1,
    });
    expect(billing.preview('i1')).toMatchObject({
      version: 2,
      kind: 'invoice',
      corrects: null,
      rounding: { rounding: 'none' },
      taxReasons: [{ category: 'small_business', text: 'No VAT is charged.' }],
      seller: { address: 'Sample street 1', postal: { city: '' }, account: { iban: '' } },
      lines: [{ rawSeconds: 3600, percent: null, sources: [], entries: [{ rawSeconds: 3600 }] }],
    });
    expect(billing.overview.unbilled('c1')).toMatchObject({ seconds: 2800, draftId: 'i2' });
    await expect(billing.issue('i2')).resolves.toEqual({ number: '2026-002' });
    expect(billing.gaps().series).toMatchObject([{ issued: 2, missing: [] }]);
    scene.store.close();
  });

  it('copies the workspace first, and stays whole at the old version when it cannot be finished', () => {
    const backups = new Backups(join(folder, 'backups'), new FakeClock());
    const sql = openDatabase(file);
    const columns = columnsOf(sql);
    const old = everything(sql, columns);
    const broken: Migration = {
      ...(migrations[invoicesVersion - 1] as Migration),
      // One row that refers to nothing is enough.
      sql: `${migrations[invoicesVersion - 1]?.sql} INSERT INTO invoice_taxes VALUES ('gone', 'none', 0, 0, 0);`,
    };
    const steps = [...migrations.slice(0, before), broken];
    expect(() => migrate(sql, steps, () => backups.createNow(sql, 'migration'))).toThrow(
      'references to nothing',
    );
    expect(schemaVersion(sql)).toBe(before);
    expect(everything(sql, columns)).toBe(old);
    expect(sql.pragma('foreign_keys', { simple: true })).toBe(1);
    expect(backups.list()).toHaveLength(1);
    migrate(sql, withInvoices);
    expect(everything(sql, columns)).toBe(old);
    sql.close();
  });
});
