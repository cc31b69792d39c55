import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { layOut } from '#shared/domain/lanes.ts';
import { decimalHours, minutesInSequence } from '#shared/domain/minutes.ts';
import { clip, gaps, length, overlap, spanOf, total, union } from '#shared/domain/spans.ts';
import { dayBounds } from '#shared/domain/time.ts';
import { zones } from './zones.ts';

const start = Date.UTC(2026, 9, 24);
const span = fc
  .record({ offset: fc.integer({ min: 0, max: 72 * HOUR }), size: fc.integer({ min: 0, max: 9 * HOUR }) })
  .map(({ offset, size }) => ({ from: start + offset, to: start + offset + size }));
const spans = fc.array(span, { maxLength: 40 });

describe('spans', () => {
  it('count the same by day as whole, in every zone, over a change of clocks', () => {
    fc.assert(
      fc.property(spans, fc.constantFrom(...zones), (all, zone) => {
        const days = ['2026-10-23', '2026-10-24', '2026-10-25', '2026-10-26', '2026-10-27', '2026-10-28'];
        const byDay = days.map((date) => {
          const day = dayBounds(date, zone);
          return total(all.flatMap((one) => clip(one, day) ?? []));
        });
        expect(byDay.reduce((sum, value) => sum + value, 0)).toBe(total(all));
      }),
    );
  });

  it('leave gaps where nothing was tracked and only there', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const free = gaps(all, 1);
        const covered = union(all);
        const first = covered[0]?.from ?? 0;
        const last = covered.at(-1)?.to ?? 0;
        expect(total(free) + total(covered)).toBe(last - first);
        for (const gap of free)
          for (const one of all) expect(length(clip(one, gap) ?? { from: 0, to: 0 })).toBe(0);
      }),
    );
    expect(
      gaps(
        [
          { from: 0, to: 10 },
          { from: 14, to: 20 },
        ],
        5,
      ),
    ).toEqual([]);
  });

  it('keep every overlapping second in the total and say how much overlaps', () => {
    expect(
      overlap([
        { from: 0, to: 10 },
        { from: 5, to: 20 },
        { from: 8, to: 9 },
      ]),
    ).toBe(6);
    expect(
      overlap([
        { from: 0, to: 10 },
        { from: 10, to: 20 },
      ]),
    ).toBe(0);
  });

  it('are never negative, whatever the clock did', () => {
    expect(spanOf({ startedAt: 100, endedAt: null }, 40)).toEqual({ from: 100, to: 100 });
    expect(length(spanOf({ startedAt: 100, endedAt: 160 }, 40))).toBe(60);
  });
});

describe('lanes', () => {
  it('never let two overlapping spans share one, and waste none', () => {
    fc.assert(
      fc.property(spans, (all) => {
        const lanes = layOut(all);
        for (const [i, a] of all.entries()) {
          const mine = lanes[i];
          if (!mine) throw new Error('a span without a lane');
          expect(mine.lane).toBeLessThan(mine.lanes);
          for (const [j, b] of all.entries()) {
            if (i === j || length(a) === 0 || length(b) === 0 || a.from >= b.to || b.from >= a.to) continue;
            expect(lanes[j]?.lane).not.toBe(mine.lane);
            expect(lanes[j]?.lanes).toBe(mine.lanes);
          }
        }
      }),
    );
    expect(
      layOut([
        { from: 0, to: 10 },
        { from: 10, to: 20 },
      ]),
    ).toEqual([
      { lane: 0, lanes: 1 },
      { lane: 0, lanes: 1 },
    ]);
    expect(
      layOut([
        { from: 0, to: 10 },
        { from: 5, to: 20 },
        { from: 10, to: 12 },
      ]),
    ).toEqual([
      { lane: 0, lanes: 2 },
      { lane: 1, lanes: 2 },
      { lane: 0, lanes: 2 },
    ]);
  });
});

describe('durations', () => {
  it('shown in minutes add up to the total that is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 20 * HOUR })), (lengths) => {
        const shown = minutesInSequence(lengths);
        const sum = lengths.reduce((all, one) => all + one, 0);
        expect(shown.reduce((all, one) => all + one, 0)).toBe(Math.floor(sum / MINUTE));
        for (const [index, minutes] of shown.entries()) {
          expect(Math.abs(minutes * MINUTE - (lengths[index] ?? 0))).toBeLessThanOrEqual(MINUTE);
          expect(minutes).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('are written as decimal hours', () => {
    expect(decimalHours(75 * MINUTE)).toBe('1.2500');
    expect(decimalHours(3 * MINUTE)).toBe('0.0500');
    expect(decimalHours(67 * MINUTE)).toBe('1.1167');
  });
});
