import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createOpenInvoices } from '#main/features/billing/open-invoices.ts';
import { createTaxPeriods } from '#main/features/billing/tax-periods.ts';
import { createYearByMonth } from '#main/features/billing/year-by-month.ts';
import { ageSums } from '#shared/domain/ageing.ts';
import { totalsByCurrency } from '#shared/domain/money.ts';
import { readSnapshot } from '#shared/domain/read-snapshot.ts';
import { taxRows } from '#shared/domain/tax-periods.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { currencies, step } from '#test/support/money-steps.ts';
import { runs } from '#test/support/runs.ts';

it('adds up what is open, invoiced and taxed to what the invoices say, whatever happened', async () => {
  const seen = { open: 0, taxed: 0, paid: 0 };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 10, maxLength: 40 }), async (steps) => {
      const scene = openBillingScene();
      const { sql } = scene.store;
      const clients = currencies.map((currency, index) =>
        scene.client({ name: `Client ${index}`, currency, rate: 4_567 }),
      );
      for (const one of steps) {
        try {
          await one(scene, clients);
        } catch (error) {
          expect((error as Error).name, `${(error as Error).stack}`).toBe('AppError');
        }
      }
      const invoices = scene.billing.overview.invoices(null);
      const standing = invoices
        .filter((invoice) => invoice.standing.open > 0)
        .map(({ currency, standing: { open } }) => ({ currency, amount: open }));
      const grossOf = (id: string) => scene.billing.preview(id).totals.gross;
      const { issued, owed, drafts, today } = createOpenInvoices(sql, grossOf, () => '2026-11-25')();
      const sums = ageSums(issued, today).map(({ currency, total }) => ({ currency, amount: total }));
      expect(sums).toEqual(totalsByCurrency(standing));
      const back = invoices.flatMap(({ currency, standing: { open } }) =>
        open < 0 ? [{ currency, amount: -open }] : [],
      );
      expect(totalsByCurrency(owed.map(({ currency, open: amount }) => ({ currency, amount })))).toEqual(
        totalsByCurrency(back),
      );
      expect(scene.billing.overview.all().owed).toEqual(totalsByCurrency(back));
      expect(drafts.length).toBe(
        invoices.filter(({ state, kind }) => state === 'draft' && kind === 'invoice').length,
      );
      seen.open += issued.length;

      const snapshots = sql
        .prepare<[], { text: string; kind: string }>(
          `SELECT snapshot AS text, kind FROM invoices WHERE state = 'issued' AND issue_date LIKE '2026%'`,
        )
        .all();
      const said = snapshots.flatMap(({ text, kind }) => {
        const { currency, totals } = readSnapshot(text);
        const sign = kind === 'credit_note' ? -1 : 1;
        return totals.taxes.map(({ category, rate, net, tax }) => {
          return { period: '2026', currency, category, rate, net: sign * net, tax: sign * tax };
        });
      });
      const taxes = createTaxPeriods(sql);
      const wanted = taxRows(said, 'year');
      expect(taxRows(taxes('2026', 'issued'), 'year')).toEqual(wanted);
      expect(taxes('2025', 'issued')).toEqual([]);
      seen.taxed += wanted.length;

      const gross = createYearByMonth(sql)('2026').map((row) => ({
        currency: row.currency,
        amount: row.gross,
      }));
      const told = wanted.map(({ currency, net, tax }) => ({ currency, amount: net + tax }));
      expect(totalsByCurrency(gross).filter(({ amount }) => amount !== 0)).toEqual(
        totalsByCurrency(told).filter(({ amount }) => amount !== 0),
      );

      // What came in, as far as the invoices asked for it, is what is taxed by payments.
      const asked = invoices
        .filter(({ kind, state }) => kind === 'invoice' && state === 'issued')
        .map(({ id, currency }) => {
          const { gross: whole, payments, credits } = scene.billing.payments.account(id);
          if (payments.length === 0) return { currency, amount: 0 };
          const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
          // All payments are of the 24th; credit notes of the 25th take nothing off yet.
          const left = credits.reduce(
            (sum, { number, issueDate, gross: less }) =>
              number !== null && issueDate <= '2026-11-24' ? sum - (less ?? 0) : sum,
            whole,
          );
          return { currency, amount: Math.max(0, Math.min(paid, left)) };
        });
      const brought = taxes('2026', 'paid').map(({ currency, net, tax }) => ({
        currency,
        amount: net + tax,
      }));
      expect(totalsByCurrency(brought).filter(({ amount }) => amount !== 0)).toEqual(
        totalsByCurrency(asked).filter(({ amount }) => amount !== 0),
      );
      seen.paid += brought.length;
      scene.store.close();
    }),
    { numRuns: runs(20, 300) },
  );
  expect(seen.open).toBeGreaterThan(0);
  expect(seen.taxed).toBeGreaterThan(0);
  // Few runs may bring no payment that counts.
  if (runs(20, 300) > 100) expect(seen.paid).toBeGreaterThan(0);
}, 300_000);
