import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columnFault, recognise } from '#shared/domain/import/columns.ts';
import { type DateEvidence, orderOf, readDate, weigh } from '#shared/domain/import/dates.ts';
import { readClockTime, readLength } from '#shared/domain/import/lengths.ts';
import { readSpan } from '#shared/domain/import/span.ts';
import { ZoneTable } from '#shared/domain/import/zone-table.ts';
import { resolveLocal } from '#shared/domain/local-time.ts';

const HOUR = 3_600_000;
const wall = (text: string) => Date.parse(`${text}Z`);
const at = (text: string) => Date.parse(text);
const dayOf = (text: string) => Date.parse(text) / 86_400_000;

function orderIn(dates: readonly string[]) {
  const evidence: DateEvidence = { open: 0, dayFirst: 0, monthFirst: 0 };
  for (const date of dates) weigh(evidence, date);
  return orderOf(evidence);
}

describe('a header', () => {
  it.each([
    ['toggl', 'Description,Duration,Project,Start date,Start time,Stop date,Stop time'],
    [
      'toggl',
      'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount ()',
    ],
    [
      'clockify',
      'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD)',
    ],
    [
      'harvest',
      'Date,Client,Project,Project Code,Task,Notes,Hours,Hours Rounded,Billable?,Invoiced?,Approved?,First Name,Last Name,Roles',
    ],
  ])('is recognised as one of %s', (source, header) => {
    const { source: found, columns } = recognise(header.split(','));
    expect(found).toBe(source);
    expect(columnFault(columns)).toBeNull();
  });

  it('of another table is guessed as far as its words go, each column once', () => {
    const { source, columns } = recognise(['Datum', 'Kunde', 'Von', 'Bis', 'Dauer', 'Notiz']);
    expect(source).toBe('other');
    expect(columns).toEqual({ startDate: 0, client: 1, startTime: 2, endTime: 3, duration: 4, note: 5 });
    expect(new Set(Object.values(columns)).size).toBe(6);
    expect(columnFault(recognise(['Client', 'Hours']).columns)).toBe('import.needsDate');
    expect(columnFault(recognise(['Date', 'Client']).columns)).toBe('import.needsLength');
  });
});

describe('dates', () => {
  it('say their order when one of them can be read only one way, and leave it open otherwise', () => {
    expect(orderIn(['03/04/2026', '13/04/2026'])).toBe('day-month');
    expect(orderIn(['03/04/2026', '04/13/2026'])).toBe('month-day');
    expect(orderIn(['03/04/2026', '05/06/2026'])).toBeNull();
    expect(orderIn(['13/04/2026', '04/13/2026'])).toBeNull();
    expect(orderIn(['5/5/2026', '2026-04-03', '3.4.2026'])).toBe('day-month');
  });

  it.each([
    ['2026-02-28', 'day-month', '2026-02-28'],
    ['2026/2/3', 'month-day', '2026-02-03'],
    ['03/04/2026', 'day-month', '2026-04-03'],
    ['03/04/2026', 'month-day', '2026-03-04'],
    ['3.4.26', 'month-day', '2026-04-03'],
    ['29-02-2024', 'day-month', '2024-02-29'],
  ] as const)('%s, %s, is %s', (text, order, expected) => {
    expect(readDate(text, order)).toBe(dayOf(expected));
  });

  it.each(['', 'yesterday', '2026-02-29', '31/04/2026', '2026-13-01', '1/2/3/4', '0/1/2026'])(
    '%j is none',
    (text) => {
      expect(readDate(text, 'day-month')).toBeNull();
    },
  );
});

describe('times of day and lengths', () => {
  it.each([
    ['09:05', 9 * HOUR + 300_000],
    ['9:05:07 PM', 21 * HOUR + 307_000],
    ['12:00 am', 0],
    ['12:30 p.m.', 12.5 * HOUR],
    ['7pm', 19 * HOUR],
    ['14.30 Uhr', 14.5 * HOUR],
    ['24:00', 24 * HOUR],
  ])('%s is a time of day', (text, expected) => expect(readClockTime(text)).toBe(expected));

  it.each(['', '25:00', '24:01', '9:60', '13:00 PM', '0:30 am', 'noon'])('%j is no time of day', (text) =>
    expect(readClockTime(text)).toBeNull(),
  );

  it.each([
    ['1:30:00', 1.5 * HOUR],
    ['249:00:01', 249 * HOUR + 1_000],
    ['1:30', 1.5 * HOUR],
    ['1.5', 1.5 * HOUR],
    ['1,25', 1.25 * HOUR],
    ['1.234,5', 1_234.5 * HOUR],
    ['1,234.5', 1_234.5 * HOUR],
    ['2', 2 * HOUR],
    ['1h 30m', 1.5 * HOUR],
    ['90 min', 1.5 * HOUR],
    ['1 Std. 5 Min.', HOUR + 300_000],
    ['-0:30:00', -HOUR / 2],
    ['-1.5', -1.5 * HOUR],
    ['0', 0],
  ])('%s is a length', (text, expected) => expect(readLength(text)).toBe(expected));

  it.each(['', 'h', '1:60', 'soon', '--', '1:2:3:4'])('%j is no length', (text) =>
    expect(readLength(text)).toBeNull(),
  );
});

describe('the table of a zone', () => {
  it.each([
    'Europe/Berlin',
    'Asia/Kathmandu',
    'Australia/Lord_Howe',
    'America/St_Johns',
    'Pacific/Apia',
    'America/Sao_Paulo',
  ])('says of every wall clock what Temporal says: %s', (zone) => {
    const table = new ZoneTable(zone);
    const minute = fc.integer({
      min: Date.parse('2000-01-01') / 60_000,
      max: Date.parse('2030-01-01') / 60_000,
    });
    // Every night on which the clocks may change, and times all over.
    const night = fc
      .tuple(
        fc.integer({ min: 2000, max: 2029 }),
        fc.constantFrom('03', '04', '09', '10', '11'),
        fc.integer({ min: 1, max: 28 }),
        fc.integer({ min: 0, max: 300 }),
      )
      .map(([year, month, day, offset]) => Date.parse(`${year}-${month}-01`) / 60_000 + day * 1_440 + offset);
    fc.assert(
      fc.property(fc.oneof(minute, night), (minutes) => {
        const text = new Date(minutes * 60_000).toISOString();
        const expected = resolveLocal(text.slice(0, 10), text.slice(11, 16), zone);
        const found = table.meaning(minutes * 60_000);
        expect(found.kind).toBe(expected.kind);
        if (expected.kind === 'one') expect(found.at).toEqual([expected.at]);
        if (expected.kind === 'two') expect(found.at).toEqual([expected.earlier, expected.later]);
      }),
      { numRuns: 600 },
    );
  });
});

describe('an entry where the clocks are changed', () => {
  const berlin = new ZoneTable('Europe/Berlin');

  it('is what its length says it is', () => {
    const [start, end] = [wall('2025-10-26T01:30:00'), wall('2025-10-26T02:30:00')];
    expect(readSpan(berlin, start, end, HOUR)).toMatchObject({
      to: at('2025-10-26T00:30:00Z'),
      byLength: true,
    });
    expect(readSpan(berlin, start, end, 2 * HOUR)).toMatchObject({ to: at('2025-10-26T01:30:00Z') });
    expect(readSpan(berlin, start, end, 3 * HOUR)).toBe('doubled');
    expect(readSpan(berlin, start, end, null)).toBe('doubled');
    const within = [wall('2025-10-26T02:10:00'), wall('2025-10-26T02:50:00')] as const;
    expect(readSpan(berlin, ...within, 40 * 60_000)).toBe('doubled');
    expect(readSpan(berlin, ...within, 100 * 60_000)).toMatchObject({
      from: at('2025-10-26T00:10:00Z'),
      to: at('2025-10-26T01:50:00Z'),
    });
  });

  it('is refused for a time that never was, unless its length tells what was meant', () => {
    const [start, end] = [wall('2025-03-30T02:30:00'), wall('2025-03-30T04:00:00')];
    expect(readSpan(berlin, start, end, null)).toBe('skipped');
    expect(readSpan(berlin, start, null, HOUR)).toBe('skipped');
    expect(readSpan(berlin, start, end, HOUR / 2)).toMatchObject({ from: at('2025-03-30T01:30:00Z') });
  });

  it('counts by start and end elsewhere, whatever its length says', () => {
    const [start, end] = [wall('2025-05-05T09:00:00'), wall('2025-05-05T10:00:00')];
    expect(readSpan(berlin, start, end, HOUR)).toMatchObject({ differs: false });
    expect(readSpan(berlin, start, end, 2 * HOUR)).toMatchObject({
      to: at('2025-05-05T08:00:00Z'),
      differs: true,
    });
    expect(readSpan(berlin, end, start, HOUR)).toBe('endBeforeStart');
    expect(readSpan(berlin, start, start, 0)).toBe('zero');
    expect(readSpan(berlin, start, end, -HOUR)).toBe('negative');
    expect(readSpan(berlin, start, null, null)).toBe('noEnd');
  });
});
