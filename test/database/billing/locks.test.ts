import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let invoiceId: string;
let taskId: string;
let entryId: string;

beforeEach(async () => {
  scene = openBillingScene();
  clientId = scene.client();
  taskId = scene.task(clientId, 'Newsletter');
  entryId = scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600, taskId });
  scene.store.act({ key: 'undo.entryChanged', values: {} }, () => {
    scene.store.sql.prepare(`UPDATE time_entries SET note = 'before' WHERE id = ?`).run(entryId);
  });
  invoiceId = scene.draft(clientId);
  await scene.billing.issue(invoiceId);
});
afterEach(() => scene.store.close());

function dump(): string {
  const tables = ['invoices', 'invoice_lines', 'invoice_line_entries', 'invoice_taxes', 'invoice_documents'];
  const all = [...tables, 'number_counters', 'time_entries', 'tasks', 'clients'].map((table) =>
    scene.store.sql.prepare(`SELECT * FROM ${table}`).all(),
  );
  return JSON.stringify(all);
}

const attempts: readonly [what: string, sql: string, reason: string][] = [
  ['a line of it', `UPDATE invoice_lines SET text = 'x'`, 'invoice.issued'],
  ['its lines', 'DELETE FROM invoice_lines', 'invoice.issued'],
  ['its net', 'UPDATE invoice_lines SET net_minor = 1', 'invoice.issued'],
  ['its date', `UPDATE invoices SET issue_date = '2026-01-01'`, 'invoice.issued'],
  ['its state', `UPDATE invoices SET state = 'draft'`, 'invoice.issued'],
  ['the invoice', 'DELETE FROM invoices', 'invoice.issued'],
  ['its entries', 'DELETE FROM invoice_line_entries', 'invoice.issued'],
  ['its taxes', 'UPDATE invoice_taxes SET tax_minor = 5', 'invoice.issued'],
  ['its document', `UPDATE invoice_documents SET bytes = x'00'`, 'invoice.issued'],
  ['the document row', 'DELETE FROM invoice_documents', 'invoice.issued'],
  ['the note of billed time', `UPDATE time_entries SET note = 'x'`, 'time.billed'],
  ['the task of billed time', 'UPDATE time_entries SET task_id = NULL', 'time.billed'],
  ['billed time', 'DELETE FROM time_entries', 'time.billed'],
  ['that it is billed', 'UPDATE time_entries SET billed = 0', 'time.billed'],
  ['the task', 'DELETE FROM tasks', 'task.billed'],
  ['the client', 'DELETE FROM clients', 'client.billed'],
  ['the counter', 'UPDATE number_counters SET next = next + 1', 'series.used'],
  ['the counter back', 'UPDATE number_counters SET next = 1', 'series.used'],
  ['the counter away', 'DELETE FROM number_counters', 'series.used'],
  [
    'another line',
    `INSERT INTO invoice_lines (id, invoice_id, client_id, position, kind, text, quantity, unit_minor, tax_category, tax_rate)
     SELECT 'x', id, client_id, 9, 'free', 'x', 1000, 1, 'none', 0 FROM invoices`,
    'invoice.issued',
  ],
  ['time by REPLACE', `INSERT OR REPLACE INTO time_entries SELECT * FROM time_entries`, 'time.billed'],
  ['the invoice by REPLACE', 'INSERT OR REPLACE INTO invoices SELECT * FROM invoices', 'invoice.issued'],
  [
    'a document by REPLACE',
    'INSERT OR REPLACE INTO invoice_documents SELECT * FROM invoice_documents',
    'invoice.issued',
  ],
  [
    'the counter by REPLACE',
    'INSERT OR REPLACE INTO number_counters SELECT series_id, period, 1, 1 FROM number_counters',
    'series.used',
  ],
];

describe('an issued invoice', () => {
  it.each(attempts)('does not let %s be changed', (_what, sql, reason) => {
    const before = dump();
    expect(() => scene.store.write(() => scene.store.sql.exec(sql))).toThrow(
      expect.objectContaining({ code: 'locked', details: { reason } }),
    );
    expect(dump()).toBe(before);
  });

  it('withstands undo of what came before it', () => {
    const before = dump();
    const refused: unknown[] = [];
    while (scene.store.undoState().undo) {
      try {
        scene.store.undo();
      } catch (error) {
        refused.push(error);
      }
    }
    expect(refused).not.toEqual([]);
    for (const error of refused) expect(error).toMatchObject({ code: 'conflict' });
    expect(dump()).toBe(before);
  });

  it('takes no number but the next', () => {
    const other = scene.client({ name: 'Other' });
    scene.entry(other, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    const draft = scene.draft(other);
    for (const counter of [1, 3, 17]) {
      expect(() =>
        scene.store.sql
          .prepare(
            `UPDATE invoices SET state = 'issued', series_id = 'invoice', period = '2026', counter = ${counter},
               number = 'n${counter}', issued_at = 1, net_minor = 4500, tax_minor = 0, gross_minor = 4500,
               snapshot = '{}', document_id = 'd' WHERE id = ?`,
          )
          .run(draft),
      ).toThrow('locked: invoice.counter');
    }
  });

  it('cannot be half there', () => {
    const other = scene.client({ name: 'Other' });
    scene.entry(other, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    const draft = scene.draft(other);
    const attempt = (assignments: string) =>
      scene.store.sql.prepare(`UPDATE invoices SET ${assignments} WHERE id = ?`).run(draft);
    expect(() => attempt(`number = '2026-002'`)).toThrow('CHECK');
    expect(() =>
      attempt(`state = 'issued', series_id = 'invoice', period = '2026', counter = 2, number = 'n'`),
    ).toThrow();
    expect(() =>
      attempt(`state = 'issued', series_id = 'invoice', period = '2026', counter = 2, number = 'n', issued_at = 1,
        net_minor = 4500, tax_minor = 0, gross_minor = 4500, snapshot = '{}', document_id = 'd'`),
    ).toThrow('locked: invoice.incomplete');
  });
});
