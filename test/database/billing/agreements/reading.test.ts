import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createAgreementRows } from '#main/features/billing/agreement-rows.ts';
import type { Agreements } from '#main/features/billing/agreements.ts';
import { createRetainers, noneSettled } from '#main/features/billing/retainers.ts';
import { createRounding } from '#main/features/billing/rounding.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

const work = fc.record({
  month: fc.integer({ min: 5, max: 11 }),
  day: fc.integer({ min: 1, max: 20 }),
  seconds: fc.integer({ min: 0, max: 90_000 }),
});
const month = (number: number) => `2026-${String(number).padStart(2, '0')}`;

it('keeps the books of cycles that are not settled, whether the work of settled ones is read or not', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(work, { maxLength: 15 }),
      fc.array(work, { maxLength: 8 }),
      fc.integer({ min: 5, max: 10 }),
      fc.boolean(),
      async (before, after, billedTo, later) => {
        const scene = openBillingScene();
        const clientId = scene.client({ rate: null });
        const { terms, ...retainer } = newAgreement.retainer(clientId);
        const agreed = { ...terms, carryCap: null, carryCycles: 3 };
        scene.billing.agreements.save({ ...retainer, validFrom: '2026-05-01', terms: agreed });
        const add = (items: typeof before) => {
          for (const { month: of, day, seconds } of items)
            scene.entry(clientId, {
              start: `${month(of)}-${String(day).padStart(2, '0')}T08:00:00Z`,
              seconds,
            });
        };
        add(before);
        const range = { from: '2026-05-01', to: `${month(billedTo)}-28`, grouping: 'task' } as const;
        const { invoiceId } = scene.billing.drafts.create({ clientId, ...range });
        if (scene.billing.invoice(invoiceId).lines.length > 0) await scene.billing.issue(invoiceId);
        add(after);
        if (later) scene.draft(clientId);
        const { sql } = scene.store;
        const of = createAgreementRows(sql);
        const retainers = createRetainers(sql, { of } as Agreements, createRounding(sql), {
          today: () => '2026-11-25',
        });
        const [all, fewer] = [retainers.of(clientId), retainers.of(clientId, noneSettled)];
        const settled = ({ hours }: { hours: { issued: boolean } | null }) => hours?.issued === true;
        const open = (books: typeof all) => books[0]?.cycles.filter((cycle) => !settled(cycle));
        expect(open(fewer)).toEqual(open(all));
        const days = (books: typeof all) =>
          books[0]?.cycles.map(({ ref, start, end, fee, hours, carriedIn, carriedOut }) => {
            return { ref, start, end, fee, hours, carriedIn, carriedOut };
          });
        expect(days(fewer)).toEqual(days(all));
        for (const cycle of fewer[0]?.cycles ?? []) if (settled(cycle)) expect(cycle.entries).toEqual([]);
        scene.store.close();
      },
    ),
    { numRuns: runs(40, 400) },
  );
});
