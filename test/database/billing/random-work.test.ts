import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BillingScene, openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

type Step = (scene: BillingScene, clients: readonly string[]) => Promise<unknown> | unknown;

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const ids = (scene: BillingScene, query: string) =>
  scene.store.sql.prepare<[], string>(query).pluck().all() as string[];
const grouping = fc.constantFrom('task', 'day', 'one' as const);

/** What a person may do in any order; refusals are part of it. */
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.tuple(fc.nat(2), fc.nat(27), fc.integer({ min: 1, max: 20_000 })).map(
    ([client, day, seconds]): Step =>
      (scene, clients) => {
        const start = `2026-11-${String(day + 1).padStart(2, '0')}T08:00:00Z`;
        return scene.entry(pick(clients, client) ?? '', { start, seconds, note: `n${day % 4}` });
      },
  ),
  fc.tuple(fc.nat(2), fc.nat(27), grouping).map(
    ([client, day, kind]): Step =>
      (scene, clients) =>
        scene.billing.drafts.create({
          clientId: pick(clients, client) ?? '',
          from: '2026-11-01',
          to: `2026-11-${String(day + 1).padStart(2, '0')}`,
          grouping: kind as 'task',
        }),
  ),
  fc.nat().map(
    (n): Step =>
      (scene) =>
        scene.billing.issue(pick(ids(scene, 'SELECT id FROM invoices ORDER BY id'), n) ?? ''),
  ),
  fc.nat().map(
    (n): Step =>
      (scene) =>
        scene.billing.lines.remove(pick(ids(scene, 'SELECT id FROM invoice_lines ORDER BY id'), n) ?? ''),
  ),
  fc.nat().map(
    (n): Step =>
      (scene) =>
        scene.billing.drafts.discard(pick(ids(scene, 'SELECT id FROM invoices ORDER BY id'), n) ?? ''),
  ),
  fc.nat().map(
    (n): Step =>
      (scene) => {
        const id = pick(ids(scene, 'SELECT id FROM time_entries ORDER BY id'), n);
        scene.store.act({ key: 'undo.entryDeleted', values: { count: 1 } }, () =>
          scene.store.sql.prepare('DELETE FROM time_entries WHERE id = ?').run(id),
        );
      },
  ),
  fc.tuple(fc.nat(), grouping).map(
    ([n, kind]): Step =>
      (scene) => {
        const invoiceId = pick(ids(scene, 'SELECT id FROM invoices ORDER BY id'), n) ?? '';
        scene.billing.drafts.change({
          invoiceId,
          grouping: kind as 'task',
          tax: { category: 'standard', rate: 19_000 },
        });
      },
  ),
  fc.nat().map(
    (n): Step =>
      (scene) =>
        scene.billing.newer.take(pick(ids(scene, 'SELECT id FROM invoices ORDER BY id'), n) ?? ''),
  ),
  fc.tuple(fc.nat(), fc.constantFrom(7_000, 19_000)).map(
    ([n, rate]): Step =>
      (scene) => {
        const lineId = pick(ids(scene, 'SELECT id FROM invoice_lines ORDER BY id'), n) ?? '';
        scene.billing.lines.change({ lineId, tax: { category: 'standard', rate } });
      },
  ),
  fc.constant<Step>((scene) => scene.store.undo()),
);

describe('any order of work, drafts, issues, deletions and undo', () => {
  it('bills no entry twice, loses none, leaves no gap, and adds up to the minor unit', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const scene = openBillingScene();
        const clients = [
          scene.client({ name: 'A' }),
          scene.client({ name: 'B', currency: 'JPY', rate: 5000 }),
          scene.client({ name: 'C', currency: 'KWD', rate: 12_345 }),
        ];
        for (const one of steps) {
          try {
            await one(scene, clients);
          } catch (error) {
            expect(['AppError']).toContain((error as Error).name);
          }
        }
        const sum = (query: string) => scene.store.sql.prepare(query).pluck().get() as number;
        const billed = sum(
          `SELECT coalesce(sum(l.seconds), 0) FROM invoice_lines l JOIN invoices i ON i.id = l.invoice_id WHERE i.state = 'issued'`,
        );
        const all = sum('SELECT coalesce(sum((ended_at - started_at) / 1000), 0) FROM time_entries');
        const open = clients.reduce((n, id) => n + (scene.billing.overview.unbilled(id)?.seconds ?? 0), 0);
        expect(billed + open).toBe(all);
        expect(sum('SELECT count(*) - count(DISTINCT entry_id) FROM invoice_line_entries')).toBe(0);
        for (const { missing } of scene.billing.gaps().series) expect(missing).toEqual([]);
        const wrong = sum(
          `SELECT count(*) FROM invoices i WHERE state = 'issued' AND (
             net_minor <> (SELECT sum(net_minor) FROM invoice_lines WHERE invoice_id = i.id)
             OR gross_minor <> net_minor + (SELECT sum(tax_minor) FROM invoice_taxes WHERE invoice_id = i.id)
             OR net_minor <> json_extract(snapshot, '$.totals.net'))`,
        );
        expect(wrong).toBe(0);
        expect(scene.store.sql.pragma('foreign_key_check')).toEqual([]);
        scene.store.close();
      }),
      { numRuns: runs(40, 500) },
    );
  });
});
