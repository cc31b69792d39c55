import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgreementOf } from '#shared/domain/agreement-match.ts';
import { addDays, daysBetween } from '#shared/domain/dates.ts';
import { countsFrom, cycleAt, cyclesOf, nextCycleStart } from '#shared/domain/retainer-cycles.ts';

const version = (validFrom: string, cycleDay: number) => ({
  id: validFrom,
  validFrom,
  currency: 'EUR',
  rate: 76_000,
  terms: {
    seconds: 72_000,
    cycleDay,
    carryCap: 18_000,
    carryCycles: 1,
    overageRate: 4000,
    fee: 'advance' as const,
  },
});
const retainer = (...versions: ReturnType<typeof version>[]): AgreementOf<'retainer'> => ({
  id: 'r',
  kind: 'retainer',
  title: '',
  workKinds: null,
  endedOn: null,
  versions,
});
const starts = (agreement: AgreementOf<'retainer'>, until: string) =>
  cyclesOf(agreement, until).map(({ start }) => start);

describe('cycles of a retainer', () => {
  it('of the 31st fall on the last day of short months and do not drift', () => {
    expect(starts(retainer(version('2027-12-31', 31)), '2028-06-01')).toEqual([
      '2027-12-31',
      '2028-01-31',
      '2028-02-29',
      '2028-03-31',
      '2028-04-30',
      '2028-05-31',
    ]);
    expect(nextCycleStart('2026-01-30', 30)).toBe('2026-02-28');
    expect(nextCycleStart('2026-02-28', 30)).toBe('2026-03-30');
    expect(nextCycleStart('2026-02-28', 29)).toBe('2026-03-29');
  });

  it('begin with the agreement and take new terms from their next start', () => {
    const changed = retainer(version('2026-09-10', 1), { ...version('2026-10-15', 15), rate: 90_000 });
    expect(
      cyclesOf(changed, '2026-12-20').map(({ start, end, version: { rate } }) => [start, end, rate]),
    ).toEqual([
      ['2026-09-10', '2026-09-30', 76_000],
      ['2026-10-01', '2026-10-31', 76_000],
      ['2026-11-01', '2026-11-14', 90_000],
      ['2026-11-15', '2026-12-14', 90_000],
      ['2026-12-15', '2027-01-14', 90_000],
    ]);
  });

  it('end with the agreement', () => {
    const ended = { ...retainer(version('2026-09-01', 1)), endedOn: '2026-10-10' };
    expect(cyclesOf(ended, '2026-12-01').map(({ end }) => end)).toEqual(['2026-09-30', '2026-10-10']);
  });

  it('follow each other without a gap, at most a month and a day long, and hold every day once', () => {
    const date = fc.integer({ min: 0, max: 4000 }).map((n) => addDays('2024-01-01', n));
    fc.assert(
      fc.property(date, fc.integer({ min: 1, max: 31 }), fc.nat(800), (from, cycleDay, days) => {
        const until = addDays(from, days);
        const cycles = cyclesOf(retainer(version(from, cycleDay)), until);
        expect(cycles[0]?.start).toBe(from);
        for (const [index, cycle] of cycles.entries()) {
          const next = cycles[index + 1];
          if (next) expect(next.start).toBe(addDays(cycle.end, 1));
          expect(daysBetween(cycle.start, cycle.end)).toBeLessThanOrEqual(30);
          expect(cycleAt(cycles, cycle.start)).toBe(index);
          expect(cycleAt(cycles, cycle.end)).toBe(index);
        }
        expect(cycleAt(cycles, until)).toBe(cycles.length - 1);
        expect(cycleAt(cycles, addDays(from, -1))).toBe(-1);
      }),
    );
  });
});

describe('countsFrom', () => {
  it('is the day of first terms, and for later ones the first cycle that starts on theirs or after it', () => {
    const versions = [version('2026-09-20', 15), version('2026-11-15', 15), version('2026-11-20', 1)];
    expect(versions.map((_, index) => countsFrom(versions, index))).toEqual([
      '2026-09-20',
      '2026-11-15',
      '2026-12-15',
    ]);
  });

  it('says of all terms that come to count when their first cycle begins', () => {
    const days = fc.integer({ min: 1, max: 31 });
    const later = fc.tuple(fc.integer({ min: 1, max: 90 }), days);
    fc.assert(
      fc.property(days, fc.array(later, { maxLength: 4 }), (day, steps) => {
        let from = '2026-01-10';
        const versions = [version(from, day)];
        for (const [apart, cycleDay] of steps) {
          from = addDays(from, apart);
          versions.push(version(from, cycleDay));
        }
        // Terms that others replace before a cycle begins never count, and those after them go by older ones.
        if (steps.some(([apart]) => apart < 32)) return;
        const cycles = cyclesOf(retainer(...versions), addDays(from, 40));
        for (const [index, one] of versions.entries()) {
          const first = cycles.find((cycle) => cycle.version.id === one.id);
          expect(countsFrom(versions, index)).toBe(first?.start);
        }
      }),
    );
  });
});
