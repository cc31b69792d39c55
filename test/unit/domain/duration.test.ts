import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatDuration, formatRunning, HOUR, MINUTE, parseDuration } from '#shared/domain/duration.ts';

describe('formatDuration', () => {
  it.each([
    [0, '0m'],
    [59_999, '0m'],
    [45 * MINUTE, '45m'],
    [3 * HOUR, '3h'],
    [HOUR + 5 * MINUTE, '1h 05m'],
    [22 * HOUR + 30 * MINUTE, '22h 30m'],
    [-20 * MINUTE, '−20m'],
    [-59_999, '0m'],
  ])('%d ms reads %s', (ms, text) => expect(formatDuration(ms)).toBe(text));

  it('is read back as the same length', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 * 60 }), (minutes) => {
        expect(parseDuration(formatDuration(minutes * MINUTE))).toBe(minutes * MINUTE);
      }),
    );
  });
});

describe('formatRunning', () => {
  it.each([
    [0, '0:00:00'],
    [2_530_999, '0:42:10'],
    [11 * HOUR, '11:00:00'],
    [-5_000, '0:00:00'],
  ])('%d ms reads %s', (ms, text) => expect(formatRunning(ms)).toBe(text));
});

describe('parseDuration', () => {
  it.each([
    ['90', 90],
    ['1:05', 65],
    ['1.5', 90],
    ['1,5 h', 90],
    [' 2h ', 120],
    ['2 Std 15 Min', 135],
    ['45min', 45],
  ])('%s is %d minutes', (text, minutes) => expect(parseDuration(text)).toBe(minutes * MINUTE));

  it.each(['', '0', 'soon', '-5', '1:75', '1h2h', '99999999', 'h', 'm'])('does not guess at %j', (text) =>
    expect(parseDuration(text)).toBeNull(),
  );
});
