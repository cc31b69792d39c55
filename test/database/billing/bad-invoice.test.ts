import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;
beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
});
afterEach(() => scene.store.close());

const hour = { start: '2026-11-02T08:00:00Z', seconds: 3600 };
const run = (text: string, ...values: unknown[]) => scene.store.sql.prepare(text).run(...values);

/** Each is put in past the forms, as an import or another version might have. */
const cases: readonly [what: string, make: () => string, problem: string][] = [
  ['nothing on it', () => scene.draft(clientId), 'noLines'],
  [
    'more than a week in one piece',
    () => {
      scene.entry(clientId, { ...hour, seconds: 8 * 24 * 3600 });
      return scene.draft(clientId);
    },
    'absurdTime',
  ],
  [
    'an absurd rate',
    () => {
      const invoiceId = scene.draft(clientId);
      scene.billing.lines.add({ invoiceId, text: 'Other', quantity: 1000, unit: 1 });
      run('UPDATE invoice_lines SET unit_minor = 20000000000');
      return invoiceId;
    },
    'absurdAmount',
  ],
  [
    'a date before the work',
    () => {
      scene.entry(clientId, hour);
      const invoiceId = scene.draft(clientId);
      scene.billing.drafts.change({ invoiceId, issueDate: '2026-11-01' });
      return invoiceId;
    },
    'dateBeforeWork',
  ],
  [
    'no address of the client',
    () => {
      scene.entry(clientId, hour);
      run(`UPDATE billing_parties SET address = ' '`);
      return scene.draft(clientId);
    },
    'clientAddress',
  ],
  [
    'hours that run backwards',
    () => {
      const entryId = scene.entry(clientId, hour);
      const invoiceId = scene.draft(clientId);
      scene.store.sql.pragma('ignore_check_constraints = ON');
      run('UPDATE time_entries SET ended_at = started_at - 3600000 WHERE id = ?', entryId);
      return invoiceId;
    },
    'absurdTime',
  ],
  [
    'a line of late work that nothing is left of',
    () => {
      const entryId = scene.entry(clientId, hour);
      const invoiceId = scene.draft(clientId);
      run(`UPDATE invoice_lines SET kind = 'hours'`);
      run('DELETE FROM time_entries WHERE id = ?', entryId);
      return invoiceId;
    },
    'emptyLine',
  ],
  [
    'a due date before its own',
    () => {
      scene.entry(clientId, hour);
      const invoiceId = scene.draft(clientId);
      scene.store.sql.pragma('ignore_check_constraints = ON');
      run(`UPDATE invoices SET due_date = '2026-11-01'`);
      return invoiceId;
    },
    'dueBeforeIssue',
  ],
  [
    'a rate of exchange of a later day',
    () => {
      scene.entry(clientId, hour);
      const invoiceId = scene.draft(clientId);
      const display = { currency: 'USD', rate: '1.1', date: '2026-11-24', source: 'Bank' };
      scene.billing.drafts.change({ invoiceId, display });
      run(`UPDATE invoices SET display_date = '2026-12-24'`);
      return invoiceId;
    },
    'rateAfterIssue',
  ],
  [
    'no name and no address of mine, and nowhere to pay',
    () => {
      scene.entry(clientId, hour);
      run(`UPDATE business_profile SET name = ' ', address = '', payment_details = ''`);
      return scene.draft(clientId);
    },
    'ownAddress',
  ],
  [
    'the scheme for small businesses and no words for it',
    () => {
      scene.entry(clientId, hour);
      const invoiceId = scene.draft(clientId);
      scene.billing.drafts.change({ invoiceId, tax: { category: 'small_business', rate: 0 } });
      return invoiceId;
    },
    'ownTaxNote',
  ],
  [
    'tax at a rate of nothing',
    () => {
      scene.entry(clientId, hour);
      const invoiceId = scene.draft(clientId);
      run(`UPDATE invoice_lines SET tax_category = 'standard', tax_rate = 0`);
      return invoiceId;
    },
    'taxWithoutRate',
  ],
  [
    'less than nothing to pay',
    () => {
      const invoiceId = scene.draft(clientId);
      scene.billing.expenses.addDiscount({ invoiceId, text: 'Less', percent: null, amount: 100 });
      return invoiceId;
    },
    'negative',
  ],
];

describe('an invoice with', () => {
  it.each(cases)('%s is not issued, and says why', async (_what, make, problem) => {
    const invoiceId = make();
    expect(scene.billing.invoice(invoiceId).problems).toContain(problem);
    await expect(scene.billing.issue(invoiceId)).rejects.toMatchObject({
      code: 'invalid_input',
      details: { reason: 'invoice.notReady', fields: { [problem]: `invoice.problem.${problem}` } },
    });
    expect(scene.billing.invoice(invoiceId)).toMatchObject({ state: 'draft', issuedAt: null });
    for (const table of ['number_counters', 'invoice_taxes', 'invoice_documents'])
      expect(scene.store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
    expect(scene.printer.pages).toEqual([]);
  });

  it('a currency that nobody knows is not begun', () => {
    run(`UPDATE clients SET currency = 'XXX' WHERE id = ?`, clientId);
    run(`UPDATE agreement_terms SET currency = 'XXX' WHERE client_id = ?`, clientId);
    expect(() => scene.draft(clientId)).toThrow(
      expect.objectContaining({ details: { reason: 'invoice.unknownCurrency' } }),
    );
    expect(scene.billing.overview.invoices(clientId)).toEqual([]);
  });

  it('a currency that nobody knows any more is not issued, and says why', async () => {
    scene.entry(clientId, hour);
    const invoiceId = scene.draft(clientId);
    run(`UPDATE invoices SET currency = 'XXX' WHERE id = ?`, invoiceId);
    const unknown = expect.objectContaining({ details: { reason: 'invoice.unknownCurrency' } });
    expect(() => scene.billing.invoice(invoiceId)).toThrow(unknown);
    await expect(scene.billing.issue(invoiceId)).rejects.toEqual(unknown);
    expect(scene.store.sql.prepare('SELECT state FROM invoices').pluck().get()).toBe('draft');
    for (const table of ['number_counters', 'invoice_taxes', 'invoice_documents'])
      expect(scene.store.sql.prepare(`SELECT count(*) FROM ${table}`).pluck().get(), table).toBe(0);
  });

  it('work from before the agreement is not begun', () => {
    scene.entry(clientId, { ...hour, start: '2025-11-02T08:00:00Z' });
    expect(() =>
      scene.billing.drafts.create({ clientId, from: '2025-01-01', to: '2026-12-31', grouping: 'task' }),
    ).toThrow(expect.objectContaining({ details: { fields: { from: 'invoice.noRate' } } }));
  });

  it('a due date before its own date is refused at the field', () => {
    scene.entry(clientId, hour);
    const invoiceId = scene.draft(clientId);
    expect(() => scene.billing.drafts.change({ invoiceId, dueDate: '2026-01-01' })).toThrow(
      expect.objectContaining({ details: { fields: { dueDate: 'invoice.dueBeforeIssue' } } }),
    );
  });
});

describe('a line of more than any invoice comes to', () => {
  const most = { quantity: 1_000_000_000, unit: 10_000_000_000 };
  const tooLarge = (field: string) =>
    expect.objectContaining({ code: 'invalid_input', details: { fields: { [field]: 'field.tooLarge' } } });

  it('is refused, so that what is added up of drafts can still be read', () => {
    const invoiceId = scene.draft(clientId);
    expect(() => scene.billing.lines.add({ invoiceId, text: 'Other', ...most })).toThrow(tooLarge('unit'));
    const { lineId } = scene.billing.lines.add({ invoiceId, text: 'Other', quantity: 1000, unit: most.unit });
    expect(() => scene.billing.lines.change({ lineId, quantity: most.quantity })).toThrow(
      tooLarge('quantity'),
    );
    expect(scene.billing.overview.all().inDraft).toEqual([{ currency: 'EUR', amount: most.unit }]);
  });

  it('is refused where an expense on a draft changes', () => {
    const expense = {
      ...{ clientId, spentOn: '2026-11-02', text: 'Courier', currency: 'EUR' },
      ...{ billable: true, receiptId: null },
    };
    const { expenseId: id } = scene.billing.expenses.save({ ...expense, id: null, amount: 1 });
    const invoiceId = scene.draft(clientId);
    const [line] = scene.billing.invoice(invoiceId).lines;
    scene.billing.lines.change({ lineId: line?.id ?? '', quantity: most.quantity });
    expect(() => scene.billing.expenses.save({ ...expense, id, amount: most.unit })).toThrow(
      tooLarge('amount'),
    );
    expect(scene.billing.invoice(invoiceId).totals.gross).toBe(1_000_000);
  });
});
