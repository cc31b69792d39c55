import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDate } from '#shared/domain/clock-format.ts';
import { readDate, readDay } from '#shared/domain/date-text.ts';
import { addDays } from '#shared/domain/due-day.ts';

const near = '2026-11-20';

it.each([
  ['2026-11-25', '2026-11-25'],
  ['25.11.2026', '2026-11-25'],
  ['25.11.26', '2026-11-25'],
  ['5/1/2027', '2027-01-05'],
  ['29.2.2028', '2028-02-29'],
  ['29.2.2027', null],
  ['2026-13-01', null],
  ['31 11 2026', null],
  ['25/11', '2026-11-25'],
  ['25.11.', '2026-11-25'],
  ['3/1', '2027-01-03'],
  ['25 Nov 2026', '2026-11-25'],
  ['25 november', '2026-11-25'],
  ['Nov 25, 2026', '2026-11-25'],
  ['2 jan', '2027-01-02'],
  ['31 Nov 2026', null],
  ['25 xyz', null],
  ['25', null],
  ['tomorrow', null],
  ['', null],
])('reads %j as %j', (text, date) => {
  expect(readDate(text, near, 'en')).toBe(date);
});

it('reads the words for the days around today, seen from today and not from the date before', () => {
  const read = (text: string, locale: string) => readDay(text, '2025-02-01', '2026-11-30', locale);
  expect(read('Today', 'en')).toBe('2026-11-30');
  expect(read(' yesterday ', 'en')).toBe('2026-11-29');
  expect(read('tomorrow', 'en')).toBe('2026-12-01');
  expect(read('gestern', 'de')).toBe('2026-11-29');
  expect(read('Heute', 'de')).toBe('2026-11-30');
  expect(read('morgen', 'de')).toBe('2026-12-01');
  expect(read('tomorrow', 'de')).toBe('2026-12-01');
  expect(read('tomorro', 'en')).toBeNull();
  expect(read('2 jan', 'en')).toBe('2025-01-02');
});

it('reads months in the language of the app, and in English as well', () => {
  expect(readDate('1. März 2027', near, 'de')).toBe('2027-03-01');
  expect(readDate('1. Dez', near, 'de')).toBe('2026-12-01');
  expect(readDate('1 December', near, 'de')).toBe('2026-12-01');
});

describe('what the app itself writes', () => {
  it.each(['en', 'de'])('is read back as the same day, in %s', (locale) => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (days) => {
        const date = addDays(near, days);
        expect(readDate(formatDate(date, locale, 'dated'), near, locale)).toBe(date);
      }),
    );
  });
});
