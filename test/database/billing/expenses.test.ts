import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
let folder: string;

beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
  folder = mkdtempSync(join(tmpdir(), 'clientele-receipts-'));
});
afterEach(() => {
  scene.store.close();
  rmSync(folder, { recursive: true });
});

const courier = () => ({
  ...{ id: null as string | null, clientId, spentOn: '2026-11-24', text: 'Courier, board packs' },
  ...{ amount: 3850, currency: 'EUR', billable: true, receiptId: null as string | null },
});
const add = (part: Partial<ReturnType<typeof courier>> = {}) =>
  scene.billing.expenses.save({ ...courier(), ...part }).expenseId;
const kinds = (invoiceId: string) =>
  scene.billing.invoice(invoiceId).lines.map(({ kind, net }) => [kind, net]);
const list = () => scene.billing.expenses.list(clientId);
const file = (name: string, bytes: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  scene.picker.will(path);
};

describe('expenses', () => {
  it('come along on a new draft, each once, and go out with the line', async () => {
    scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
    const expenseId = add();
    add({ text: 'Not charged', billable: false });
    add({ text: 'Elsewhere', currency: 'GBP' });
    const first = scene.draft(clientId);
    expect(kinds(first)).toEqual([
      ['time', 4500],
      ['expense', 3850],
    ]);
    expect(kinds(scene.draft(clientId))).toEqual([['expense', 3850]]);
    scene.billing.lines.remove(scene.billing.invoice(first).lines[1]?.id ?? '');
    expect(scene.billing.expenses.free(first)).toMatchObject([{ id: expenseId, invoice: null }]);
    scene.billing.expenses.addLine(first, expenseId);
    expect(() => scene.billing.expenses.addLine(first, expenseId)).toThrow(
      expect.objectContaining({ details: { reason: 'expense.notFree' } }),
    );
    await scene.billing.issue(first);
    expect(scene.billing.preview(first).lines[1]).toMatchObject({
      sources: [{ kind: 'expense', ref: expenseId }],
    });
    expect(list().find(({ id }) => id === expenseId)).toMatchObject({
      invoice: { id: first, number: '2026-001' },
    });
  });

  it('count as unbilled, also on a draft, until an invoice is issued', async () => {
    const unbilled = () => scene.billing.overview.all();
    expect(unbilled()).toMatchObject({ unbilled: [], expenseTotals: [] });
    add();
    add({ amount: 150 });
    add({ billable: false });
    const sum = [{ currency: 'EUR', amount: 4000 }];
    expect(unbilled()).toMatchObject({ unbilled: [{ expenses: sum, amounts: [] }], expenseTotals: sum });
    const invoiceId = scene.draft(clientId);
    expect(unbilled().expenseTotals).toEqual(sum);
    await scene.billing.issue(invoiceId);
    expect(unbilled().expenseTotals).toEqual([]);
  });

  it('that are billed are locked, and free again only by a credit note that says so', async () => {
    const expenseId = add();
    const invoiceId = scene.draft(clientId);
    await scene.billing.issue(invoiceId);
    const locked = expect.objectContaining({ code: 'locked', details: { reason: 'expense.billed' } });
    expect(() => scene.billing.expenses.remove(expenseId)).toThrow(locked);
    expect(() => scene.billing.expenses.save({ ...courier(), id: expenseId, amount: 1 })).toThrow(locked);
    const [line] = scene.billing.credits.creditable(invoiceId).lines;
    expect(line).toMatchObject({ hasWork: true, left: 3850 });
    const lines = [{ lineId: line?.id ?? '', net: null }];
    const { invoiceId: creditId } = scene.billing.credits.create({ invoiceId, lines, givesBack: true });
    await scene.billing.issue(creditId);
    scene.billing.expenses.save({ ...courier(), id: expenseId, amount: 4000 });
    expect(kinds(scene.draft(clientId))).toEqual([['expense', 4000]]);
  });

  it.each([
    ['UPDATE expenses SET amount_minor = 1', 'expenses_locked_update'],
    ['DELETE FROM invoice_line_sources', 'invoice_line_sources_locked_delete'],
    [`UPDATE invoice_line_sources SET ref = 'other'`, 'invoice_line_sources_locked_update'],
    [
      `UPDATE invoice_line_sources SET released_by = (SELECT id FROM invoices)`,
      'invoice_line_sources_locked_update',
    ],
  ])('once billed, the database refuses: %s', async (change, trigger) => {
    add();
    await scene.billing.issue(scene.draft(clientId));
    expect(() => scene.store.sql.exec(change)).toThrow('locked: ');
    // It is this lock that holds: without it, and the one on releases, the same is let through.
    for (const name of [trigger, 'invoice_line_sources_released_update'])
      scene.store.sql.exec(`DROP TRIGGER ${name}`);
    expect(() => scene.store.sql.exec(change)).not.toThrow();
  });

  it('on a draft are followed by it, leave it when they no longer fit, and undo brings them back', () => {
    const expenseId = add();
    const invoiceId = scene.draft(clientId);
    scene.billing.expenses.save({ ...courier(), id: expenseId, amount: 5000 });
    expect(kinds(invoiceId)).toEqual([['expense', 5000]]);
    scene.billing.expenses.save({ ...courier(), id: expenseId, currency: 'GBP' });
    expect(kinds(invoiceId)).toEqual([]);
    scene.store.undo();
    expect(kinds(invoiceId)).toEqual([['expense', 5000]]);
    scene.billing.expenses.remove(expenseId);
    expect(kinds(invoiceId)).toEqual([]);
    scene.store.undo();
    expect(kinds(invoiceId)).toEqual([['expense', 5000]]);
  });

  it('of a day to come are refused', () => {
    expect(() => add({ spentOn: '2027-01-01' })).toThrow(
      expect.objectContaining({ details: { fields: { spentOn: 'expense.future' } } }),
    );
  });
});

describe('receipts', () => {
  const pdf = Buffer.from('%PDF-1.7 sample receipt \u0000\u0001');

  it('are kept byte for byte with their SHA-256, and given back the same', async () => {
    file('courier bill.pdf', pdf);
    const receipt = await scene.billing.receipts.choose();
    expect(receipt).toMatchObject({
      ...{ name: 'courier bill.pdf', size: pdf.length },
      sha256: createHash('sha256').update(pdf).digest('hex'),
    });
    add({ receiptId: receipt?.id ?? null });
    expect(list()[0]?.receipt).toEqual(receipt);
    await scene.billing.receipts.save(receipt?.id ?? '');
    expect(scene.files.saved).toEqual([{ name: 'courier bill.pdf', bytes: pdf }]);
    expect(() => scene.store.sql.exec(`UPDATE billing_files SET bytes = x'00', size = 1`)).toThrow(
      'locked: file.kept',
    );
  });

  it('are judged by what they are, not by what they are called', async () => {
    const reason = (key: string) => expect.objectContaining({ details: { reason: key } });
    file('program.pdf', 'MZ\u0090 not a receipt');
    await expect(scene.billing.receipts.choose()).rejects.toEqual(reason('receipt.type'));
    file('empty.png', '');
    await expect(scene.billing.receipts.choose()).rejects.toEqual(reason('receipt.empty'));
    file('large.pdf', pdf);
    truncateSync(join(folder, 'large.pdf'), 10 * 1024 * 1024 + 1);
    await expect(scene.billing.receipts.choose()).rejects.toEqual(reason('receipt.tooLarge'));
    scene.picker.will(join(folder, 'gone.pdf'));
    await expect(scene.billing.receipts.choose()).rejects.toEqual(reason('receipt.unreadable'));
    scene.picker.will(null);
    await expect(scene.billing.receipts.choose()).resolves.toBeNull();
    expect(scene.store.sql.prepare('SELECT count(*) FROM billing_files').pluck().get()).toBe(0);
  });
});

it('a period names everything that would come along, each by what it is', () => {
  const work = () => scene.billing.periodWork(clientId, '2026-11-01', '2026-11-24', 'task');
  expect(work()).toMatchObject({ entries: 0, days: 0, tasks: 0, cycles: 0, expenses: [], amounts: [] });
  add();
  add({ spentOn: '2026-11-25', text: 'Later' });
  add({ currency: 'GBP', text: 'Elsewhere' });
  add({ billable: false, text: 'Own' });
  expect(work()).toMatchObject({ entries: 0, expenses: [{ amount: 3850, currency: 'EUR' }], amounts: [] });
  const taskId = scene.task(clientId, 'Flyer');
  scene.billing.taskPrices.set(taskId, 10_000);
  scene.store.sql
    .prepare('UPDATE tasks SET completed_at = ? WHERE id = ?')
    .run(Date.parse('2026-11-20T10:00:00Z'), taskId);
  expect(work()).toMatchObject({ entries: 0, tasks: 1, amounts: [{ amount: 10_000, currency: 'EUR' }] });
  const { invoiceId } = scene.billing.drafts.create({
    ...{ clientId, from: '2026-11-01', to: '2026-11-24', grouping: 'task' },
  });
  expect(kinds(invoiceId)).toEqual([
    ['task', 10_000],
    ['expense', 3850],
  ]);
});

describe('a discount in percent', () => {
  const standard = (rate: number) => ({ category: 'standard', rate }) as const;
  const less = (invoiceId: string) =>
    scene.store.sql
      .prepare(
        `SELECT tax_rate, percent FROM invoice_lines WHERE invoice_id = ? AND kind = 'discount' ORDER BY position`,
      )
      .raw()
      .all(invoiceId);
  function mixed() {
    scene.billing.expenses.save({ ...courier(), amount: 1071, tax: standard(7_000) });
    const invoiceId = scene.draft(clientId);
    scene.billing.drafts.change({ invoiceId, tax: standard(19_000) });
    scene.billing.lines.add({ invoiceId, text: 'Work', quantity: 1000, unit: 9999 });
    scene.billing.expenses.addDiscount({ invoiceId, text: 'Ten', percent: 10_000, amount: null });
    return invoiceId;
  }

  it('is taken off every line, in a line for each tax, and tax is charged on what is left', () => {
    const invoiceId = mixed();
    expect(kinds(invoiceId)).toEqual([
      ['expense', 1071],
      ['free', 9999],
      ['discount', -107],
      ['discount', -1000],
    ]);
    expect(scene.billing.invoice(invoiceId).totals).toEqual({
      net: 9963,
      taxes: [
        { ...standard(19_000), net: 8999, tax: 1710 },
        { ...standard(7_000), net: 964, tax: 67 },
      ],
      tax: 1777,
      gross: 11_740,
    });
    scene.store.undo();
    expect(less(invoiceId)).toEqual([]);
  });

  it('stays with its tax when that of the invoice changes, and is never taken off twice', () => {
    const invoiceId = mixed();
    const change = (rate: number) => scene.billing.drafts.change({ invoiceId, tax: standard(rate) });
    change(20_000);
    expect(less(invoiceId)).toEqual([
      [7_000, 10_000],
      [20_000, 10_000],
    ]);
    change(20_000);
    expect(less(invoiceId)).toHaveLength(2);
    change(7_000);
    expect(less(invoiceId)).toEqual([[7_000, 10_000]]);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(9963);
  });

  it('follows the tax of the invoice where it has no line yet', () => {
    const invoiceId = scene.draft(clientId);
    scene.billing.expenses.addDiscount({ invoiceId, text: 'Ten', percent: 10_000, amount: null });
    scene.billing.drafts.change({ invoiceId, tax: standard(19_000) });
    expect(less(invoiceId)).toEqual([[19_000, 10_000]]);
  });
});

describe('a discount', () => {
  it('is an amount, or a share of the other lines of its tax that follows them', async () => {
    const invoiceId = scene.draft(clientId);
    scene.billing.lines.add({ invoiceId, text: 'Work', quantity: 1000, unit: 9999 });
    scene.billing.expenses.addDiscount({ invoiceId, text: 'Less', percent: null, amount: 500 });
    scene.billing.expenses.addDiscount({ invoiceId, text: 'Ten', percent: 10_000, amount: null });
    expect(kinds(invoiceId)).toEqual([
      ['free', 9999],
      ['discount', -500],
      ['discount', -1000],
    ]);
    scene.billing.lines.add({ invoiceId, text: 'More', quantity: 2000, unit: 5000 });
    expect(kinds(invoiceId)[2]).toEqual(['discount', -2000]);
    await scene.billing.issue(invoiceId);
    expect(scene.billing.invoice(invoiceId).totals.net).toBe(9999 + 10_000 - 500 - 2000);
    const { lines } = scene.billing.credits.creditable(invoiceId);
    const all = lines.map(({ id }) => ({ lineId: id, net: null }));
    const credit = scene.billing.credits.create({ invoiceId, lines: all, givesBack: false });
    await scene.billing.issue(credit.invoiceId);
    expect(scene.billing.preview(credit.invoiceId).totals).toEqual(scene.billing.preview(invoiceId).totals);
  });
});
