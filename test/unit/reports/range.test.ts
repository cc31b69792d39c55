import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hourLines } from '#shared/domain/chart-scale.ts';
import { addDays, daysBetween, weekday } from '#shared/domain/due-day.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import type { TallyRow } from '#shared/domain/report.ts';
import { percent, shownRows } from '#shared/domain/report-lines.ts';
import { presetOf, presetRange, rangePresets, stepRange } from '#shared/domain/report-range.ts';

const date = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('1990-01-01', days));

describe('a named period', () => {
  it('holds the dates people mean by it', () => {
    const on = (preset: (typeof rangePresets)[number]) => presetRange(preset, '2026-11-25', 1);
    expect(on('thisWeek')).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    expect(on('lastWeek')).toEqual({ from: '2026-11-16', to: '2026-11-22' });
    expect(on('twoWeeks')).toEqual({ from: '2026-11-12', to: '2026-11-25' });
    expect(on('thisMonth')).toEqual({ from: '2026-11-01', to: '2026-11-30' });
    expect(on('lastMonth')).toEqual({ from: '2026-10-01', to: '2026-10-31' });
    expect(on('thisQuarter')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
    expect(on('thisYear')).toEqual({ from: '2026-01-01', to: '2026-12-31' });
    expect(presetOf(on('lastMonth'), '2026-11-25', 1)).toBe('lastMonth');
    expect(presetOf({ from: '2026-11-02', to: '2026-11-03' }, '2026-11-25', 1)).toBeNull();
  });

  it('begins its weeks on the chosen day and holds today where it should', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(1, 6, 7), (today, weekStart) => {
        const week = presetRange('thisWeek', today, weekStart);
        expect(weekday(week.from)).toBe(weekStart);
        for (const preset of ['thisWeek', 'twoWeeks', 'thisMonth', 'thisQuarter', 'thisYear'] as const) {
          const { from, to } = presetRange(preset, today, weekStart);
          expect(from <= today && today <= to).toBe(true);
        }
      }),
    );
  });

  it('steps to its neighbour without a gap, and back again', () => {
    fc.assert(
      fc.property(date, fc.constantFrom(...rangePresets), (today, preset) => {
        const range = presetRange(preset, today, 1);
        const next = stepRange(range, 1);
        expect(next.from).toBe(addDays(range.to, 1));
        expect(stepRange(next, -1)).toEqual(range);
        expect(daysBetween(next.from, next.to)).toBeGreaterThan(0);
      }),
    );
  });
});

describe('a report as it is shown', () => {
  const part = fc.record({
    key: fc.constantFrom('a', 'b', null),
    total: fc.integer({ min: 0, max: 50 * HOUR }),
  });
  const row = fc.array(part, { maxLength: 5 }).chain((parts) =>
    fc.integer({ min: 0, max: 50 * HOUR }).map(
      (alone): TallyRow => ({
        key: 'row',
        parts,
        total: parts.length > 0 ? parts.reduce((sum, each) => sum + each.total, 0) : alone,
      }),
    ),
  );

  it('adds up in whole minutes: parts to rows, rows to the total, each off by less than a minute', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 12 }), (rows) => {
        const shown = shownRows(rows);
        const exact = rows.reduce((sum, each) => sum + each.total, 0);
        expect(shown.reduce((sum, each) => sum + each.minutes, 0)).toBe(Math.floor(exact / MINUTE));
        for (const [index, each] of shown.entries()) {
          const whole = rows[index] as TallyRow;
          expect(Math.abs(each.minutes * MINUTE - whole.total)).toBeLessThan(MINUTE);
          expect(each.parts).toHaveLength(whole.parts.length);
          if (each.parts.length > 0)
            expect(each.parts.reduce((sum, one) => sum + one.minutes, 0)).toBe(each.minutes);
        }
      }),
    );
  });

  it('says a small share as less than one per cent, and all only where it is all', () => {
    expect([percent(0, 10), percent(1, 1_000), percent(999, 1_000), percent(5, 5), percent(0, 0)]).toEqual([
      '0 %',
      '<1 %',
      '99 %',
      '100 %',
      '—',
    ]);
  });

  it('has an axis that holds its highest column with at most five lines', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200_000 * HOUR }), (most) => {
        const lines = hourLines(most);
        expect(lines[0]).toBe(0);
        expect(lines.at(-1)).toBeGreaterThanOrEqual(most);
        expect(lines.length).toBeLessThanOrEqual(5);
      }),
    );
  });
});
