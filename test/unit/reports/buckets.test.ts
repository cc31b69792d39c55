import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/due-day.ts';
import { bucketOf, bucketsBetween } from '#shared/domain/report.ts';

describe('the buckets of a range', () => {
  it('are those of its dates, one by one', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 20_000 }),
        fc.integer({ min: 0, max: 800 }),
        fc.constantFrom('day', 'week', 'month'),
        fc.integer({ min: 1, max: 7 }),
        (first, more, grouping, weekStart) => {
          const from = addDays('1980-01-01', first);
          const dates = Array.from({ length: more + 1 }, (_, index) => addDays(from, index));
          expect(bucketsBetween(from, dates.at(-1) ?? from, grouping, weekStart)).toEqual(
            dates.map((date) => bucketOf(date, grouping, weekStart)),
          );
        },
      ),
    );
  });
});
