import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { AgreementOf } from '#shared/domain/agreement-match.ts';
import { addDays } from '#shared/domain/dates.ts';
import { cyclesOf, feeOf, partOf, secondsOf } from '#shared/domain/retainer-cycles.ts';

function retainer(
  validFrom: string,
  endedOn: string | null,
  stub: 'full' | 'prorated' | undefined,
  cycleDay = 1,
): AgreementOf<'retainer'> {
  const base = { seconds: 20 * 3600, cycleDay, carryCap: 0, carryCycles: 0, overageRate: 0 };
  const terms = { ...base, fee: 'advance', ...(stub ? { stub } : {}) } as const;
  const version = { id: validFrom, validFrom, currency: 'EUR', rate: 60_000, terms };
  return { id: 'r', kind: 'retainer', title: '', workKinds: null, endedOn, versions: [version] };
}

const told = (agreement: AgreementOf<'retainer'>, until: string) =>
  cyclesOf(agreement, until).map((cycle) => [cycle.start, feeOf(cycle), secondsOf(cycle) / 3600]);

it('charges a short first and last cycle in full where nothing else was agreed', () => {
  for (const stub of ['full', undefined] as const)
    expect(told(retainer('2026-09-16', '2026-10-10', stub), '2026-12-01')).toEqual([
      ['2026-09-16', 60_000, 20],
      ['2026-10-01', 60_000, 20],
    ]);
});

it('charges them by days where that was agreed, fee and hours', () => {
  expect(told(retainer('2026-09-16', '2026-11-06', 'prorated'), '2026-12-01')).toEqual([
    ['2026-09-16', 30_000, 10],
    ['2026-10-01', 60_000, 20],
    ['2026-11-01', 12_000, 4],
  ]);
});

it('knows the whole cycle of a day that a short month does not have', () => {
  // From 31 January to 27 February, of which 14 days are left.
  const [first, second] = cyclesOf(retainer('2027-02-14', null, 'prorated', 31), '2027-03-05');
  expect(first && partOf(first)).toEqual({ days: 14, of: 28 });
  expect(second && partOf(second)).toBeNull();
});

it('never charges more than a whole cycle, and a whole one for whole ones', () => {
  fc.assert(
    fc.property(fc.nat(800), fc.nat(400), fc.integer({ min: 1, max: 31 }), (offset, length, day) => {
      const start = addDays('2026-01-01', offset);
      const end = addDays(start, length);
      const cycles = cyclesOf(retainer(start, end, 'prorated', day), end);
      for (const [index, cycle] of cycles.entries()) {
        const part = partOf(cycle);
        if (index > 0 && index < cycles.length - 1) expect(part).toBeNull();
        expect(feeOf(cycle)).toBeLessThanOrEqual(60_000);
        expect(feeOf(cycle) === 60_000).toBe(part === null);
        if (part) expect(part.days).toBeLessThan(part.of);
      }
    }),
  );
});
