import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, it } from 'vitest';
import { dateOfEpochDay, epochDay } from '#shared/domain/clock-format.ts';
import { dateFinder } from '#shared/domain/date-finder.ts';
import { addDays, daysBetween } from '#shared/domain/dates.ts';
import { dateOf } from '#shared/domain/local-time.ts';
import { zones } from './zones.ts';

it.each(zones)('finds dates in %s as they are, in any order', (zone) => {
  const start = Date.UTC(2025, 6, 1);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 600 * 86_400_000 }), { maxLength: 30 }), (offsets) => {
      const find = dateFinder();
      for (const offset of offsets) expect(find(start + offset, zone)).toBe(dateOf(start + offset, zone));
    }),
    { numRuns: 30 },
  );
});

it.each(zones)(
  'finds the date of the instant at which clocks in %s change, and of its neighbours',
  (zone) => {
    const find = dateFinder();
    let change = Temporal.Instant.from('1990-01-01T00:00:00Z')
      .toZonedDateTimeISO(zone)
      .getTimeZoneTransition('next');
    for (let count = 0; change && count < 12; count++) {
      const at = change.epochMilliseconds;
      for (const instant of [at + 1, at, at - 1]) {
        expect(find(instant, zone)).toBe(dateOf(instant, zone));
        expect(dateFinder()(instant, zone)).toBe(dateOf(instant, zone));
      }
      change = change.getTimeZoneTransition('next');
    }
  },
);

const anyDay = fc.integer({ min: epochDay('0000-01-01'), max: epochDay('9999-12-31') });

it('counts days as the calendar does, from the year 0 to 9999', () => {
  expect(epochDay('1970-01-01')).toBe(0);
  expect(dateOfEpochDay(-1)).toBe('1969-12-31');
  fc.assert(
    fc.property(anyDay, anyDay, (one, two) => {
      const [from, to] = [dateOfEpochDay(one), dateOfEpochDay(two)];
      const [first, second] = [Temporal.PlainDate.from(from), Temporal.PlainDate.from(to)];
      expect(Temporal.PlainDate.from('1970-01-01').add({ days: one }).toString()).toBe(from);
      expect(epochDay(from)).toBe(one);
      expect(daysBetween(from, to)).toBe(first.until(second, { largestUnit: 'day' }).days);
      expect(addDays(from, two - one)).toBe(to);
    }),
  );
});

it('leaves dates beyond four digits and what is no date to the calendar', () => {
  expect(addDays('9999-12-31', 1)).toBe('+010000-01-01');
  expect(addDays('0000-01-01', -1)).toBe('-000001-12-31');
  expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
  expect(() => daysBetween('2026-13-01', '2026-01-01')).toThrow(RangeError);
});
