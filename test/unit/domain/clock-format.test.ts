import { describe, expect, it } from 'vitest';
import {
  dateIn,
  formatClock,
  formatClockRange,
  formatDate,
  formatDay,
  formatSpan,
  weekNumber,
  zoneCity,
} from '#shared/domain/clock-format.ts';

/** 2026-11-25 10:42 UTC. */
const noon = 1_795_603_320_000;

describe('clocks and days', () => {
  it('shows the same instant on two walls', () => {
    expect(formatClock(noon, 'Europe/London')).toBe('10:42');
    expect(formatClock(noon, 'Europe/Tallinn')).toBe('12:42');
    expect(formatClockRange(noon, noon + 2_700_000, 'Europe/London')).toBe('10:42–11:27');
  });

  it('tells when a span ends that is longer than a day, and only then', () => {
    const span = (hours: number, locale: string) =>
      formatSpan(noon, noon + hours * 3_600_000, 'Europe/London', locale);
    expect(span(23, 'en')).toBe('10:42–09:42');
    expect(span(24, 'en')).toBe('10:42–26 Nov, 10:42');
    expect(span(249, 'de')).toBe('10:42–5. Dez., 19:42');
  });

  it('writes midnight as 00:00', () => expect(formatClock(1_795_564_800_000, 'UTC')).toBe('00:00'));

  it('names the day in the zone, not in this machine’s', () => {
    expect(dateIn(noon, 'Pacific/Auckland')).toBe('2026-11-25');
    expect(dateIn(noon, 'Pacific/Kiritimati')).toBe('2026-11-26');
    expect(formatDay(noon, 'Pacific/Kiritimati', 'en')).toBe('Thu 26 Nov');
  });

  it.each([
    ['short', 'Wed 25 Nov', 'Mi. 25. Nov.'],
    ['long', 'Wednesday 25 November', 'Mittwoch 25. November'],
    ['day', '25 Nov', '25. Nov.'],
    ['dated', '25 Nov 2026', '25. Nov. 2026'],
    ['weekday', 'Wed 25', 'Mi. 25.'],
    ['month', 'November 2026', 'November 2026'],
  ] as const)('%s', (style, english, german) => {
    expect(formatDate('2026-11-25', 'en', style)).toBe(english);
    expect(formatDate('2026-11-25', 'de', style)).toBe(german);
  });

  it('keeps September to three letters', () => expect(formatDate('2026-09-03', 'en', 'day')).toBe('3 Sep'));

  it.each([
    ['2026-11-25', 48],
    ['2026-12-31', 53],
    ['2027-01-01', 53],
    ['2027-01-04', 1],
    ['2024-12-30', 1],
    ['2023-01-01', 52],
  ])('%s is in week %d', (iso, week) => expect(weekNumber(iso)).toBe(week));

  it('names a zone by its city', () => {
    expect(zoneCity('America/Argentina/Buenos_Aires')).toBe('Buenos Aires');
    expect(zoneCity('UTC')).toBe('UTC');
  });

  it.each([
    ['Asia/Calcutta', 'Kolkata'],
    ['Asia/Kolkata', 'Kolkata'],
    ['Europe/Kiev', 'Kyiv'],
    ['Asia/Saigon', 'Ho Chi Minh'],
  ])('spells %s as people do now', (zone, city) => expect(zoneCity(zone)).toBe(city));
});
