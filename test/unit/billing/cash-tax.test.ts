import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type PaidTax, type TaxPart, taxesAsPaid } from '#shared/domain/cash-tax.ts';
import { type TaxRow, taxPeriodOf, taxRows } from '#shared/domain/tax-periods.ts';
import { runs } from '#test/support/runs.ts';

const standard = (net: number, rate = 19_000): TaxPart => ({
  ...{ category: 'standard', rate, net },
  tax: Math.round((net * rate) / 100_000) + 0,
});
const reverse: TaxPart = { category: 'reverse_charge', rate: 0, net: 5_000, tax: 0 };
const sums = (parts: readonly PaidTax[]) => ({
  net: parts.reduce((sum, { net }) => sum + net, 0),
  tax: parts.reduce((sum, { tax }) => sum + tax, 0),
});
const told = (parts: readonly PaidTax[]) => parts.map(({ on, rate, net, tax }) => [on, rate, net, tax]);

describe('tax by the day of payment', () => {
  it('comes with each payment, in parts that add up', () => {
    const parts = taxesAsPaid({
      taxes: [standard(10_000), standard(10_000, 7_000), reverse],
      credits: [],
      payments: [
        { on: '2026-03-31', amount: 10_000 },
        { on: '2026-04-01', amount: 17_600 },
      ],
    });
    expect(told(parts.filter(({ on }) => on === '2026-03-31'))).toEqual([
      ['2026-03-31', 19_000, 3_624, 688],
      ['2026-03-31', 7_000, 3_622, 254],
      ['2026-03-31', 0, 1_812, 0],
    ]);
    expect(sums(parts)).toEqual({ net: 25_000, tax: 2_600 });
  });

  it('goes with what is paid back after a credit note, and not before', () => {
    const invoice = {
      taxes: [standard(10_000)],
      credits: [{ on: '2026-05-01', taxes: [standard(10_000)] }],
    };
    const paid = { on: '2026-04-01', amount: 11_900 };
    expect(told(taxesAsPaid({ ...invoice, payments: [paid] }))).toEqual([
      ['2026-04-01', 19_000, 10_000, 1_900],
    ]);
    const back = { on: '2026-05-10', amount: -11_900 };
    expect(told(taxesAsPaid({ ...invoice, payments: [paid, back] })).at(-1)).toEqual([
      '2026-05-10',
      19_000,
      -10_000,
      -1_900,
    ]);
  });

  it('is of the rates that are left when a credit note came before the money', () => {
    const parts = taxesAsPaid({
      taxes: [standard(10_000), standard(10_000, 7_000)],
      credits: [{ on: '2026-03-01', taxes: [standard(10_000)] }],
      payments: [{ on: '2026-03-20', amount: 10_700 }],
    });
    expect(told(parts)).toEqual([['2026-03-20', 7_000, 10_000, 700]]);
  });

  it('does not count what came in beyond the total, nor what a written-off invoice never brought', () => {
    const taxes = [standard(10_000)];
    expect(
      sums(taxesAsPaid({ taxes, credits: [], payments: [{ on: '2026-01-01', amount: 20_000 }] })),
    ).toEqual({
      net: 10_000,
      tax: 1_900,
    });
    expect(taxesAsPaid({ taxes, credits: [], payments: [] })).toEqual([]);
  });

  it('comes to the invoice, whatever the parts in which it was paid', () => {
    const net = fc.integer({ min: -50_000, max: 5_000_000_000 });
    const taxes = fc
      .tuple(net, net, net)
      .map(([a, b, c]) => [standard(a), standard(b, 7_000), { ...reverse, net: c }]);
    fc.assert(
      fc.property(
        taxes,
        fc.array(fc.integer({ min: -900, max: 1_000 }), { maxLength: 8 }),
        (asked, shares) => {
          const gross = asked.reduce((sum, part) => sum + part.net + part.tax, 0);
          fc.pre(gross > 0);
          const payments = shares.map((share, index) => {
            return { on: `2026-01-0${index + 1}`, amount: Math.trunc((gross / 1_000) * share) };
          });
          const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
          const some = sums(taxesAsPaid({ taxes: asked, credits: [], payments }));
          expect(some.net + some.tax).toBe(Math.max(0, Math.min(paid, gross)));
          const all = taxesAsPaid({
            taxes: asked,
            credits: [],
            payments: [...payments, { on: '2026-02-01', amount: gross - paid }],
          });
          for (const { category, rate, net: own, tax } of asked) {
            expect(sums(all.filter((part) => part.category === category && part.rate === rate))).toEqual({
              net: own,
              tax,
            });
          }
        },
      ),
      { numRuns: runs(300) },
    );
  });
});

describe('taxes by period', () => {
  it('know the quarter of a month', () => {
    expect(
      ['2026-01', '2026-03', '2026-04', '2026-12'].map((month) => taxPeriodOf(month, 'quarter')),
    ).toEqual(['2026-Q1', '2026-Q1', '2026-Q2', '2026-Q4']);
  });

  it('come to the same by month, quarter and year, with every rate apart', () => {
    const row = fc.record<TaxRow>({
      period: fc.integer({ min: 1, max: 12 }).map((month) => `2026-${String(month).padStart(2, '0')}`),
      currency: fc.constantFrom('EUR', 'GBP'),
      category: fc.constantFrom('standard', 'exempt', 'reverse_charge'),
      rate: fc.constantFrom(0, 7_000, 19_000),
      net: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
      tax: fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(row, { maxLength: 40 }), (rows) => {
        const months = taxRows(rows, 'month');
        const tell = (list: readonly TaxRow[]) =>
          taxRows(list, 'year').map(({ currency, category, rate, net, tax }) =>
            [currency, category, rate, net, tax].join(' '),
          );
        expect(tell(taxRows(months, 'quarter'))).toEqual(tell(rows));
        expect(tell(months)).toEqual(tell(rows));
        const keys = months.map(({ period, currency, category, rate }) =>
          [period, currency, category, rate].join(' '),
        );
        expect(new Set(keys).size).toBe(keys.length);
      }),
      { numRuns: runs(100) },
    );
  });
});
