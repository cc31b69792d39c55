import { describe, expect, it } from 'vitest';
import { roundLines } from '#shared/domain/chart-scale.ts';
import { isMonth, monthsBetween, periodDates, stepPeriod } from '#shared/domain/period.ts';

describe('periods', () => {
  it('step over the ends of years', () => {
    expect(stepPeriod('2026-11', 2)).toBe('2027-01');
    expect(stepPeriod('2026-01', -1)).toBe('2025-12');
    expect(stepPeriod('2026', -1)).toBe('2025');
  });

  it('know their days', () => {
    expect(periodDates('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(periodDates('2026')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(monthsBetween('2026-11', '2027-02')).toEqual(['2026-11', '2026-12', '2027-01', '2027-02']);
    expect(['2026-00', '2026-13', '2026-1', '2026'].map(isMonth)).toEqual([false, false, false, false]);
  });
});

describe('lines of an axis', () => {
  it.each([
    [0, 392_155, [0, 100_000, 200_000, 300_000, 400_000]],
    [0, 0, [0, 100]],
    [-30_000, 70_000, [-50_000, 0, 50_000, 100_000]],
    [0, 250, [0, 100, 200, 300]],
  ])('hold %i to %i', (least, most, lines) => {
    expect(roundLines(least, most, 100)).toEqual(lines);
  });
});
