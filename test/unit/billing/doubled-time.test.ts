import fc from 'fast-check';
import { expect, it } from 'vitest';
import { doubledTime } from '#shared/domain/doubled-time.ts';

const piece = (startedAt: number, endedAt: number) => ({
  startedAt: startedAt * 60_000,
  endedAt: endedAt * 60_000,
});

it('names two pieces of the same time, and none that only meet', () => {
  const [tracked, typed, next] = [piece(0, 70), piece(30, 60), piece(70, 80)];
  expect(doubledTime([next, typed, tracked])).toEqual([{ first: tracked, second: typed, seconds: 1800 }]);
});

it('comes to what the sum has beyond the time that has passed', () => {
  const stretch = fc
    .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 1, max: 40 }))
    .map(([at, length]) => piece(at, at + length));
  fc.assert(
    fc.property(fc.array(stretch, { maxLength: 12 }), (pieces) => {
      const minutes = new Set<number>();
      let sum = 0;
      for (const { startedAt, endedAt } of pieces)
        for (let at = startedAt / 60_000; at < endedAt / 60_000; at++) {
          minutes.add(at);
          sum++;
        }
      const doubled = doubledTime(pieces).reduce((total, { seconds }) => total + seconds, 0);
      expect(doubled).toBe((sum - minutes.size) * 60);
    }),
  );
});
