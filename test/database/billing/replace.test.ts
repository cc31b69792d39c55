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
