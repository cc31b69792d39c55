import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, weekday } from '#shared/domain/due-day.ts';
import { periodOf, step } from '../../../renderer/features/calendar/days.ts';

const day = fc.integer({ min: -20_000, max: 40_000 }).map((days) => addDays('1970-01-01', days));

describe('the dates a calendar shows', () => {
  it('shows the week that holds a date, from the chosen first day', () => {
    const { dates } = periodOf('2026-11-25', 'week', 1, 'Europe/Tallinn');
    expect([dates[0], dates.at(-1), dates.length]).toEqual(['2026-11-23', '2026-11-29', 7]);
    expect(periodOf('2026-11-25', 'week', 7, 'Europe/Tallinn').dates[0]).toBe('2026-11-22');
  });

  it('is an hour longer where the clocks go back', () => {
    const { from, to } = periodOf('2026-10-25', 'week', 1, 'Europe/Berlin');
    expect((to - from) / 3_600_000).toBe(7 * 24 + 1);
  });

  it('shows whole weeks that hold every day of a month, and no week without one', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 7 }), (date, weekStart) => {
        const { dates } = periodOf(date, 'month', weekStart, 'UTC');
        const month = date.slice(0, 7);
        expect(dates.length % 7).toBe(0);
        expect(weekday(dates[0] ?? '')).toBe(weekStart);
        expect(dates).toContain(`${month}-01`);
        expect(dates).toContain(date);
        expect(addDays(dates.at(-1) ?? '', 1).startsWith(month)).toBe(false);
        expect(dates.slice(-7).some((each) => each.startsWith(month))).toBe(true);
      }),
    );
  });

  it('steps by months without falling out of a short one', () => {
    expect(step('2026-01-31', 'month', 1)).toBe('2026-02-28');
    expect(step('2028-01-31', 'month', 1)).toBe('2028-02-29');
    expect(step('2026-12-15', 'month', 1)).toBe('2027-01-15');
    expect(step('2026-01-15', 'month', -1)).toBe('2025-12-15');
    expect(step('2026-11-25', 'week', -1)).toBe('2026-11-18');
  });
});
