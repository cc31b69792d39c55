import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;

beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
});
afterEach(() => scene.store.close());

const series = { document: 'invoice', scope: 'year', shared: false } as const;
const reason = (key: string) =>
  expect.objectContaining({ details: expect.objectContaining({ reason: key }) });
const one = (text: string, ...values: unknown[]) => scene.store.sql.prepare(text).get(...values);

function draftWithWork(): string {
  const task = scene.task(clientId, 'Inbox & <calendar>');
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 5 * 3600 + 40 * 60, taskId: task });
  scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 1800, note: 'Call' });
  return scene.draft(clientId);
}

describe('issuing an invoice', () => {
  it('stores number, snapshot, amounts and document together', async () => {
    const invoiceId = draftWithWork();
    expect(scene.billing.invoice(invoiceId)).toMatchObject({
      state: 'draft',
      number: '2026-001',
      problems: [],
      entryCount: 2,
      totals: { net: 25_500 + 2_250, tax: 0, gross: 27_750 },
    });
    await expect(scene.billing.issue(invoiceId)).resolves.toEqual({ number: '2026-001' });
    const row = one('SELECT * FROM invoices WHERE id = ?', invoiceId) as Record<string, unknown>;
    expect(row).toMatchObject({ state: 'issued', counter: 1, period: '2026', gross_minor: 27_750 });
    const document = one('SELECT * FROM invoice_documents WHERE invoice_id = ?', invoiceId) as {
      bytes: Buffer;
      sha256: string;
    };
    expect(createHash('sha256').update(document.bytes).digest('hex')).toBe(document.sha256);
    expect(document.bytes.toString()).toContain('2026-001');
    expect(document.bytes.toString()).toContain('Inbox &amp; &lt;calendar&gt;');
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ seconds: 0, amounts: [] });
  });

  it('keeps saying what it said when clients, tasks, rates and own details change later', async () => {
    const invoiceId = draftWithWork();
    await scene.billing.issue(invoiceId);
    const before = scene.billing.preview(invoiceId);
    scene.rate(clientId, { validFrom: '2026-02-01', currency: 'EUR', rate: 9_900 });
    scene.billing.parties.saveProfile({ ...scene.billing.parties.profile(), name: 'Somebody Else' });
    scene.store.sql.prepare(`UPDATE clients SET name = 'Renamed'`).run();
    scene.store.sql.prepare(`UPDATE tasks SET title = 'Renamed'`).run();
    expect(scene.billing.preview(invoiceId)).toEqual(before);
  });

  it('names everything that is missing, and changes nothing', async () => {
    scene.billing.parties.saveProfile({
      ...scene.billing.parties.profile(),
      address: ' ',
      paymentDetails: '',
      vatId: '',
    });
    const bare = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId: bare, tax: { category: 'standard', rate: 20_000 } });
    await expect(scene.billing.issue(bare)).rejects.toMatchObject({
      code: 'invalid_input',
      details: {
        fields: {
          noLines: expect.any(String),
          ownAddress: expect.any(String),
          ownPayment: expect.any(String),
        },
      },
    });
    expect(one('SELECT count(*) AS n FROM number_counters')).toEqual({ n: 0 });
    expect(scene.printer.pages).toEqual([]);
  });

  it('prints anew when the draft changes while it is being printed', async () => {
    const invoiceId = draftWithWork();
    let once = true;
    scene.printer.beforePrint = () => {
      if (once) scene.billing.drafts.change({ invoiceId, note: 'Late note' });
      once = false;
    };
    await scene.billing.issue(invoiceId);
    expect(scene.printer.pages).toHaveLength(2);
    expect(one('SELECT bytes FROM invoice_documents')).toEqual({ bytes: expect.any(Buffer) });
    expect(scene.printer.pages[1]).toContain('Late note');
    const { bytes } = one('SELECT bytes FROM invoice_documents') as { bytes: Buffer };
    expect(bytes.toString()).toContain('Late note');
  });

  it('gives up without a trace when it never stands still, or cannot be printed', async () => {
    const invoiceId = draftWithWork();
    let turn = 0;
    scene.printer.beforePrint = () => scene.billing.drafts.change({ invoiceId, note: `${turn++}` });
    await expect(scene.billing.issue(invoiceId)).rejects.toEqual(reason('invoice.keepsChanging'));
    scene.printer.beforePrint = () => {
      throw new Error('no printer');
    };
    await expect(scene.billing.issue(invoiceId)).rejects.toThrow('no printer');
    expect(one(`SELECT count(*) AS n FROM invoices WHERE state = 'issued'`)).toEqual({ n: 0 });
    expect(one('SELECT count(*) AS n FROM invoice_documents')).toEqual({ n: 0 });
    scene.printer.beforePrint = () => {};
    await expect(scene.billing.issue(invoiceId)).resolves.toEqual({ number: '2026-001' });
  });

  it('gives two invoices that are issued at once two numbers in a row', async () => {
    const drafts = Array.from({ length: 12 }, (_, day) => {
      const client = scene.client({ name: `Client ${day}` });
      scene.entry(client, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
      return scene.draft(client);
    });
    const numbers = await Promise.all(drafts.map((draft) => scene.billing.issue(draft)));
    expect(new Set(numbers.map(({ number }) => number)).size).toBe(12);
    expect(scene.billing.gaps()).toEqual({
      series: [{ document: 'invoice', period: '2026', first: 1, next: 13, issued: 12, missing: [] }],
    });
  });

  it('refuses to issue twice', async () => {
    const invoiceId = draftWithWork();
    const answers = await Promise.allSettled([
      scene.billing.issue(invoiceId),
      scene.billing.issue(invoiceId),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual(['fulfilled', 'rejected']);
    expect(scene.billing.gaps().series[0]).toMatchObject({ issued: 1, missing: [] });
  });

  it('starts each year anew, by the date of the invoice, and at the number chosen', async () => {
    scene.billing.series.save({ ...series, pattern: 'INV-{YY}/{NNNN}', next: 45 });
    const first = draftWithWork();
    await expect(scene.billing.issue(first)).resolves.toEqual({ number: 'INV-26/0045' });
    scene.entry(clientId, { start: '2026-11-20T08:00:00Z', seconds: 3600 });
    const second = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId: second, issueDate: '2027-01-04' });
    await expect(scene.billing.issue(second)).resolves.toEqual({ number: 'INV-27/0001' });
    expect(() => scene.billing.series.save({ ...series, pattern: '{YYYY}-{N}', next: 99 })).toThrow();
    expect(scene.billing.series.views().invoice).toMatchObject({
      pattern: 'INV-{YY}/{NNNN}',
      next: 46,
      used: true,
    });
  });
});
