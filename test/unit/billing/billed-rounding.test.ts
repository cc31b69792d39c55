import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  billedSeconds,
  type RawTime,
  type RoundingTerms,
  roundings,
  roundSeconds,
} from '#shared/domain/billed-rounding.ts';

const seconds = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 90_000 }));
const minutes = fc.integer({ min: 1, max: 60 });
const rounding = fc.constantFrom(...roundings);
const item: fc.Arbitrary<RawTime> = fc.record({
  entryId: fc.uuid(),
  date: fc.constantFrom('2026-11-01', '2026-11-02', '2026-11-03'),
  startedAt: fc.integer({ min: 0, max: 20 }),
  rawSeconds: seconds,
});
const items = fc.uniqueArray(item, { selector: ({ entryId }) => entryId, maxLength: 30 });
const sum = (values: readonly number[]) => values.reduce((all, one) => all + one, 0);

describe('rounding a length of time', () => {
  it('answers multiples of the unit, never less up, never more down, within half to the nearest', () => {
    fc.assert(
      fc.property(seconds, minutes, (raw, unitMinutes) => {
        const unit = unitMinutes * 60;
        const to = (kind: RoundingTerms['rounding']) =>
          roundSeconds(raw, { rounding: kind, minutes: unitMinutes });
        expect(to('none')).toBe(raw);
        for (const kind of ['up', 'down', 'nearest'] as const) expect(to(kind) % unit).toBe(0);
        expect(to('up')).toBeGreaterThanOrEqual(raw);
        expect(to('up') - raw).toBeLessThan(unit);
        expect(to('down')).toBeLessThanOrEqual(raw);
        expect(raw - to('down')).toBeLessThan(unit);
        expect(Math.abs(to('nearest') - raw) * 2).toBeLessThanOrEqual(unit);
        if (raw === 0) for (const kind of roundings) expect(to(kind)).toBe(0);
      }),
    );
  });

  it('takes a half away from zero, and a second less down', () => {
    expect(roundSeconds(450, { rounding: 'nearest', minutes: 15 })).toBe(900);
    expect(roundSeconds(449, { rounding: 'nearest', minutes: 15 })).toBe(0);
    expect(roundSeconds(30, { rounding: 'nearest', minutes: 1 })).toBe(60);
  });
});

describe('what is billed of entries', () => {
  it('rounds each entry by itself', () => {
    fc.assert(
      fc.property(items, rounding, minutes, (work, kind, unit) => {
        const terms = { rounding: kind, minutes: unit, per: 'entry' } as const;
        expect(billedSeconds(work, terms)).toEqual(
          work.map(({ rawSeconds }) => roundSeconds(rawSeconds, terms)),
        );
      }),
    );
  });

  it('rounds the sum of each day exactly, takes nothing below zero and gives nothing to an empty entry', () => {
    fc.assert(
      fc.property(items, rounding, minutes, (work, kind, unit) => {
        const terms = { rounding: kind, minutes: unit, per: 'day' } as const;
        const billed = billedSeconds(work, terms);
        for (const date of new Set(work.map((one) => one.date))) {
          const day = work.flatMap((one, index) => (one.date === date ? [index] : []));
          const raw = sum(day.map((index) => work[index]?.rawSeconds ?? 0));
          expect(sum(day.map((index) => billed[index] ?? 0))).toBe(roundSeconds(raw, terms));
        }
        for (const [index, one] of work.entries()) {
          expect(billed[index]).toBeGreaterThanOrEqual(0);
          if (one.rawSeconds === 0) expect(billed[index]).toBe(0);
        }
      }),
    );
  });

  it('says the same of each entry whatever order they come in', () => {
    fc.assert(
      fc.property(items, rounding, minutes, (work, kind, unit) => {
        const terms = { rounding: kind, minutes: unit, per: 'day' } as const;
        const by = (list: readonly RawTime[]) => {
          const billed = billedSeconds(list, terms);
          return new Map(list.map(({ entryId }, index) => [entryId, billed[index]]));
        };
        expect(by(work.toReversed())).toEqual(by(work));
      }),
    );
  });

  it('gives what a day gains to its last entry, and takes what it loses from the last ones', () => {
    const day = [600, 600, 0].map((rawSeconds, index): RawTime => {
      return { entryId: `${index}`, date: '2026-11-02', startedAt: index, rawSeconds };
    });
    expect(billedSeconds(day, { rounding: 'up', minutes: 15, per: 'day' })).toEqual([600, 1200, 0]);
    expect(billedSeconds(day, { rounding: 'down', minutes: 15, per: 'day' })).toEqual([600, 300, 0]);
    expect(billedSeconds(day, { rounding: 'down', minutes: 60, per: 'day' })).toEqual([0, 0, 0]);
  });
});
