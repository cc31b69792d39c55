import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shareText, wholeShares } from '#shared/domain/shares.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((all, each) => all + each, 0);

it('adds up to a hundred, and no share is off by a whole per cent', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(1_000_000_000), { minLength: 1, maxLength: 60 }), (parts) => {
      fc.pre(sum(parts) > 0);
      const shares = wholeShares(parts);
      expect(sum(shares)).toBe(100);
      for (const [index, share] of shares.entries())
        expect(Math.abs(share - (100 * (parts[index] ?? 0)) / sum(parts))).toBeLessThan(1);
    }),
  );
});

it('divides a share further without a rest', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1 }), fc.nat(100), (parts, own) => {
      expect(sum(wholeShares(parts, own))).toBe(own);
    }),
  );
});

it('gives what is left to the largest remainders', () => {
  expect(wholeShares([2059, 1210, 1037, 1016, 873, 850, 640, 637])).toEqual([25, 15, 12, 12, 10, 10, 8, 8]);
  expect(wholeShares([1, 1, 1])).toEqual([34, 33, 33]);
  expect(wholeShares([0, 0])).toEqual([0, 0]);
});

it('says of the least part that it is something', () => {
  const parts = [999, 1, 0];
  expect(wholeShares(parts).map((share, index) => shareText(share, parts[index] ?? 0))).toEqual([
    '100 %',
    '<1 %',
    '0 %',
  ]);
});
