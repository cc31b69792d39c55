import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayBorders } from '#shared/domain/day-borders.ts';
import { addDays, dayBounds } from '#shared/domain/time.ts';
import { zones } from './zones.ts';

// Clocks that change at midnight, at a minute past it, backwards over midnight, twice a month.
const odd = ['America/Sao_Paulo', 'Africa/Cairo', 'Africa/Casablanca', 'Asia/Beirut', 'Atlantic/Azores'];
const zone = fc.constantFrom(...zones, ...odd);
const first = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1980-01-01', days));

describe('the borders of days', () => {
  it('are where the calendar of the zone says that each day begins', () => {
    fc.assert(
      fc.property(first, fc.integer({ min: 0, max: 800 }), zone, (from, days, name) => {
        const borders = dayBorders(from, addDays(from, days), name);
        expect(borders).toHaveLength(days + 2);
        const expected = borders.map((_, index) => dayBounds(addDays(from, index), name).from);
        expect(borders).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  it('know the day Samoa never had, and the half hour of Lord Howe', () => {
    const samoa = dayBorders('2011-12-29', '2011-12-31', 'Pacific/Apia');
    expect(samoa.slice(1).map((border, index) => border - (samoa[index] as number))).toEqual([
      86_400_000, 0, 86_400_000,
    ]);
    const howe = dayBorders('2026-04-05', '2026-04-05', 'Australia/Lord_Howe');
    expect((howe[1] as number) - (howe[0] as number)).toBe(24.5 * 3_600_000);
  });
});
