import { expect, it } from 'vitest';
import { readDate } from '#shared/domain/date-text.ts';

it.each([
  ['2026-11-25', '2026-11-25'],
  ['25.11.2026', '2026-11-25'],
  ['25.11.26', '2026-11-25'],
  ['5/1/2027', '2027-01-05'],
  ['29.2.2028', '2028-02-29'],
  ['29.2.2027', null],
  ['2026-13-01', null],
  ['31 11 2026', null],
  ['tomorrow', null],
  ['', null],
])('reads %j as %j', (text, date) => {
  expect(readDate(text)).toBe(date);
});
