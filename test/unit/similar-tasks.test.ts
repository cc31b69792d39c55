import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { similar, tookOf } from '#shared/domain/similar-tasks.ts';

const task = (title: string, category: string | null = null, workKindId: string | null = null) => {
  return { title, category, workKindId };
};

describe('similar tasks', () => {
  it.each([
    ['Invoice 12', 'Invoice 13'],
    ['December newsletter', 'November newsletter'],
    ['Travel to Oslo', 'Travel, Bergen'],
    ['Büro aufräumen', 'buro AUFRÄUMEN morgen'],
  ])('%s is like %s', (one, other) => {
    expect(similar(task(one), task(other))).toBe(true);
    expect(similar(task(other), task(one))).toBe(true);
  });

  it.each([
    ['Newsletter', 'Travel to Oslo'],
    ['12 to 13', '12 to 13'],
    ['Board pack for the December meeting', 'December party planning with catering'],
  ])('%s is not like %s', (one, other) => expect(similar(task(one), task(other))).toBe(false));

  it('are of the same category and kind where both are known', () => {
    expect(similar(task('Mail', 'key'), task('Mail', 'routine'))).toBe(false);
    expect(similar(task('Mail', 'key'), task('Mail'))).toBe(true);
    expect(similar(task('Mail', null, 'email'), task('Mail', null, 'files'))).toBe(false);
  });
});

describe('what tasks took', () => {
  it('is not said of fewer than three, nor of those without time', () => {
    expect(tookOf([600, 600])).toBeNull();
    expect(tookOf([600, 600, 0])).toBeNull();
  });

  it('is their median and 80th percentile by nearest rank', () => {
    expect(tookOf([60, 120, 180])).toEqual({ count: 3, median: 2, most: 3 });
    expect(tookOf([60, 120, 180, 240, 300])).toEqual({ count: 5, median: 3, most: 4 });
    expect(tookOf([61, 61, 61])).toEqual({ count: 3, median: 2, most: 2 });
  });

  it('keeps at least half within the median and 80 % within the other, whatever they took', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 3, maxLength: 60 }), (all) => {
        const took = tookOf(all);
        const within = (minutes: number) => all.filter((one) => one <= minutes * 60).length;
        expect(within(took?.median ?? 0) * 2).toBeGreaterThanOrEqual(all.length);
        expect(within(took?.most ?? 0) * 10).toBeGreaterThanOrEqual(all.length * 8);
        expect(took?.most).toBeGreaterThanOrEqual(took?.median ?? 0);
      }),
    );
  });
});
