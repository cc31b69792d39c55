import { afterEach, beforeEach, expect, it } from 'vitest';
import { newAgreement } from '#test/support/agreements.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let draftLine: string;
beforeEach(async () => {
  scene = openBillingScene();
  clientId = scene.client({ rate: null });
  scene.billing.agreements.save({ ...newAgreement.retainer(clientId), validFrom: '2026-10-01' });
  scene.entry(clientId, { start: '2026-10-05T05:00:00Z', seconds: 3600 });
  await scene.billing.issue(scene.draft(clientId));
  scene.entry(clientId, { start: '2026-11-05T05:00:00Z', seconds: 3600 });
  const unit = { quantity: 1000, unit: 1 };
  draftLine = scene.billing.lines.add({ invoiceId: scene.draft(clientId), text: 'Other', ...unit }).lineId;
});
afterEach(() => scene.store.close());

const dump = () =>
  ['invoice_line_sources', 'invoice_line_entries', 'invoice_documents'].map((table) =>
    scene.store.sql.prepare(`SELECT * FROM ${table}`).all(),
  );
const free = `SELECT e.id FROM time_entries e WHERE e.billed = 0`;
const attempts: readonly [what: string, sql: (line: string) => string][] = [
  [
    'a source as the live one',
    (line) =>
      `INSERT OR REPLACE INTO invoice_line_sources (id, line_id, client_id, kind, ref)
       SELECT 'x' || id, '${line}', client_id, kind, ref FROM invoice_line_sources`,
  ],
  [
    'a source by its id',
    (line) =>
      `INSERT OR REPLACE INTO invoice_line_sources (id, line_id, client_id, kind, ref)
       SELECT id, '${line}', client_id, kind, 'x' || ref FROM invoice_line_sources`,
  ],
  [
    'the time of a line by its id',
    (line) =>
      `INSERT OR REPLACE INTO invoice_line_entries (id, line_id, client_id, entry_id)
       SELECT id, '${line}', client_id, (${free}) FROM invoice_line_entries`,
  ],
  [
    'a document by its id',
    () =>
      `INSERT OR REPLACE INTO invoice_documents (id, invoice_id, format, bytes, sha256, created_at)
       SELECT d.id, i.id, d.format, d.bytes, d.sha256, 1 FROM invoice_documents d
       JOIN invoices i ON i.state = 'draft'`,
  ],
];

it.each(attempts)('REPLACE does not take %s from an issued invoice', (_what, sql) => {
  const before = dump();
  expect(() => scene.store.write(() => scene.store.sql.exec(sql(draftLine)))).toThrow(
    expect.objectContaining({ code: 'locked', details: { reason: 'invoice.issued' } }),
  );
  expect(dump()).toEqual(before);
});

const issuedOf = (table: string) => `(SELECT x.id FROM ${table} x JOIN invoice_lines l ON l.id = x.line_id
  JOIN invoices i ON i.id = l.invoice_id WHERE i.state = 'issued' LIMIT 1)`;
const updates: readonly [what: string, sql: string, reason: string][] = [
  [
    'the time of a line',
    `UPDATE OR REPLACE invoice_line_entries SET id = ${issuedOf('invoice_line_entries')} WHERE line_id IN
      (SELECT l.id FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE i.state = 'draft')`,
    'invoice.issued',
  ],
  [
    'an e-invoice',
    `INSERT INTO invoice_documents SELECT 'new', (SELECT id FROM invoices WHERE state = 'draft'), 'cii', bytes, sha256, 1
       FROM invoice_documents WHERE format = 'ubl';
     UPDATE OR REPLACE invoice_documents SET id = (SELECT id FROM invoice_documents WHERE format = 'ubl')
       WHERE id = 'new'`,
    'invoice.issued',
  ],
  [
    'a counter',
    `INSERT INTO number_counters SELECT series_id, '1999', 1, 1 FROM number_counters;
     UPDATE OR REPLACE number_counters SET period = (SELECT period FROM invoices WHERE state = 'issued')
       WHERE period = '1999'`,
    'series.used',
  ],
  [
    'a task, by an insert',
    `INSERT OR REPLACE INTO tasks (id, client_id, column_id, rank, title, created_at, updated_at)
     SELECT id, client_id, column_id, rank, 'Other', 1, 1 FROM tasks WHERE title = 'Billed'`,
    'task.billed',
  ],
  [
    'a task, by its number',
    `UPDATE OR REPLACE tasks SET seq = (SELECT seq FROM tasks WHERE title = 'Billed') WHERE title = 'Open'`,
    'task.billed',
  ],
  ['a task, by another id', `UPDATE tasks SET id = 'other' WHERE title = 'Billed'`, 'task.billed'],
];

it.each(updates)('REPLACE in an update does not take %s', async (_what, sql, reason) => {
  const billed = scene.task(clientId, 'Billed');
  scene.task(clientId, 'Open');
  scene.billing.taskPrices.set(billed, 5000);
  scene.store.sql.prepare('UPDATE tasks SET completed_at = 1 WHERE id = ?').run(billed);
  const { invoiceId } = scene.billing.drafts.create({
    ...{ clientId, from: '1970-01-01', to: '1970-01-02', grouping: 'task' as const },
  });
  scene.store.sql
    .prepare(
      `INSERT INTO invoice_documents (id, invoice_id, format, bytes, sha256, created_at)
       VALUES ('xml', ?, 'ubl', x'01', ?, 1)`,
    )
    .run(invoiceId, 'a'.repeat(64));
  await scene.billing.issue(invoiceId);
  scene.entry(clientId, { start: '2026-11-06T05:00:00Z', seconds: 3600 });
  scene.store.sql.exec(`INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id)
    SELECT 'link', '${draftLine}', client_id, id FROM time_entries WHERE billed = 0 LIMIT 1`);
  const before = [dump(), scene.store.sql.prepare('SELECT * FROM number_counters').all()];
  expect(() => scene.store.write(() => scene.store.sql.exec(sql))).toThrow(
    expect.objectContaining({ code: 'locked', details: { reason } }),
  );
  expect([dump(), scene.store.sql.prepare('SELECT * FROM number_counters').all()]).toEqual(before);
});

const numbered = ['invoices', 'invoice_lines', 'invoice_line_entries', 'time_entries', 'expenses'];

it.each(numbered)('REPLACE by the number of a row takes nothing from %s', (table) => {
  const { sql } = scene.store;
  sql.exec(`INSERT INTO expenses (id, client_id, spent_on, text, amount_minor, currency, created_at, updated_at)
    SELECT id || v, id, '2026-11-01', 'Courier', 1, 'EUR', 1, 1 FROM clients, (SELECT 1 AS v UNION SELECT 2)`);
  sql.exec(`INSERT INTO invoice_line_entries (id, line_id, client_id, entry_id)
    SELECT 'link', '${draftLine}', client_id, id FROM time_entries WHERE billed = 0 LIMIT 1`);
  const columns = (sql.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
  const others = columns.map((name) => (name === 'id' ? "'other'" : name)).join();
  const [first, last] = sql
    .prepare<[], number>(`SELECT min(rowid) FROM ${table} UNION ALL SELECT max(rowid) FROM ${table}`)
    .pluck()
    .all();
  expect(first).not.toBe(last);
  const before = sql.prepare(`SELECT * FROM ${table}`).all();
  expect(() => sql.exec(`UPDATE OR REPLACE ${table} SET rowid = ${first} WHERE rowid = ${last}`)).toThrow(
    'locked',
  );
  expect(() =>
    sql.exec(`INSERT OR REPLACE INTO ${table} (rowid, ${columns.join()})
      SELECT ${first}, ${others} FROM ${table} WHERE rowid = ${last}`),
  ).toThrow();
  expect(sql.prepare(`SELECT * FROM ${table}`).all()).toEqual(before);
});

it('a fee and a task that are written off go on no draft', () => {
  const taskId = scene.task(clientId, 'Flyer');
  const [{ id: agreementId } = { id: '' }] = scene.billing.agreements.of(clientId);
  const fee = `${agreementId}:2027-01-01`;
  const writeOff = scene.store.sql.prepare(
    'INSERT INTO write_offs (id, client_id, task_id, fee, at) VALUES (?, ?, ?, ?, 1)',
  );
  writeOff.run('task', clientId, taskId, null);
  writeOff.run('fee', clientId, null, fee);
  for (const [kind, ref] of [
    ['task', taskId],
    ['fee', fee],
  ])
    expect(() =>
      scene.store.sql
        .prepare(
          'INSERT INTO invoice_line_sources (id, line_id, client_id, kind, ref) VALUES (?, ?, ?, ?, ?)',
        )
        .run('x', draftLine, clientId, kind, ref),
    ).toThrow('locked: writeOff.writtenOff');
});
