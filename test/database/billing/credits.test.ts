import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMonthMoney } from '#main/features/billing/month.ts';
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
  scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 1200, note: 'Call' });
  invoiceId = scene.draft(clientId);
  scene.billing.drafts.change({ invoiceId, tax: { category: 'standard', rate: 19_000 } });
  scene.billing.lines.add({ invoiceId, text: 'Courier', quantity: 1000, unit: 333 });
  await scene.billing.issue(invoiceId);
});
afterEach(() => scene.store.close());

const one = (text: string, ...values: unknown[]) =>
  scene.store.sql
    .prepare(text)
    .pluck()
    .get(...values);
const run = (text: string, ...values: unknown[]) => scene.store.sql.prepare(text).run(...values);
const left = () => scene.billing.credits.creditable(invoiceId).lines;
const credit = (nets: readonly (number | null | undefined)[], givesBack = false) => {
  const all = left();
  const lines = nets.flatMap((net, index) =>
    net === undefined ? [] : [{ lineId: all[index]?.id ?? '', net }],
  );
  return scene.billing.credits.create({ invoiceId, lines, givesBack }).invoiceId;
};

describe('a credit note', () => {
  it('takes a whole invoice back under a number of its own, positive on paper and negative in sums', async () => {
    const invoiced = () => createMonthMoney(scene.store.sql)('2026-11').invoiced;
    const before = invoiced();
    const creditId = credit([null, null, null]);
    expect(scene.billing.invoice(creditId)).toMatchObject({
      kind: 'credit_note',
      number: 'CN-2026-001',
      problems: [],
    });
    await expect(scene.billing.issue(creditId)).resolves.toEqual({ number: 'CN-2026-001' });
    const invoice = scene.billing.preview(invoiceId);
    expect(scene.billing.preview(creditId)).toMatchObject({
      kind: 'credit_note',
      corrects: { number: '2026-001', givesBack: false },
      totals: invoice.totals,
    });
    expect(scene.printer.pages.at(-1)).toContain('Credit note');
    expect(scene.printer.pages.at(-1)).toContain('2026-001');
    expect(before).toEqual([{ currency: 'EUR', amount: invoice.totals.gross }]);
    expect(invoiced()).toEqual([{ currency: 'EUR', amount: 0 }]);
    expect(left().map((line) => line.left)).toEqual([0, 0, 0]);
  });

  it('gives the work back later, once, and changes nothing else of what was issued', async () => {
    const { credits } = scene.billing;
    const creditId = credit([null, null]);
    expect(credits.canGiveBack(creditId)).toBe(false);
    await scene.billing.issue(creditId);
    const before = one('SELECT snapshot FROM invoices WHERE id = ?', creditId);
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ amounts: [] });
    expect(credits.canGiveBack(creditId)).toBe(true);
    credits.giveBack(creditId);
    expect(one('SELECT billed FROM time_entries WHERE id = ?', entryId)).toBe(0);
    expect(scene.billing.overview.unbilled(clientId)?.amounts).toHaveLength(1);
    expect(one('SELECT snapshot FROM invoices WHERE id = ?', creditId)).toBe(before);
    expect(credits.canGiveBack(creditId)).toBe(false);
    expect(() => credits.giveBack(creditId)).toThrow(
      expect.objectContaining({ details: { reason: 'credit.nothingToGive' } }),
    );
    await scene.billing.issue(scene.draft(clientId));
    expect(one('SELECT billed FROM time_entries WHERE id = ?', entryId)).toBe(1);
  });

  it('keeps locked what is not taken back whole, and all else that an issued document says', async () => {
    const creditId = credit([1]);
    await scene.billing.issue(creditId);
    expect(scene.billing.credits.canGiveBack(creditId)).toBe(false);
    expect(() => scene.billing.credits.giveBack(creditId)).toThrow('credit.nothingToGive');
    const locked = 'locked: invoice.issued';
    expect(() => run("UPDATE invoices SET gives_back = 1, note = 'x' WHERE id = ?", creditId)).toThrow(
      locked,
    );
    expect(() => run('UPDATE invoices SET gives_back = 1 WHERE id = ?', invoiceId)).toThrow(locked);
    const columns = scene.store.sql.pragma('table_info(invoices)') as { name: string; type: string }[];
    for (const { name } of columns.filter(({ name }) => name !== 'gives_back'))
      expect(() =>
        run(`UPDATE invoices SET gives_back = 1, ${name} = 'other' WHERE id = ?`, creditId),
      ).toThrow();
    run('UPDATE invoices SET gives_back = 1 WHERE id = ?', creditId);
    expect(() => run('UPDATE invoices SET gives_back = 0 WHERE id = ?', creditId)).toThrow(locked);
  });

  it('is not older than the invoice', () => {
    const creditId = credit([null]);
    const { issueDate } = scene.billing.invoice(invoiceId);
    scene.billing.drafts.change({ invoiceId: creditId, issueDate });
    expect(() => scene.billing.drafts.change({ invoiceId: creditId, issueDate: '2026-01-01' })).toThrow(
      expect.objectContaining({ details: { fields: { issueDate: 'credit.beforeInvoice' } } }),
    );
  });

  it('in parts never comes to a cent more or less than the invoice', async () => {
    const parts = [
      [4000, undefined, 100],
      [499, 1500, undefined],
      [1, undefined, 232],
      [undefined, undefined, 1],
    ];
    for (const part of parts) await scene.billing.issue(credit(part));
    const sums = (where: string) =>
      scene.store.sql
        .prepare(`SELECT sum(net_minor), sum(tax_minor), sum(gross_minor) FROM invoices WHERE ${where}`)
        .raw()
        .get();
    expect(sums(`kind = 'credit_note'`)).toEqual(sums(`kind = 'invoice'`));
    expect(scene.billing.gaps().series.map(({ issued, missing }) => [issued, missing])).toEqual([
      [1, []],
      [4, []],
    ]);
  });

  it('never takes more than is left, whoever tries', async () => {
    expect(() => credit([4501])).toThrow(
      expect.objectContaining({ details: { fields: { 'lines.0.net': 'credit.tooMuch' } } }),
    );
    expect(() => credit([-1])).toThrow(
      expect.objectContaining({ details: { fields: { 'lines.0.net': 'credit.direction' } } }),
    );
    const [first, second] = [credit([3000]), credit([1500])];
    // What a draft takes back is not left for another.
    expect(left()[0]?.left).toBe(0);
    expect(() => credit([1])).toThrow(
      expect.objectContaining({ details: { fields: { 'lines.0.net': 'credit.tooMuch' } } }),
    );
    scene.billing.drafts.discard(second);
    expect(left()[0]?.left).toBe(1500);
    scene.store.undo();
    run(`UPDATE invoice_lines SET net_minor = 2000, unit_minor = 2000 WHERE invoice_id = '${second}'`);
    await scene.billing.issue(first);
    // Made when there was enough; the database knows that there no longer is.
    await expect(scene.billing.issue(second)).rejects.toMatchObject({
      code: 'locked',
      details: { reason: 'credit.tooMuch' },
    });
    expect(scene.billing.invoice(second).state).toBe('draft');
    expect(scene.billing.gaps().series.at(-1)).toMatchObject({ issued: 1, missing: [] });
    run('DROP TRIGGER invoices_credit_check');
    await expect(scene.billing.issue(second)).resolves.toMatchObject({ number: 'CN-2026-002' });
  });

  it('has no line of zero, and is not of zero itself', () => {
    for (const parts of [[0], [4500, 0]])
      expect(() => credit(parts)).toThrow(
        expect.objectContaining({
          details: { fields: { [`lines.${parts.indexOf(0)}.net`]: 'credit.zero' } },
        }),
      );
    expect(scene.billing.overview.invoices(null).filter(({ kind }) => kind === 'credit_note')).toEqual([]);
  });

  it('corrects issued invoices only, and says only what it takes back', async () => {
    const creditId = credit([null]);
    const lineId = scene.billing.invoice(creditId).lines[0]?.id ?? '';
    const locked = expect.objectContaining({ details: { reason: 'credit.lines' } });
    expect(() =>
      scene.billing.lines.add({ invoiceId: creditId, text: 'More', quantity: 1000, unit: 1 }),
    ).toThrow(locked);
    expect(() => scene.billing.lines.change({ lineId, unit: 9900 })).toThrow(locked);
    expect(() => scene.billing.drafts.change({ invoiceId: creditId, grouping: 'day' })).toThrow(locked);
    expect(() =>
      scene.billing.drafts.change({ invoiceId: creditId, tax: { category: 'none', rate: 0 } }),
    ).toThrow(locked);
    scene.billing.drafts.change({ invoiceId: creditId, note: 'Billed twice' });
    await scene.billing.issue(creditId);
    expect(() => scene.billing.credits.creditable(creditId)).toThrow(
      expect.objectContaining({ details: { reason: 'credit.other' } }),
    );
  });

  it('can go on in the numbers of the invoices', async () => {
    const { invoice } = scene.billing.series.views();
    scene.billing.series.save({ ...invoice, document: 'credit_note', shared: true });
    await expect(scene.billing.issue(credit([null]))).resolves.toEqual({ number: '2026-002' });
    expect(scene.billing.gaps().series).toEqual([
      { document: 'invoice', period: '2026', first: 1, next: 3, issued: 2, missing: [] },
    ]);
  });
});

describe('work that a credit note gives back', () => {
  it('can be changed and billed again, and only that of lines of which nothing is left', async () => {
    await scene.billing.issue(credit([null, 100], true));
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ seconds: 3600 });
    run(`UPDATE time_entries SET note = 'corrected' WHERE id = ?`, entryId);
    const again = scene.draft(clientId);
    await expect(scene.billing.issue(again)).resolves.toEqual({ number: '2026-002' });
    expect(scene.billing.invoice(again)).toMatchObject({ entryCount: 1, totals: { net: 4500 } });
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ seconds: 0 });
    expect(() => run(`UPDATE time_entries SET note = 'x' WHERE id = ?`, entryId)).toThrow(
      'locked: time.billed',
    );
    expect(scene.billing.preview(invoiceId).lines[0]?.entries).toHaveLength(1);
  });

  it('stays billed when it is not given back', async () => {
    await scene.billing.issue(credit([null, null, null]));
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ seconds: 0 });
    expect(() => run(`UPDATE time_entries SET note = 'x' WHERE id = ?`, entryId)).toThrow(
      'locked: time.billed',
    );
  });

  it('can be deleted and brought back, and can go to another client', async () => {
    await scene.billing.issue(credit([null, null, null], true));
    const other = scene.client({ name: 'Other' });
    scene.store.act({ key: 'undo.entryChanged', values: {} }, () =>
      run('DELETE FROM time_entries WHERE id = ?', entryId),
    );
    expect(one('SELECT count(*) FROM invoice_line_entries WHERE entry_id = ?', entryId)).toBe(0);
    scene.store.undo();
    expect(
      one(
        'SELECT count(*) FROM invoice_line_entries WHERE entry_id = ? AND released_by IS NOT NULL',
        entryId,
      ),
    ).toBe(1);
    scene.store.act({ key: 'undo.entryChanged', values: {} }, () =>
      run('UPDATE time_entries SET client_id = ?, task_id = NULL WHERE id = ?', other, entryId),
    );
    expect(scene.billing.overview.unbilled(other)).toMatchObject({ seconds: 3600 });
    scene.store.undo();
    expect(scene.billing.overview.unbilled(clientId)).toMatchObject({ seconds: 4800 });
    expect(scene.store.sql.pragma('foreign_key_check')).toEqual([]);
  });
});

describe('the database itself', () => {
  const attempts: readonly [what: string, change: string, trigger: string][] = [
    [
      'frees an entry without a credit note',
      `UPDATE invoice_line_entries SET released_by = corrects.id FROM (SELECT id FROM invoices WHERE kind = 'invoice') AS corrects`,
      'invoice_line_entries_locked_update',
    ],
    [
      'frees an entry by one that gives nothing back',
      `UPDATE invoice_line_entries SET released_by = c.id FROM (SELECT id FROM invoices WHERE kind = 'credit_note') AS c`,
      'invoice_line_entries_locked_update',
    ],
    ['calls billed time unbilled', 'UPDATE time_entries SET billed = 0', 'time_entries_locked_update'],
  ];
  it.each(attempts)('never %s', async (_what, change, trigger) => {
    await scene.billing.issue(credit([null, null, null]));
    expect(() => scene.store.sql.exec(change)).toThrow('locked: ');
    // With the lock gone, the same is let through or is caught by the one behind it: it is this lock that holds.
    const others = [trigger, 'invoice_line_entries_released_update', 'time_entries_billed_update'];
    for (const name of others) scene.store.sql.exec(`DROP TRIGGER ${name}`);
    expect(() => scene.store.sql.exec(change)).not.toThrow();
  });
});
