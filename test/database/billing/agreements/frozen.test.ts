import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#shared/ipc/errors.ts';
import { newAgreement } from '#test/support/agreements.ts';
import { openBillingScene } from '#test/support/billing-scene.ts';
import { runs } from '#test/support/runs.ts';

const kinds = [null, 'email', 'writing', 'travel'] as const;
const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-11-${String(n).padStart(2, '0')}`);

const work = fc.record({
  day,
  hour: fc.nat(23),
  seconds: fc.integer({ min: 1, max: 9_000 }),
  kind: fc.constantFrom(...kinds),
  zone: fc.constantFrom('Europe/Tallinn', 'America/St_Johns', 'Asia/Kathmandu'),
});

const change = fc.record({
  what: fc.constantFrom('new', 'version', 'correct', 'end', 'go on' as const),
  which: fc.nat(5),
  workKinds: fc.constantFrom<string[] | null>(null, ['email'], ['writing', 'travel']),
  from: day,
  rate: fc.integer({ min: 1, max: 90_000 }),
  kindRate: fc.option(fc.integer({ min: 1, max: 90_000 })),
});

it('work that had a price keeps it through any change of agreements, and undo brings back what was', () => {
  fc.assert(
    fc.property(
      fc.array(work, { minLength: 1, maxLength: 10 }),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      (entries, changes) => {
        const scene = openBillingScene();
        const clientId = scene.client({ rate: 4500 });
        for (const { day: date, hour, seconds, kind, zone } of entries) {
          const start = `${date}T${String(hour).padStart(2, '0')}:00:00Z`;
          const id = scene.entry(clientId, { start, seconds, zone });
          scene.store.sql.prepare('UPDATE time_entries SET work_kind_id = ? WHERE id = ?').run(kind, id);
        }
        const said = () => scene.billing.overview.unbilled(clientId);
        const before = said();
        // Undone down to here.
        scene.billing.parties.saveProfile({ ...scene.billing.parties.profile(), phone: '1' });
        for (const one of changes) {
          const all = scene.billing.agreements.of(clientId);
          const chosen = all[one.which % all.length];
          const { workKinds, from: validFrom, rate, kindRate } = one;
          const terms: { kindRates: Record<string, number> } = {
            kindRates: kindRate === null ? {} : { email: kindRate },
          };
          const input = { ...newAgreement.hourly(clientId, rate), workKinds, validFrom, terms };
          const agreementId = chosen?.id ?? null;
          try {
            if (one.what === 'new') scene.billing.agreements.save(input);
            else if (one.what === 'version') scene.billing.agreements.save({ ...input, agreementId });
            else if (one.what === 'correct') {
              const termsId = chosen?.versions.at(-1)?.id ?? null;
              scene.billing.agreements.save({ ...input, agreementId, termsId });
            } else {
              const endedOn = one.what === 'end' ? validFrom : null;
              scene.billing.agreements.end({ agreementId: agreementId ?? '', endedOn });
            }
          } catch (error) {
            if (!(error instanceof AppError)) throw error;
          }
          expect(said()?.amounts).toEqual(before?.amounts);
          expect(said()?.unpricedSeconds).toBe(0);
        }
        expect(scene.billing.invoice(scene.draft(clientId)).totals.net).toBe(before?.amounts[0]?.amount);
        while (scene.store.undoState().undo?.key !== 'undo.profileSaved') scene.store.undo();
        expect(said()).toEqual(before);
        expect(scene.store.sql.prepare('SELECT count(*) FROM entry_prices').pluck().get()).toBe(0);
        scene.store.close();
      },
    ),
    { numRuns: runs(12) },
  );
});
