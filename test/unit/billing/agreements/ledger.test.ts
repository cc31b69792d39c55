import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alertLevel } from '#shared/domain/retainer-alert.ts';
import { type LedgerEntry, ledgerOf } from '#shared/domain/retainer-ledger.ts';

const hour = 3600;
const work = (id: string, seconds: number, startedAt = 0): LedgerEntry => ({
  entryId: id,
  startedAt,
  seconds,
});
const cycle = (entries: LedgerEntry[], { included = 20, cap = 5 as number | null, last = 1 } = {}) => ({
  included: included * hour,
  carryCap: cap === null ? null : cap * hour,
  carryCycles: last,
  entries,
});
const sum = (parts: readonly { readonly seconds: number }[]) =>
  parts.reduce((all, part) => all + part.seconds, 0);

describe('the ledger of a retainer', () => {
  it('carries what is left, uses it first, and carries what is left of the next', () => {
    const [first, second, third] = ledgerOf([
      cycle([work('a', 16 * hour)]),
      cycle([work('b', 3 * hour, 1), work('c', 20 * hour, 2)]),
      cycle([]),
    ]);
    expect(first).toMatchObject({ used: 16 * hour, left: 4 * hour, lapsed: 0, over: 0 });
    expect(first?.carriedOut).toEqual([{ from: 0, seconds: 4 * hour }]);
    expect(second).toMatchObject({ worked: 23 * hour, used: 23 * hour, over: 0, left: hour, lapsed: 0 });
    expect(second?.entries).toEqual([
      { entryId: 'b', carried: [{ from: 0, seconds: 3 * hour }], included: 0, over: 0 },
      { entryId: 'c', carried: [{ from: 0, seconds: hour }], included: 19 * hour, over: 0 },
    ]);
    expect(second?.carriedOut).toEqual([{ from: 1, seconds: hour }]);
    expect(third?.carriedIn).toEqual([{ from: 1, seconds: hour }]);
  });

  it('lets lapse what is above the cap, and what has had its cycles', () => {
    const minutes = (n: number) => n * 60;
    const [, , november] = ledgerOf([
      cycle([work('sep', minutes(18 * 60 + 15))]),
      cycle([work('oct', minutes(19 * 60 + 15))]),
      cycle([work('nov', minutes(16 * 60 + 48))]),
    ]);
    expect(november).toMatchObject({ left: minutes(5 * 60 + 42), lapsed: minutes(42) });
    expect(sum(november?.carriedOut ?? [])).toBe(5 * hour);

    const idle = ledgerOf([0, 1, 2, 3].map(() => cycle([], { included: 2, cap: null, last: 2 })));
    expect(idle.map(({ carriedIn }) => carriedIn.map(({ from }) => from))).toEqual([[], [0], [0, 1], [1, 2]]);
    expect(idle.map(({ lapsed }) => lapsed / hour)).toEqual([0, 0, 2, 2]);
  });

  it('goes over only when nothing is left', () => {
    const [first, second] = ledgerOf([
      cycle([work('a', 12 * hour + 2400)], { included: 12, cap: 3 }),
      cycle([], { included: 12, cap: 3 }),
    ]);
    expect(first).toMatchObject({ worked: 45_600, used: 12 * hour, over: 2400, left: 0, lapsed: 0 });
    expect(second?.carriedIn).toEqual([]);
  });

  it('keeps every second once, whatever was worked', () => {
    const entries = fc.uniqueArray(
      fc.record({ entryId: fc.uuid(), startedAt: fc.nat(50), seconds: fc.nat(30_000) }),
      { selector: ({ entryId }) => entryId, maxLength: 8 },
    );
    const cycles = fc.array(
      fc.record({
        included: fc.nat(80_000),
        carryCap: fc.option(fc.nat(60_000)),
        carryCycles: fc.nat(3),
        entries,
      }),
      { minLength: 1, maxLength: 8 },
    );
    fc.assert(
      fc.property(cycles, (all) => {
        const ledger = ledgerOf(all);
        for (const [index, now] of ledger.entries()) {
          const terms = all[index];
          if (!terms) throw new Error('no cycle');
          expect(now.included + sum(now.carriedIn)).toBe(now.used + sum(now.carriedOut) + now.lapsed);
          expect(now.worked).toBe(now.used + now.over);
          expect(now.worked).toBe(sum(terms.entries));
          if (now.over > 0) expect(now.left).toBe(0);
          if (terms.carryCap !== null) expect(sum(now.carriedOut)).toBeLessThanOrEqual(terms.carryCap);
          expect(now.lapsed).toBeGreaterThanOrEqual(0);
          for (const { from } of now.carriedOut)
            expect(index + 1 - from).toBeLessThanOrEqual(terms.carryCycles);
          for (const parts of now.entries) {
            const whole = terms.entries.find(({ entryId }) => entryId === parts.entryId)?.seconds;
            expect(sum(parts.carried) + parts.included + parts.over).toBe(whole);
          }
          expect(ledger[index + 1]?.carriedIn ?? now.carriedOut).toEqual(now.carriedOut);
        }
        // An hour is used by one entry, or carried until it lapses, but never both: all that was ever included
        // is used, lapsed or still there.
        const used = ledger.reduce((total, { used: one, lapsed }) => total + one + lapsed, 0);
        const given = all.reduce((total, { included }) => total + included, 0);
        expect(used + sum(ledger.at(-1)?.carriedOut ?? [])).toBe(given);
        // Oldest first: no entry takes newer hours while older ones are left.
        for (const now of ledger) {
          const order = now.entries.flatMap(({ carried }) => carried.map(({ from }) => from));
          expect(order).toEqual(order.toSorted((a, b) => a - b));
          const firstIncluded = now.entries.findIndex(({ included }) => included > 0);
          if (firstIncluded >= 0) {
            for (const later of now.entries.slice(firstIncluded + 1)) expect(later.carried).toEqual([]);
          }
        }
      }),
    );
  });
});

it('tells at 70, 90 and 100 percent of all hours of the cycle', () => {
  expect(
    [69_999, 70_000, 89_999, 90_000, 99_999, 100_000, 130_000].map((worked) => alertLevel(worked, 100_000)),
  ).toEqual([null, 70, 70, 90, 90, 100, 100]);
  expect([alertLevel(0, 0), alertLevel(1, 0)]).toEqual([null, 100]);
});
