import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { dateOfEpochDay, epochDay } from '#shared/domain/clock-format.ts';

const start = Temporal.PlainDate.from('1970-01-01');
const days = fc.integer({ min: -719_000, max: 2_900_000 });

describe('dates counted in days', () => {
  it('are those of the calendar, there and back', () => {
    fc.assert(
      fc.property(days, (count) => {
        const date = dateOfEpochDay(count);
        expect(date).toBe(start.add({ days: count }).toString());
        expect(epochDay(date)).toBe(count);
      }),
      { numRuns: 2_000 },
    );
  });
});
