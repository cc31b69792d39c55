import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { dateOf, localOf, resolveLocal } from '#shared/domain/local-time.ts';
import { length } from '#shared/domain/spans.ts';
import { addDays, dayBounds, weekDates } from '#shared/domain/time.ts';
import { zones } from './zones.ts';

const from = Date.UTC(2010, 0, 1);
const to = Date.UTC(2035, 0, 1);
const at = fc.integer({ min: from, max: to });
const zone = fc.constantFrom(...zones);

describe('days of a zone', () => {
  it('last 23 or 25 hours when the clocks change, and Lord Howe changes by half an HOUR', () => {
    const hours = (date: string, name: string) => length(dayBounds(date, name)) / HOUR;
    expect(hours('2026-03-29', 'Europe/Berlin')).toBe(23);
    expect(hours('2026-10-25', 'Europe/Berlin')).toBe(25);
    expect(hours('2026-11-01', 'America/St_Johns')).toBe(25);
    expect(hours('2026-04-05', 'Australia/Lord_Howe')).toBe(24.5);
    expect(hours('2026-10-04', 'Australia/Lord_Howe')).toBe(23.5);
    expect(hours('2026-11-25', 'Asia/Kathmandu')).toBe(24);
    // Samoa crossed the date line and never had this day.
    expect(hours('2011-12-30', 'Pacific/Apia')).toBe(0);
  });

  it('follow each other without a gap and hold the instants of their date', () => {
    fc.assert(
      fc.property(at, zone, (instant, name) => {
        const date = dateOf(instant, name);
        const day = dayBounds(date, name);
        expect(day.from).toBeLessThanOrEqual(instant);
        expect(day.to).toBeGreaterThan(instant);
        expect(dayBounds(addDays(date, 1), name).from).toBe(day.to);
      }),
    );
  });

  it('make weeks of seven that begin on the chosen day', () => {
    expect(weekDates('2026-11-25', 1)).toEqual([
      '2026-11-23',
      '2026-11-24',
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-28',
      '2026-11-29',
    ]);
    expect(weekDates('2026-11-25', 7)[0]).toBe('2026-11-22');
    expect(weekDates('2026-11-22', 7)[0]).toBe('2026-11-22');
    expect(weekDates('2026-11-22', 1)[6]).toBe('2026-11-22');
  });
});

describe('wall-clock times', () => {
  it('that the clocks jump over do not exist, and say which one comes next', () => {
    expect(resolveLocal('2026-03-29', '02:30', 'Europe/Berlin')).toEqual({
      kind: 'none',
      at: Date.UTC(2026, 2, 29, 1),
      next: '03:00',
    });
    expect(resolveLocal('2026-10-04', '02:15', 'Australia/Lord_Howe')).toMatchObject({
      kind: 'none',
      next: '02:30',
    });
    expect(resolveLocal('2011-12-30', '12:00', 'Pacific/Apia')).toMatchObject({
      kind: 'none',
      next: '00:00',
    });
  });

  it('that happen twice are told apart', () => {
    expect(resolveLocal('2026-10-25', '02:30', 'Europe/Berlin')).toEqual({
      kind: 'two',
      earlier: Date.UTC(2026, 9, 25, 0, 30),
      later: Date.UTC(2026, 9, 25, 1, 30),
    });
    const howe = resolveLocal('2026-04-05', '01:45', 'Australia/Lord_Howe');
    if (howe.kind !== 'two') throw new Error('expected a doubled time');
    expect(howe.later - howe.earlier).toBe(30 * MINUTE);
  });

  it('of an instant lead back to it', () => {
    fc.assert(
      fc.property(at, zone, (instant, name) => {
        const whole = Math.floor(instant / MINUTE) * MINUTE;
        const { date, time } = localOf(whole, name);
        const found = resolveLocal(date, time, name);
        const instants =
          found.kind === 'one' ? [found.at] : found.kind === 'two' ? [found.earlier, found.later] : [];
        expect(instants).toContain(whole);
      }),
    );
  });
});
