import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';

let scene: BillingScene;
let clientId: string;

beforeEach(() => {
  scene = openBillingScene();
  clientId = scene.client();
});
afterEach(() => scene.store.close());

const standard = (rate: number) => ({ category: 'standard', rate }) as const;
const reverse = { category: 'reverse_charge', rate: 0 } as const;
const lines = (invoiceId: string) =>
  scene.billing.invoice(invoiceId).lines.map(({ kind, net, tax }) => [kind, net, tax.rate]);

/** A draft at 24 % with an hour of work and one more line, whose id is answered too. */
function mixed() {
  scene.entry(clientId, { start: '2026-11-02T08:00:00Z', seconds: 3600 });
  const invoiceId = scene.draft(clientId);
  scene.billing.drafts.change({ invoiceId, tax: standard(24_000) });
  const { lineId } = scene.billing.lines.add({
    ...{ invoiceId, text: 'A printed handbook', quantity: 1000, unit: 2001, tax: standard(9_000) },
  });
  const [work] = scene.billing.invoice(invoiceId).lines;
  return { invoiceId, lineId, workId: work?.id ?? '' };
}

describe('a line with a tax of its own', () => {
  it('is taxed at its own rate, and tax is counted once for each', async () => {
    const { invoiceId } = mixed();
    const totals = {
      net: 6501,
      taxes: [
        { ...standard(24_000), net: 4500, tax: 1080 },
        { ...standard(9_000), net: 2001, tax: 180 },
      ],
      tax: 1260,
      gross: 7761,
    };
    expect(scene.billing.invoice(invoiceId).totals).toEqual(totals);
    await scene.billing.issue(invoiceId);
    expect(scene.billing.preview(invoiceId).totals).toEqual(totals);
  });

  it('keeps it when that of the invoice changes, until it is as the invoice again', () => {
    const { invoiceId, lineId } = mixed();
    scene.billing.drafts.change({ invoiceId, tax: standard(9_000) });
    scene.billing.drafts.change({ invoiceId, tax: standard(22_000) });
    expect(lines(invoiceId)).toEqual([
      ['time', 4500, 22_000],
      ['free', 2001, 9_000],
    ]);
    scene.billing.lines.change({ lineId, tax: null });
    scene.billing.drafts.change({ invoiceId, tax: standard(20_000) });
    expect(lines(invoiceId).map(([, , rate]) => rate)).toEqual([20_000, 20_000]);
    scene.store.undo();
    scene.store.undo();
    expect(lines(invoiceId).map(([, , rate]) => rate)).toEqual([22_000, 9_000]);
  });

  it('keeps it, and its work, while other work is gathered anew', () => {
    const { invoiceId, workId } = mixed();
    scene.entry(clientId, { start: '2026-11-03T08:00:00Z', seconds: 1800 });
    scene.billing.newer.take(invoiceId);
    scene.billing.lines.change({ lineId: workId, tax: standard(9_000) });
    scene.entry(clientId, { start: '2026-11-04T08:00:00Z', seconds: 3600 });
    for (const grouping of ['day', 'one', 'task'] as const)
      scene.billing.drafts.change({ invoiceId, grouping });
    expect(scene.billing.invoice(invoiceId).lines.find(({ id }) => id === workId)).toMatchObject({
      ...{ tax: standard(9_000), net: 6750, entries: 2 },
    });
    scene.billing.newer.take(invoiceId);
    expect(lines(invoiceId).filter(([kind]) => kind === 'time')).toEqual([
      ['time', 6750, 9_000],
      ['time', 4500, 24_000],
    ]);
    scene.billing.drafts.change({ invoiceId, grouping: 'one' });
    scene.billing.drafts.change({ invoiceId, language: 'de' });
    expect(scene.billing.invoice(invoiceId).lines.map(({ text }) => text)).toEqual(
      expect.arrayContaining([
        expect.stringContaining('2.–3. November'),
        expect.stringContaining('4. November'),
      ]),
    );
  });

  it('is refused a rate where no tax is charged, on a credit note, and as a share of other lines', async () => {
    const { invoiceId } = mixed();
    scene.billing.expenses.addDiscount({ invoiceId, text: '', percent: 10_000, amount: null });
    const share = scene.billing.invoice(invoiceId).lines.find(({ percent }) => percent !== null)?.id ?? '';
    expect(() => scene.billing.lines.change({ lineId: share, tax: reverse })).toThrow(
      expect.objectContaining({ details: { fields: { tax: 'invoice.discountTax' } } }),
    );
    await scene.billing.issue(invoiceId);
    const credit = scene.billing.credits.create({
      ...{ invoiceId, givesBack: false },
      lines: scene.billing.credits.creditable(invoiceId).lines.map(({ id }) => ({ lineId: id, net: null })),
    });
    const [back] = scene.billing.invoice(credit.invoiceId).lines;
    expect(() => scene.billing.lines.change({ lineId: back?.id ?? '', tax: reverse })).toThrow(
      expect.objectContaining({ details: { reason: 'credit.lines' } }),
    );
    expect(scene.billing.preview(credit.invoiceId).totals).toEqual(scene.billing.preview(invoiceId).totals);
  });
});

describe('a discount in percent', () => {
  const shares = (invoiceId: string) =>
    lines(invoiceId).flatMap(([kind, net, rate]) => (kind === 'discount' ? [[net, rate]] : []));

  it('stays a discount on every line, whatever tax a line is given', () => {
    const { invoiceId, lineId, workId } = mixed();
    scene.billing.lines.change({ lineId, tax: null });
    scene.billing.expenses.addDiscount({ invoiceId, text: 'Ten', percent: 10_000, amount: null });
    expect(shares(invoiceId)).toEqual([[-650, 24_000]]);
    scene.billing.lines.change({ lineId, tax: standard(9_000) });
    expect(shares(invoiceId)).toEqual([
      [-450, 24_000],
      [-200, 9_000],
    ]);
    scene.billing.lines.change({ lineId: workId, tax: standard(9_000) });
    expect(shares(invoiceId)).toEqual([[-650, 9_000]]);
    scene.billing.lines.add({ invoiceId, text: 'More', quantity: 1000, unit: 1000, tax: reverse });
    expect(shares(invoiceId)).toEqual([
      [-650, 9_000],
      [-100, 0],
    ]);
    scene.store.undo();
    expect(shares(invoiceId)).toEqual([[-650, 9_000]]);
  });

  it('stays two discounts where two of the same size were given, each in its words', () => {
    const { invoiceId, lineId } = mixed();
    for (const text of ['For long', 'For early'])
      scene.billing.expenses.addDiscount({ invoiceId, text, percent: 10_000, amount: null });
    scene.billing.lines.change({ lineId, tax: null });
    expect(shares(invoiceId)).toEqual([
      [-650, 24_000],
      [-650, 24_000],
    ]);
    scene.billing.lines.change({ lineId, tax: standard(9_000) });
    expect(
      shares(invoiceId)
        .map(([net]) => net)
        .sort(),
    ).toEqual([-200, -200, -450, -450]);
    const texts = scene.billing
      .invoice(invoiceId)
      .lines.flatMap(({ percent, text }) => (percent ? [text] : []));
    expect(texts.sort()).toEqual(['For early', 'For early', 'For long', 'For long']);
  });

  it('is called so in the language of the invoice, unless somebody called it something else', () => {
    const { invoiceId } = mixed();
    scene.billing.drafts.change({ invoiceId, language: 'et' });
    scene.billing.expenses.addDiscount({ invoiceId, text: '', percent: null, amount: 100 });
    scene.billing.expenses.addDiscount({ invoiceId, text: 'Discount', percent: null, amount: 100 });
    const texts = () =>
      scene.billing.invoice(invoiceId).lines.flatMap(({ kind, text }) => (kind === 'discount' ? [text] : []));
    expect(texts()).toEqual(['Allahindlus', 'Discount']);
    scene.billing.drafts.change({ invoiceId, language: 'de' });
    expect(texts()).toEqual(['Rabatt', 'Discount']);
  });
});

it('stays on the line of an expense, as its price does, when something else of the expense is changed', () => {
  const { invoiceId } = mixed();
  const said = { clientId, text: 'Courier', amount: 1000, currency: 'EUR', spentOn: '2026-11-03' };
  const expense = { ...said, billable: true, receiptId: null };
  const { save, addLine } = scene.billing.expenses;
  const { expenseId: id } = save({ id: null, ...expense });
  addLine(invoiceId, id);
  const last = () => lines(invoiceId).at(-1);
  const lineId = scene.billing.invoice(invoiceId).lines.at(-1)?.id ?? '';
  scene.billing.lines.change({ lineId, unit: 1500, tax: standard(9_000) });
  save({ id, ...expense, text: 'Courier, twice' });
  expect(last()).toEqual(['expense', 1500, 9_000]);
  save({ id, ...expense, amount: 2000 });
  expect(last()).toEqual(['expense', 2000, 9_000]);
  save({ id, ...expense, tax: standard(13_000) });
  expect(last()).toEqual(['expense', 1000, 13_000]);
  save({ id, ...expense });
  expect(last()).toEqual(['expense', 1000, 24_000]);
});
