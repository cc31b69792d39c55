import { describe, expect, it } from 'vitest';
import { opensAt, sightFrom } from '#renderer/features/time/day/sight.ts';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { dayBounds } from '#shared/domain/time.ts';
import type { DayView } from '#shared/ipc/time.ts';
import { zones } from './zones.ts';

function dayIn(zone: string, date = '2026-10-25'): DayView {
  return { date, zone, ...dayBounds(date, zone), targetMinutes: 420, entries: [], events: [], gaps: [] };
}

const height = 8 * HOUR;

describe('what is in sight of a day', () => {
  it('opens a little before its first entry, and an empty one before usual hours', () => {
    for (const zone of zones) {
      const day = dayIn(zone);
      expect(opensAt(day, day.from + 6 * HOUR, 0, height) - day.from).toBe(5 * HOUR + 25 * MINUTE);
      expect(opensAt(day, null, 0, height) - day.from).toBe(7 * HOUR + 55 * MINUTE);
    }
  });

  it('opens no day before it begins or so late that it would end above the bottom', () => {
    const day = dayIn('Europe/Berlin');
    expect(opensAt(day, day.from, 0, height)).toBe(day.from);
    expect(opensAt(day, null, day.to - MINUTE, height)).toBe(day.to - height);
    expect(opensAt(day, null, 0, 30 * HOUR)).toBe(day.from);
  });

  it('opens today with now two hours above the bottom, where its work would push that out', () => {
    const day = dayIn('Europe/Berlin');
    const now = day.from + 17 * HOUR;
    const top = opensAt(day, day.from + 6 * HOUR, now, height);
    expect(top + height - now).toBe(2 * HOUR - 5 * MINUTE);
  });

  it('draws a margin around what is in sight, in quarters of an hour', () => {
    const { from, to } = sightFrom(6 * HOUR + 7 * MINUTE, height);
    expect([from, to]).toEqual([5.75 * HOUR, 14.5 * HOUR]);
  });
});
