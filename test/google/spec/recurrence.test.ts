import { performance } from 'node:perf_hooks';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type ExpansionLimits, expandSeries, type Series } from '#shared/domain/recurrence.ts';
import { expandMaster } from '../calendar/instances.ts';
import type { GoogleEvent } from '../calendar/types.ts';

const limits: ExpansionLimits = { places: 1_000, milliseconds: 50, now: () => performance.now() };
const RUNS = Number(process.env.CLIENTELE_PROPERTY_RUNS ?? (process.env.CLIENTELE_NIGHTLY ? 1_000 : 100));
const seed = Number(process.env.CLIENTELE_SEED ?? Math.floor(performance.timeOrigin)) | 0;

const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const wall = (text: string, zone: string): number =>
  Temporal.PlainDateTime.from(text).toZonedDateTime(zone).epochMilliseconds;

/** The same series as the app and as the judge see it. */
function both(start: { wall: string; zone: string | null }, lines: string[], from: number, to: number) {
  const day = start.wall.slice(0, 10);
  const series: Series = {
    start:
      start.zone === null
        ? { kind: 'date', date: day }
        : { kind: 'instant', at: wall(start.wall, start.zone), zone: start.zone },
    lines,
  };
  const event: GoogleEvent = {
    id: 'judge',
    recurrence: lines,
    start:
      start.zone === null
        ? { date: day }
        : {
            dateTime: new Temporal.ZonedDateTime(
              BigInt(wall(start.wall, start.zone)) * 1_000_000n,
              start.zone,
            ).toString({ timeZoneName: 'never' }),
            timeZone: start.zone,
          },
  };
  return {
    mine: expandSeries(series, from, to, limits),
    judge: expandMaster(event, 'UTC', from, to, 100_000),
  };
}

const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'UTC'];
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

const dayCode = (text: string): string => DAYS[Temporal.PlainDateTime.from(text).dayOfWeek - 1] ?? 'MO';

const startArb = fc
  .record({
    days: fc.integer({ min: 0, max: 900 }),
    hour: fc.integer({ min: 0, max: 23 }),
    half: fc.boolean(),
    zone: fc.option(fc.constantFrom(...zones), { freq: 4 }),
  })
  .map(({ days, hour, half, zone }) => {
    const date = Temporal.PlainDate.from('2024-01-01').add({ days });
    const time = zone === null ? '00:00:00' : `${String(hour).padStart(2, '0')}:${half ? '30' : '00'}:00`;
    return { wall: `${date}T${time}`, zone };
  })
  // A start that the clocks skip is moved by the service itself before it is stored.
  .filter(({ wall: text, zone }) => {
    const plain = Temporal.PlainDateTime.from(text);
    return plain
      .toZonedDateTime(zone ?? 'UTC')
      .toPlainDateTime()
      .equals(plain);
  });

const seriesArb = startArb.chain((start) => {
  const own = dayCode(start.wall);
  const extra = fc.subarray(DAYS).map((days) => [...new Set([own, ...days])].join(','));
  const monthDay = Temporal.PlainDateTime.from(start.wall).day;
  const rule = fc.oneof(
    fc.constant('FREQ=DAILY'),
    extra.map((days) => `FREQ=WEEKLY;BYDAY=${days}`),
    fc.constant('FREQ=WEEKLY'),
    fc.constant('FREQ=MONTHLY'),
    fc.constant(`FREQ=MONTHLY;BYMONTHDAY=${monthDay}`),
    fc.constant('FREQ=YEARLY'),
  );
  const utc = wall(start.wall, start.zone ?? 'UTC');
  const end = fc.oneof(
    fc.constant(''),
    fc.integer({ min: 1, max: 60 }).map((n) => `;COUNT=${n}`),
    fc.integer({ min: 1, max: 700 }).map((n) => {
      const last = Temporal.Instant.fromEpochMilliseconds(utc + n * 86_400_000).toString();
      const text = last.replaceAll(/[-:]/g, '');
      return `;UNTIL=${start.zone === null ? text.slice(0, 8) : text}`;
    }),
  );
  const interval = fc.integer({ min: 1, max: 4 }).map((n) => (n === 1 ? '' : `;INTERVAL=${n}`));
  return fc.record({ start: fc.constant(start), rule, end, interval }).map((all) => ({
    start: all.start,
    line: `RRULE:${all.rule}${all.interval}${all.end}`,
  }));
});

describe('recurrence', () => {
  test(`agrees with another library on ${RUNS} random series (seed ${seed})`, () => {
    fc.assert(
      fc.property(
        seriesArb,
        fc.integer({ min: 0, max: 1_200 }),
        fc.integer({ min: 1, max: 120 }),
        (made, offset, days) => {
          const from = at('2024-01-01T00:00:00Z') + offset * 86_400_000;
          const { mine, judge } = both(made.start, [made.line], from, from + days * 86_400_000);
          expect(mine.cutOff).toBe(false);
          expect(mine.places.map((p) => p.at)).toEqual(judge.map((i) => i.epoch));
        },
      ),
      { seed, numRuns: RUNS * 5 },
    );
  });

  test('nine in the morning stays nine when the clocks change', () => {
    const { mine } = both(
      { wall: '2026-03-02T09:00:00', zone: 'Europe/Berlin' },
      ['RRULE:FREQ=WEEKLY'],
      at('2026-03-20T00:00:00Z'),
      at('2026-04-10T00:00:00Z'),
    );
    expect(mine.places.map((p) => Temporal.Instant.fromEpochMilliseconds(p.at).toString())).toEqual([
      '2026-03-23T08:00:00Z',
      '2026-03-30T07:00:00Z',
      '2026-04-06T07:00:00Z',
    ]);
  });

  test('EXDATE and RDATE, in the zone, in UTC and as dates', () => {
    const from = at('2026-03-01T00:00:00Z');
    const to = at('2026-03-31T00:00:00Z');
    const lines = [
      'RRULE:FREQ=DAILY;COUNT=5',
      'EXDATE;TZID=Europe/Berlin:20260303T090000',
      'EXDATE:20260304T080000Z',
      'RDATE;TZID=Europe/Berlin:20260320T110000',
    ];
    const { mine, judge } = both({ wall: '2026-03-02T09:00:00', zone: 'Europe/Berlin' }, lines, from, to);
    expect(mine.places.map((p) => p.at)).toEqual(judge.map((i) => i.epoch));
    expect(mine.places).toHaveLength(4);
    const dates = both(
      { wall: '2026-03-02T00:00:00', zone: null },
      ['RRULE:FREQ=DAILY;COUNT=3', 'EXDATE;VALUE=DATE:20260303'],
      from,
      to,
    );
    expect(dates.mine.places.map((p) => p.key)).toEqual(['2026-03-02', '2026-03-04']);
  });

  test.each([
    'RRULE:FREQ=SECONDLY',
    'RRULE:FREQ=MINUTELY',
    'RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30',
    'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
    'RRULE:FREQ=HOURLY;BYMINUTE=0,1,2,3,4,5,6,7,8,9,10;BYSECOND=0,1,2,3,4,5,6,7,8,9',
    'RRULE:FREQ=SOMETIMES',
    'nonsense',
    'RRULE:FREQ=DAILY;INTERVAL=0',
  ])(
    '%s neither freezes nor throws',
    (line) => {
      const { places, cutOff } = expandSeries(
        { start: { kind: 'instant', at: at('2010-01-01T09:00:00Z'), zone: 'Europe/Berlin' }, lines: [line] },
        at('2026-03-01T00:00:00Z'),
        at('2026-04-12T00:00:00Z'),
        limits,
      );
      expect(places.length).toBeLessThanOrEqual(limits.places);
      expect(cutOff || places.length === 0).toBe(true);
    },
    5_000,
  );
});
