import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { startOfDay } from '#shared/domain/dates.ts';
import type { OccurrenceView } from '#shared/ipc/calendar.ts';
import { plainText } from '../../../renderer/features/calendar/detail/plain-text.ts';
import { dayMinutes, itemsOn, placeBars, placeDay } from '../../../renderer/features/calendar/place.ts';
import { axisOf, clockChange, sameClock } from '../../../renderer/features/calendar/week/axis.ts';

const zone = 'Europe/Berlin';
const minute = 60_000;

function item(start: number, end: number, dates: [string, string] | null = null): OccurrenceView {
  return {
    key: `${start}-${end}`,
    eventId: 'c/e',
    calendarId: 'c',
    clientId: 'k',
    title: 'Rota call',
    location: '',
    start,
    end,
    allDay: dates !== null,
    startDate: dates?.[0] ?? null,
    endDate: dates?.[1] ?? null,
    zone,
    recurring: false,
    tentative: false,
    busy: true,
    meetingUrl: null,
    webUrl: null,
  };
}

const at = (date: string, minutes: number) => startOfDay(date, zone) + minutes * minute;

describe('events on a day', () => {
  it('stand at the wall clock, also on the day on which the clocks went forward', () => {
    // 29 March 2026 has no 02:00; ten o'clock comes nine hours after midnight.
    const [place] = placeDay([item(at('2026-03-29', 9 * 60), at('2026-03-29', 10 * 60))], '2026-03-29', zone);
    expect([place?.top, place?.height]).toEqual([600, 60]);
  });

  it('keep their length where the clock shows an end before the start', () => {
    // 25 October 2026: 02:45 in summer time, and half an hour later 02:15 in winter time.
    const [place] = placeDay([item(at('2026-10-25', 165), at('2026-10-25', 195))], '2026-10-25', zone);
    expect([place?.top, place?.height]).toEqual([165, 30]);
  });

  it('are cut at midnight and go on the next day', () => {
    const night = item(at('2026-11-25', 23 * 60), at('2026-11-26', 60));
    expect(placeDay([night], '2026-11-25', zone)[0]).toMatchObject({ top: 1_380, height: 60 });
    expect(placeDay([night], '2026-11-26', zone)[0]).toMatchObject({ top: 0, height: 60 });
    expect(placeDay([night], '2026-11-27', zone)).toEqual([]);
  });

  it('end at midnight without touching the next day', () => {
    const evening = item(at('2026-11-25', 22 * 60), at('2026-11-26', 0));
    expect(placeDay([evening], '2026-11-25', zone)[0]).toMatchObject({ top: 1_320, height: 120 });
    expect(placeDay([evening], '2026-11-26', zone)).toEqual([]);
  });

  it('never leave the day and never cover each other', () => {
    const span = fc.tuple(fc.integer({ min: -300, max: 1_500 }), fc.integer({ min: 0, max: 1_400 }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const items = spans.map(([from, length]) =>
          item(at('2026-10-25', from), at('2026-10-25', from + length)),
        );
        const places = placeDay(items, '2026-10-25', zone);
        for (const place of places) {
          expect(place.top).toBeGreaterThanOrEqual(0);
          expect(place.top + place.height).toBeLessThanOrEqual(dayMinutes);
        }
        for (const [index, one] of places.entries()) {
          for (const other of places.slice(index + 1)) {
            const apart = one.top + one.height <= other.top || other.top + other.height <= one.top;
            expect(apart || one.lane !== other.lane).toBe(true);
          }
        }
      }),
    );
  });
});

describe('long events', () => {
  const dates = [
    '2026-11-23',
    '2026-11-24',
    '2026-11-25',
    '2026-11-26',
    '2026-11-27',
    '2026-11-28',
    '2026-11-29',
  ];
  const whole = (from: string, to: string) => item(startOfDay(from, zone), startOfDay(to, zone), [from, to]);

  it('are cut to the shown dates and packed', () => {
    const bars = placeBars(
      [
        whole('2026-11-20', '2026-11-25'),
        whole('2026-11-24', '2026-11-26'),
        whole('2026-11-25', '2026-12-05'),
      ],
      dates,
      zone,
    );
    expect(bars.map(({ first, days, row }) => [first, days, row])).toEqual([
      [0, 2, 0],
      [1, 2, 1],
      [2, 5, 0],
    ]);
  });

  it('leave out what does not touch the dates', () => {
    expect(placeBars([whole('2026-11-20', '2026-11-23')], dates, zone)).toEqual([]);
    expect(placeBars([whole('2026-11-30', '2026-12-01')], dates, zone)).toEqual([]);
  });

  it('stand before what has a time, on every date that they touch', () => {
    const call = item(at('2026-11-25', 600), at('2026-11-25', 630));
    const trip = whole('2026-11-25', '2026-11-27');
    expect(itemsOn([call, trip], '2026-11-25', zone)).toEqual([trip, call]);
    expect(itemsOn([call, trip], '2026-11-27', zone)).toEqual([]);
  });
});

describe('two clocks', () => {
  it('show the other zone at every hour, halves too', () => {
    const marks = axisOf('2026-11-25', zone, 'Asia/Kolkata');
    expect(marks).toHaveLength(24);
    expect(marks[9]).toEqual({ hour: 9, here: '09:00', there: '13:30' });
  });

  it('leave out the hour that a day does not have', () => {
    expect(axisOf('2026-03-29', zone, 'UTC')[2]).toEqual({ hour: 2, here: '02:00', there: null });
  });

  it('tell when they move apart within a week', () => {
    // The United States change their clocks a week after Europe, on 1 November.
    const week = ['2026-10-29', '2026-10-30', '2026-10-31', '2026-11-01', '2026-11-02'];
    expect(clockChange(week, '2026-10-29', zone, 'America/New_York')).toEqual({
      date: '2026-11-01',
      there: '06:00',
      before: false,
    });
    expect(clockChange(week, '2026-11-02', zone, 'America/New_York')).toEqual({
      date: '2026-10-31',
      there: '07:00',
      before: true,
    });
    expect(clockChange(week, '2026-10-29', zone, 'Europe/Paris')).toBeNull();
    expect(sameClock(week, zone, 'Europe/Paris')).toBe(true);
    expect(sameClock(week, zone, 'Europe/London')).toBe(false);
  });
});

describe('descriptions', () => {
  it('are read as text, whatever they hold', () => {
    expect(plainText('Agenda:<br><ul><li>One &amp; two</li><li>Three</li></ul>')).toBe(
      'Agenda:\nOne & two\nThree',
    );
    expect(plainText('a < b and <b>bold</b>&nbsp;&#8364;')).toBe('a < b and bold €');
    expect(plainText('<script>alert(1)</script>')).toBe('alert(1)');
  });
});
