import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roundTable } from '#shared/domain/rounding.ts';

const unit = 60_000;
const table = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.array(
      fc.array(fc.oneof(fc.constant(0), fc.integer({ min: 0, max: 30_000_000 })), {
        minLength: columns,
        maxLength: columns,
      }),
      { minLength: rows, maxLength: rows },
    ),
  );
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);
const isNear = (shown: number, exact: number) => {
  expect(shown % unit).toBe(0);
  expect(Math.abs(shown - exact)).toBeLessThan(unit);
};

describe('a table rounded to minutes', () => {
  it('adds up by row, by column and as a whole, nothing a minute off', () => {
    fc.assert(
      fc.property(table, (exact) => {
        const shown = roundTable(exact, unit);
        for (const [r, row] of exact.entries()) {
          for (const [c, value] of row.entries()) isNear(shown[r]?.[c] ?? Number.NaN, value);
          isNear(sum(shown[r] ?? []), sum(row));
        }
        for (const c of (exact[0] ?? []).keys()) {
          isNear(sum(shown.map((row) => row[c] ?? 0)), sum(exact.map((row) => row[c] ?? 0)));
        }
        isNear(sum(shown.flat()), sum(exact.flat()));
      }),
    );
  });

  it('leaves whole minutes alone and stands an empty table', () => {
    expect(
      roundTable(
        [
          [60_000, 0],
          [120_000, 180_000],
        ],
        unit,
      ),
    ).toEqual([
      [60_000, 0],
      [120_000, 180_000],
    ]);
    expect(roundTable([], unit)).toEqual([]);
  });

  it('comes to an end for a week of 60 clients, and adds up by client', () => {
    const big = Array.from({ length: 60 }, (_, r) =>
      Array.from({ length: 7 }, (_, c) => ((r * 7 + c) * 7_919_333) % 30_000_000),
    );
    for (const [r, row] of roundTable(big, unit).entries()) isNear(sum(row), sum(big[r] ?? []));
  });
});
