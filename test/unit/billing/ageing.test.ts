import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ageOf, ageSums, ageSumsByClient, ages } from '#shared/domain/ageing.ts';
import { expectedParts } from '#shared/domain/cash-expected.ts';
import { addDays } from '#shared/domain/due-day.ts';
import { runs } from '#test/support/runs.ts';

const today = '2026-11-22';
const amounts = fc.array(
  fc.record({
    clientId: fc.constantFrom('a', 'b', 'c'),
    currency: fc.constantFrom('EUR', 'GBP', 'JPY'),
    dueDate: fc.integer({ min: -200, max: 400 }).map((days) => addDays(today, days)),
    open: fc.integer({ min: 1, max: 10_000_000_000 }),
    draft: fc.boolean(),
  }),
  { maxLength: 40 },
);
const add = (list: readonly { readonly open: number }[]) => list.reduce((sum, { open }) => sum + open, 0);

describe('the age of what is open', () => {
  it.each([
    [5, 'notDue'],
    [0, 'notDue'],
    [-1, 'to30'],
    [-30, 'to30'],
    [-31, 'to60'],
    [-60, 'to60'],
    [-61, 'to90'],
    [-90, 'to90'],
    [-91, 'over90'],
  ] as const)('is by days: due in %i', (days, age) => {
    expect(ageOf(addDays(today, days), today)).toBe(age);
  });

  it('comes to all that is open, by currency and by client', () => {
    fc.assert(
      fc.property(amounts, (open) => {
        const sums = ageSums(open, today);
        for (const { currency, byAge, total } of sums) {
          const own = open.filter((one) => one.currency === currency);
          expect(total).toBe(add(own));
          expect(ages.reduce((sum, age) => sum + byAge[age], 0)).toBe(total);
          for (const age of ages)
            expect(byAge[age]).toBe(add(own.filter(({ dueDate }) => ageOf(dueDate, today) === age)));
          const clients = ageSumsByClient(open, today).filter((one) => one.currency === currency);
          expect(clients.reduce((sum, client) => sum + client.total, 0)).toBe(total);
        }
        expect(sums.reduce((sum, { total }) => sum + total, 0)).toBe(add(open));
      }),
      { numRuns: runs(200) },
    );
  });
});

describe('what is to come in', () => {
  const item = (dueDate: string, amount: number, draft = false) => ({
    ...{ dueDate, amount, draft },
    currency: 'EUR',
  });

  it('stands in the week it is due; late is what was due before today', () => {
    const parts = expectedParts(
      [
        item('2026-11-21', 1),
        item(today, 2),
        item('2026-11-23', 4),
        item('2027-03-01', 8),
        item('2026-11-01', 16, true),
      ],
      today,
      'week',
      1,
    );
    expect(parts.length).toBe(12);
    expect(
      parts
        .filter(({ items }) => items.length > 0)
        .map(({ start, issued, drafts }) => [start, issued, drafts]),
    ).toEqual([
      ['late', 1, 0],
      ['2026-11-16', 2, 16],
      ['2026-11-23', 4, 0],
      ['later', 8, 0],
    ]);
  });

  it('goes by months over the end of a year', () => {
    const parts = expectedParts([item('2027-01-31', 5)], today, 'month', 1);
    expect(parts.map(({ start, issued }) => [start, issued])).toEqual([
      ['2026-11-01', 0],
      ['2026-12-01', 0],
      ['2027-01-01', 5],
      ['2027-02-01', 0],
      ['2027-03-01', 0],
      ['2027-04-01', 0],
    ]);
  });

  it('loses nothing and counts nothing twice', () => {
    fc.assert(
      fc.property(
        amounts,
        fc.constantFrom('week' as const, 'month' as const),
        fc.integer({ min: 1, max: 7 }),
        (list, by, weekStart) => {
          const items = list.map((one) => ({ ...one, amount: one.open }));
          const parts = expectedParts(items, today, by, weekStart);
          expect(parts.reduce((sum, { issued, drafts }) => sum + issued + drafts, 0)).toBe(add(list));
          expect(parts.flatMap((part) => part.items).length).toBe(list.length);
        },
      ),
      { numRuns: runs(200) },
    );
  });
});
