import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { eachRow, openTable } from '#main/features/import/job/csv.ts';
import { firstAnswers, scan } from '#main/features/import/job/scan.ts';
import { RowReader } from '#shared/domain/import/row.ts';
import { ZoneTable } from '#shared/domain/import/zone-table.ts';
import { csvText, encoded, exporters, type Style, type Tracked } from './formats.ts';

const zones = [
  'Europe/Berlin',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'America/St_Johns',
  'Pacific/Apia',
];
const now = Date.parse('2026-11-25T10:42:00Z');

/** Texts that a table may hold: quotes, separators, line breaks, umlauts; all of them in windows-1252. */
const words = fc
  .array(
    fc.constantFrom('Fjord', '& Co', 'Müller', '„Angebot“', 'a "b"', 'x;y', 'c, d', 'two\nlines', '–', '€5'),
    {
      minLength: 1,
      maxLength: 3,
    },
  )
  .map((parts) => parts.join(' '));

const wallOf = (at: number, zone: string) =>
  at + Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).offsetNanoseconds / 1e6;

const instants = fc
  .integer({ min: Date.parse('2015-01-01') / 1000, max: Date.parse('2026-11-01') / 1000 })
  .map((second) => second * 1000);

const spans = fc.record({
  from: instants,
  length: fc.integer({ min: 61, max: 30 * 3_600 }).map((seconds) => seconds * 1_000),
  client: words.map((text) => text.replaceAll(/\s+/g, ' ')),
  project: words.map((text) => text.replaceAll(/\s+/g, ' ')),
  note: words,
  billable: fc.boolean(),
});

const style: fc.Arbitrary<Style> = fc.record({
  date: fc.constantFrom('iso', 'day/month', 'month/day', 'day.month'),
  clock: fc.constantFrom(12, 24),
  decimal: fc.constantFrom('.', ','),
  separator: fc.constantFrom(',', ';', '\t'),
  newline: fc.constantFrom('\n', '\r\n'),
});

const form = fc.constantFrom(
  ['utf-8', true] as const,
  ['utf-8', false] as const,
  ['utf-16le', true] as const,
  ['utf-16le', false] as const,
  ['utf-16be', true] as const,
  ['utf-16be', false] as const,
  ['windows-1252', false] as const,
);

const pulse = { stopped: false, beat() {}, begin() {}, rest() {} } as never;
const matcher = { client: () => null, task: () => null } as never;

describe('what another tracker exported', () => {
  it.each(Object.keys(exporters) as (keyof typeof exporters)[])(
    'comes back at the same instants: %s, in every encoding, style and zone',
    (kind) => {
      fc.assert(
        fc.property(
          fc.array(spans, { minLength: 1, maxLength: 8 }),
          style,
          form,
          fc.constantFrom(...zones),
          (made, look, [encoding, mark], zone) => {
            const rows: Tracked[] = made.map(({ from, length, ...rest }) => ({
              ...rest,
              length,
              start: wallOf(from, zone),
              end: wallOf(from + length, zone),
            }));
            const bytes = encoded(csvText(exporters[kind](look, rows), look), encoding, mark);
            const table = openTable(bytes);
            expect(table.separator).toBe(look.separator);
            const found = scan(table, firstAnswers(table, zone), matcher, now, pulse);
            expect(found.reading.source).toBe(kind);
            expect(found.rows).toBe(rows.length);
            // What the dates leave open a person says.
            const said = look.date === 'month/day' ? 'month-day' : 'day-month';
            if (!found.orderOpen && look.date.includes('/')) {
              const same = made.every(({ from, length }) => sameBothWays([from, from + length], zone));
              if (!same) expect(found.reading.order).toBe(said);
            }
            const reader = new RowReader({
              columns: found.reading.columns,
              order: found.orderOpen ? said : found.reading.order,
              table: new ZoneTable(zone),
              now,
            });
            let index = 0;
            eachRow(table, {
              row(cells) {
                const { from, length, client, project, note, billable } = made[
                  index
                ] as (typeof made)[number];
                index += 1;
                const row = reader.read(cells);
                // A whole entry within the hour that comes twice cannot be told from the one an hour later.
                if (row === 'doubled') {
                  expect(isDoubled(from, zone) && isDoubled(from + length, zone)).toBe(true);
                  return true;
                }
                expect(row).toMatchObject({
                  span: { from, to: from + length },
                  client,
                  project,
                  billable,
                  note,
                });
                return true;
              },
              broken: () => expect.unreachable(),
            });
            expect(index).toBe(made.length);
          },
        ),
        { numRuns: 150 },
      );
    },
  );
});

function sameBothWays(moments: readonly number[], zone: string): boolean {
  return moments.every((at) => {
    const { day, month } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return day === month;
  });
}

/** Whether the wall clock of an instant is shown at another instant as well. */
function isDoubled(at: number, zone: string): boolean {
  return new ZoneTable(zone).meaning(wallOf(at, zone)).kind === 'two';
}
