import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/duration.ts';
import { edgeRange, snapEdge, stepEdge } from '#shared/domain/entry-edge.ts';

const at = (minute: number) => minute * MINUTE;
const day = { from: 0, to: at(1440) };
const span = { from: at(540), to: at(585) };

describe('moving an edge', () => {
  it('stops at what lies beside it, at now, and where a minute is left', () => {
    const others = [
      { from: at(500), to: at(530) },
      { from: at(600), to: at(620) },
      { from: at(570), to: at(590) },
    ];
    expect(edgeRange(span, 'start', others, day, at(900))).toEqual({ from: at(530), to: at(584) });
    expect(edgeRange(span, 'end', others, day, at(900))).toEqual({ from: at(541), to: at(600) });
    expect(edgeRange(span, 'end', [], day, at(590))).toEqual({ from: at(541), to: at(590) });
    expect(edgeRange(span, 'start', [], day, at(900)).from).toBe(0);
  });

  it('snaps to the step, or to the wall where that is nearer', () => {
    const range = { from: at(541), to: at(603) };
    expect(snapEdge(at(587), 5 * MINUTE, range)).toBe(at(585));
    expect(snapEdge(at(602), 5 * MINUTE, range)).toBe(at(603));
    expect(snapEdge(at(700), 5 * MINUTE, range)).toBe(at(603));
    expect(snapEdge(at(587), MINUTE, range)).toBe(at(587));
  });

  it('steps to the next multiple, and never out of the range', () => {
    const range = { from: at(541), to: at(603) };
    expect(stepEdge(at(587), 5 * MINUTE, 1, range)).toBe(at(590));
    expect(stepEdge(at(585), 5 * MINUTE, -1, range)).toBe(at(580));
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1440 }),
        fc.constantFrom(1 as const, -1 as const),
        (minute, way) => {
          const next = stepEdge(at(minute), 5 * MINUTE, way, range);
          expect(next).toBeGreaterThanOrEqual(range.from);
          expect(next).toBeLessThanOrEqual(range.to);
        },
      ),
    );
  });
});
