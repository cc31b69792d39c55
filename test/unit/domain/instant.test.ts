import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { parseInstant } from '#shared/domain/instant.ts';

const two = (n: number): string => String(Math.abs(n)).padStart(2, '0');

test('agrees with Temporal on every instant and offset', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: -2_000_000_000, max: 7_258_118_400 }),
      fc.nat(999),
      fc.integer({ min: -14 * 60, max: 14 * 60 }),
      (seconds, ms, minutes) => {
        const instant = Temporal.Instant.fromEpochMilliseconds(seconds * 1000 + ms);
        const offset = `${minutes < 0 ? '-' : '+'}${two(Math.trunc(minutes / 60))}:${two(minutes % 60)}`;
        for (const text of [instant.toString(), instant.toString({ timeZone: offset })]) {
          expect(parseInstant(text)).toBe(seconds * 1000 + ms);
        }
      },
    ),
    { numRuns: 2_000 },
  );
});

test.each(['2026-02-30T10:00:00Z', '2026-13-01T10:00:00Z', '2026-01-01T25:00:00Z', '2026-01-01', 'soon', ''])(
  '%s is no instant',
  (text) => {
    expect(() => parseInstant(text)).toThrow(RangeError);
  },
);
