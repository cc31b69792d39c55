import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { currencies, step } from '#test/support/money-steps.ts';
import { runs } from '#test/support/runs.ts';

interface Sums {
  readonly id: string;
  readonly net: number;
  readonly tax: number;
  readonly creditedNet: number;
  readonly creditedTax: number;
  readonly whole: 0 | 1;
}

describe('any order of work, expenses, invoices, credits, payments and undo', () => {
  it('adds up to the minor unit in every currency, and bills nothing twice', async () => {
    const seen = { credits: 0, givenBack: 0 };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40 }), async (steps) => {
        const scene = openBillingScene();
        const clients = currencies.map((currency, index) =>
          scene.client({ name: `Client ${index}`, currency, rate: [4567, 5000, 12_345][index] ?? 1 }),
        );
        for (const one of steps) {
          try {
            await one(scene, clients);
          } catch (error) {
            expect((error as Error).name, `${(error as Error).stack}`).toBe('AppError');
          }
        }
        const { sql } = scene.store;
        const one = (query: string) => sql.prepare(query).pluck().get() as number;
        const invoices = sql
          .prepare<[], Sums>(
            `SELECT i.id, i.net_minor AS net, i.tax_minor AS tax, coalesce(sum(n.net_minor), 0) AS creditedNet,
               coalesce(sum(n.tax_minor), 0) AS creditedTax,
               NOT EXISTS (SELECT 1 FROM invoice_lines l WHERE l.invoice_id = i.id AND l.net_minor <> coalesce(
                 (SELECT sum(k.net_minor) FROM invoice_lines k JOIN invoices c ON c.id = k.invoice_id
                  WHERE k.corrects_line_id = l.id AND c.state = 'issued'), 0)) AS whole
             FROM invoices i LEFT JOIN invoices n ON n.corrects_id = i.id AND n.state = 'issued'
             WHERE i.state = 'issued' AND i.kind = 'invoice' GROUP BY i.id`,
          )
          .all();
        for (const { id, net, tax, creditedNet, creditedTax, whole } of invoices) {
          expect(creditedNet + creditedTax).toBeLessThanOrEqual(net + tax);
          if (whole === 1) expect([creditedNet, creditedTax]).toEqual([net, tax]);
          const { standing, gross, payments, writeOff } = scene.billing.payments.account(id);
          const paid = payments.reduce((sum, { amount }) => sum + amount, 0);
          const unpaid = gross - creditedNet - creditedTax - paid;
          expect(standing.open).toBe(unpaid > 0 ? Math.max(0, unpaid - (writeOff?.amount ?? 0)) : unpaid);
        }
        const all = one('SELECT coalesce(sum((ended_at - started_at) / 1000), 0) FROM time_entries');
        const billed = one(
          `SELECT coalesce(sum((e.ended_at - e.started_at) / 1000), 0) FROM time_entries e
           JOIN invoice_line_entries le ON le.entry_id = e.id AND le.released_by IS NULL
           JOIN invoice_lines l ON l.id = le.line_id JOIN invoices i ON i.id = l.invoice_id WHERE i.state = 'issued'`,
        );
        const open = clients.reduce((n, id) => n + (scene.billing.overview.unbilled(id)?.seconds ?? 0), 0);
        expect(billed + open).toBe(all);
        expect(
          one(`SELECT count(*) FROM time_entries e WHERE billed <> EXISTS (SELECT 1 FROM invoice_line_entries le
          JOIN invoice_lines l ON l.id = le.line_id JOIN invoices i ON i.id = l.invoice_id
          WHERE le.entry_id = e.id AND le.released_by IS NULL AND i.state = 'issued')`),
        ).toBe(0);
        expect(
          one(`SELECT count(*) FROM invoices i WHERE state = 'issued' AND (
          net_minor <> (SELECT sum(net_minor) FROM invoice_lines WHERE invoice_id = i.id)
          OR tax_minor <> (SELECT sum(tax_minor) FROM invoice_taxes WHERE invoice_id = i.id)
          OR gross_minor <> json_extract(snapshot, '$.totals.gross'))`),
        ).toBe(0);
        for (const { missing } of scene.billing.gaps().series) expect(missing).toEqual([]);
        seen.credits += one(`SELECT count(*) FROM invoices WHERE kind = 'credit_note' AND state = 'issued'`);
        seen.givenBack += one('SELECT count(*) FROM invoice_line_entries WHERE released_by IS NOT NULL');
        expect(sql.pragma('foreign_key_check')).toEqual([]);
        scene.store.close();
      }),
      { numRuns: runs(25, 500) },
    );
    // The steps came to what they are for; few runs may give nothing back.
    expect(seen.credits).toBeGreaterThan(0);
    if (runs(25, 500) > 100) expect(seen.givenBack).toBeGreaterThan(0);
  }, 300_000);
});
