import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '#main/features/billing/issue.ts';
import type { Tax } from '#shared/domain/invoice.ts';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
});
afterEach(() => scene.store.close());

const expense = { spentOn: '2026-11-24', text: 'Train', amount: 5000, currency: 'EUR' };
const save = (tax: Tax | null, rest: { id?: string; text?: string; amount?: number } = {}) =>
  scene.billing.expenses.save({
    ...{ id: null, clientId, ...expense, billable: true, receiptId: null, tax },
    ...rest,
  }).expenseId;
const standard = (rate: number): Tax => ({ category: 'standard', rate });
const lines = (invoiceId: string) =>
  scene.billing.preview(invoiceId).lines.map(({ kind, text, net, tax }) => [kind, text, net, tax.rate]);

describe('the tax of an expense', () => {
  it('is its own, or that of the invoice, whatever that becomes', () => {
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    save(standard(7000));
    save(null, { text: 'Stamps' });
    const invoiceId = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId, tax: standard(19_000) });
    expect(lines(invoiceId)).toEqual([
      ['time', 'Other work', 4500, 19_000],
      ['expense', 'Train', 5000, 7000],
      ['expense', 'Stamps', 5000, 19_000],
    ]);
    expect(scene.billing.invoice(invoiceId).totals.taxes).toEqual([
      { ...standard(19_000), net: 9500, tax: 1805 },
      { ...standard(7000), net: 5000, tax: 350 },
    ]);
  });

  it('is followed by the draft that it is on, and given back to the invoice', () => {
    const id = save(null);
    const invoiceId = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId, tax: standard(19_000) });
    save(standard(7000), { id });
    expect(lines(invoiceId)).toEqual([['expense', 'Train', 5000, 7000]]);
    expect(scene.billing.expenses.list(clientId)).toMatchObject([{ tax: standard(7000) }]);
    save(null, { id, amount: 5100 });
    expect(lines(invoiceId)).toEqual([['expense', 'Train', 5100, 19_000]]);
  });

  it('leaves the words that were typed on the draft', () => {
    const id = save(null);
    const invoiceId = scene.draft(clientId);
    const lineId = scene.billing.invoice(invoiceId).lines[0]?.id ?? '';
    scene.billing.lines.change({ lineId, text: 'Train to Oslo, return' });
    save(standard(7000), { id });
    expect(lines(invoiceId)).toEqual([['expense', 'Train to Oslo, return', 5000, 7000]]);
  });
});

describe('an expense that is written off', () => {
  const giveUp = (id: string) =>
    scene.billing.writeOffs.add({
      ...{ clientId, entryIds: [], taskIds: [], fees: [] },
      ...{ expenseIds: [id], reason: 'Goodwill' },
    });
  const unbilled = () => scene.billing.overview.all().expenseTotals;

  it('is neither unbilled nor billed, until it is taken back', () => {
    const id = save(null);
    expect(scene.billing.writeOffOffers(clientId)).toMatchObject([{ kind: 'expense', id, amount: 5000 }]);
    giveUp(id);
    expect(unbilled()).toEqual([]);
    expect(scene.billing.writeOffOffers(clientId)).toEqual([]);
    const [row] = scene.billing.writeOffs.list(clientId);
    expect(row).toMatchObject({ expenseId: id, title: 'Train', amount: 5000, spentOn: '2026-11-24' });
    const invoiceId = scene.draft(clientId);
    expect(lines(invoiceId)).toEqual([]);
    expect(scene.billing.expenses.free(invoiceId)).toEqual([]);
    expect(() => scene.billing.expenses.addLine(invoiceId, id)).toThrow(
      expect.objectContaining({ details: { reason: 'expense.notFree' } }),
    );
    scene.billing.writeOffs.takeBack([row?.id ?? '']);
    expect(unbilled()).toEqual([{ currency: 'EUR', amount: 5000 }]);
    scene.billing.expenses.addLine(invoiceId, id);
    expect(lines(invoiceId)).toEqual([['expense', 'Train', 5000, 0]]);
  });

  it('is on no draft, and the database lets it on none', () => {
    const id = save(null);
    const invoiceId = scene.draft(clientId);
    expect(() => giveUp(id)).toThrow(expect.objectContaining({ details: { reason: 'writeOff.onInvoice' } }));
    scene.billing.lines.remove(scene.billing.invoice(invoiceId).lines[0]?.id ?? '');
    giveUp(id);
    const lineId = scene.billing.lines.add({ invoiceId, text: 'Other', quantity: 1000, unit: 100 }).lineId;
    const put = () =>
      scene.store.write(() =>
        scene.store.sql
          .prepare(
            'INSERT INTO invoice_line_sources (id, line_id, client_id, kind, ref) VALUES (?, ?, ?, ?, ?)',
          )
          .run(scene.ids.next(), lineId, clientId, 'expense', id),
      );
    expect(put).toThrow(expect.objectContaining({ details: { reason: 'writeOff.writtenOff' } }));
  });

  it('of another client, or not charged, cannot be written off, and goes with its expense', () => {
    const id = save(null);
    const other = scene.client({ name: 'Other' });
    const ask = (owner: string) => () =>
      scene.billing.writeOffs.add({
        ...{ clientId: owner, entryIds: [], taskIds: [], fees: [] },
        ...{ expenseIds: [id], reason: '' },
      });
    expect(ask(other)).toThrow(expect.objectContaining({ code: 'not_found' }));
    giveUp(id);
    scene.billing.expenses.save({
      ...{ id, clientId, ...expense, billable: false, receiptId: null, tax: null },
    });
    expect(scene.billing.writeOffs.list(clientId)).toEqual([]);
    expect(ask(clientId)).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});

describe('a receipt', () => {
  const keep = (bytes: string, name: string) => {
    const id = scene.ids.next();
    scene.store.sql
      .prepare(
        `INSERT INTO billing_files (id, purpose, name, type, size, sha256, bytes, created_at)
         VALUES (?, 'receipt', ?, 'application/pdf', ?, ?, ?, 1)`,
      )
      .run(id, name, bytes.length, sha256(Buffer.from(bytes)), Buffer.from(bytes));
    return id;
  };

  it('is shown with the ending of what it is, whatever it was called', async () => {
    await scene.billing.receipts.view(keep('%PDF-1.7 paid', 'receipt.exe'));
    expect(scene.viewer.shown).toMatchObject([{ name: 'receipt.exe', extension: 'pdf' }]);
  });

  it('that could run is never opened', async () => {
    const id = keep('MZ program', 'receipt.pdf');
    await expect(scene.billing.receipts.view(id)).rejects.toMatchObject({
      details: { reason: 'receipt.type' },
    });
    expect(scene.viewer.shown).toEqual([]);
  });

  it('that is damaged is not shown', async () => {
    const id = keep('%PDF-1.7 paid', 'receipt.pdf');
    scene.store.sql.exec('DROP TRIGGER billing_files_locked_update');
    scene.store.sql
      .prepare('UPDATE billing_files SET bytes = ? WHERE id = ?')
      .run(Buffer.from('%PDF-1.7 PAID'), id);
    await expect(scene.billing.receipts.view(id)).rejects.toMatchObject({ code: 'database_damaged' });
  });
});
