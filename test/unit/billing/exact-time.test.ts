import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatExact } from '#shared/domain/duration.ts';

/** Reads it again. */
function secondsOf(text: string): number {
  const part = (unit: string) => Number(new RegExp(`(\\d+)${unit}`).exec(text)?.[1] ?? 0);
  return (text.startsWith('−') ? -1 : 1) * (part('h') * 3600 + part('m') * 60 + part('s'));
}

describe('time beside money', () => {
  it('is shown to the second, so that what is shown adds up', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (seconds) => {
        expect(secondsOf(formatExact(seconds))).toBe(seconds);
      }),
    );
  });

  it.each([
    [0, '0m'],
    [42, '42s'],
    [300, '5m'],
    [62, '1m 02s'],
    [3600, '1h'],
    [3605, '1h 00m 05s'],
    [54_496, '15h 08m 16s'],
    [-3900, '−1h 05m'],
  ])('%i reads %s', (seconds, text) => expect(formatExact(seconds)).toBe(text));
});
