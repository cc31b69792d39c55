import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readClock } from '#shared/domain/clock-text.ts';

it.each([
  ['9', '09:00'],
  ['9:30', '09:30'],
  ['930', '09:30'],
  ['0930', '09:30'],
  ['14.05', '14:05'],
  ['9h30', '09:30'],
  ['17 Uhr', '17:00'],
  ['12 am', '00:00'],
  ['12:15pm', '12:15'],
  ['5pm', '17:00'],
  [' 23:59 ', '23:59'],
  ['24:00', null],
  ['9:60', null],
  ['13pm', null],
  ['9:5', null],
  ['', null],
  ['noon', null],
])('reads %j as %j', (text, time) => {
  expect(readClock(text)).toBe(time);
});

it('reads every time it gives, and never gives anything but a time', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const time = readClock(text);
      if (time === null) return;
      expect(time).toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      expect(readClock(time)).toBe(time);
    }),
  );
});
