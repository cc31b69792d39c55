import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { openBillingScene } from '../support/billing-scene.ts';
import { expect, launch, test } from './support/app.ts';

test('pdf', async ({ profile }) => {
  const scene = openBillingScene(join(profile, 'clientele.db'));
  const client = scene.client({ name: 'Fjord & Co' });
  for (let i = 0; i < 60; i++) {
    const task = scene.task(
      client,
      `Ünïcode task №${i} Ελληνικά Привет ăšč with a rather long description that wraps onto another line, surely, when it is long enough`.slice(
        0,
        i % 3 ? 30 : 200,
      ),
    );
    scene.entry(client, { start: '2026-11-02T08:00:00Z', seconds: 3600 + i * 61, taskId: task });
  }
  const id = scene.draft(client);
  const c2 = scene.client({ name: 'Short', language: 'de' });
  scene.entry(c2, {
    start: '2026-11-02T08:00:00Z',
    seconds: 5 * 3600 + 2400,
    taskId: scene.task(c2, 'Posteingang'),
  });
  const id2 = scene.draft(c2);
  scene.billing.drafts.change({
    invoiceId: id2,
    tax: { category: 'standard', rate: 19_000 },
    note: 'Vielen Dank.\nBis bald.',
  });
  scene.store.close();
  const app = await launch({ profile });
  for (const invoiceId of [id, id2]) {
    const t = Date.now();
    const answer = await app.page.evaluate(
      (invoiceId) => (window as any).api.call('billing.issue', { invoiceId }),
      invoiceId,
    );
    console.log(JSON.stringify(answer), Date.now() - t);
    expect(answer.ok).toBe(true);
  }
  await app.close();
  const db = new Database(join(profile, 'clientele.db'));
  for (const [i, row] of (
    db.prepare('select bytes from invoice_documents order by created_at').all() as any[]
  ).entries())
    writeFileSync(`/tmp/billing/inv${i}.pdf`, row.bytes);
});
