import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { identityOf } from '#shared/domain/import/identity.ts';
import { DayLayer } from '#shared/domain/import/lay.ts';
import { overlaps } from '#shared/domain/import/overlap.ts';
import { type ReadRow, RowReader } from '#shared/domain/import/row.ts';
import { foundName, noteOf } from '#shared/domain/import/words.ts';
import { ZoneTable } from '#shared/domain/import/zone-table.ts';

const HOUR = 3_600_000;
const now = Date.parse('2026-11-25T10:42:00Z');
const columns = { client: 0, project: 1, note: 2, startDate: 3, startTime: 4, endTime: 5, duration: 6 };
const reader = new RowReader({ columns, order: 'day-month', table: new ZoneTable('UTC'), now });
const read = (...cells: string[]) => reader.read(cells) as ReadRow;

describe('hours without a time of day', () => {
  it('lie one after the other from the beginning of the working day, and never over midnight', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('Europe/Berlin', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
        fc.integer({
          min: Date.parse('2020-01-01') / 86_400_000,
          max: Date.parse('2026-11-20') / 86_400_000,
        }),
        fc.array(fc.integer({ min: 1, max: 5 * 60 }), { minLength: 1, maxLength: 8 }),
        (zone, day, minutes) => {
          const table = new ZoneTable(zone);
          const total = minutes.reduce((sum, minute) => sum + minute * 60_000, 0);
          const layer = new DayLayer(table, 9 * HOUR, new Map([[day, total]]), now);
          const laid = minutes.map((minute) => layer.lay(day, minute * 60_000));
          for (const [index, span] of laid.entries()) {
            expect(span.to - span.from).toBe((minutes[index] ?? 0) * 60_000);
            if (index > 0) expect(span.from).toBe(laid[index - 1]?.to);
          }
          const wall = (at: number) => table.wallOf(at) / HOUR - day * 24;
          expect(wall(laid[0]?.from ?? 0)).toBeGreaterThanOrEqual(0);
          if (total <= 14 * HOUR) expect(wall(laid[0]?.from ?? 0)).toBe(9);
          if (total <= 23 * HOUR)
            expect(table.wallOf((laid.at(-1)?.to ?? 0) - 1)).toBeLessThan((day + 1) * 24 * HOUR);
        },
      ),
    );
  });
});

describe('overlaps', () => {
  it('are found as by comparing everything with everything', () => {
    const stretch = fc
      .tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 30 }))
      .map(([from, length]) => ({ from, to: from + length }));
    const ordered = fc.array(stretch, { maxLength: 12 }).map((all) => all.sort((a, b) => a.from - b.from));
    fc.assert(
      fc.property(ordered, ordered, (fresh, present) => {
        const expected = fresh.map((one) =>
          present.some((other) => other.from < one.to && other.to > one.from),
        );
        expect(overlaps(fresh, present)).toEqual(expected);
      }),
    );
  });
});

describe('a row', () => {
  it('ends on the next day when its end is before its start and has no date', () => {
    expect(read('A', '', '', '01/02/2026', '23:30', '00:15', '').span).toEqual({
      from: Date.parse('2026-02-01T23:30:00Z'),
      to: Date.parse('2026-02-02T00:15:00Z'),
    });
  });

  it('may name its moments whole, with an offset of their own', () => {
    const span = { from: Date.parse('2026-02-01T08:00:00Z'), to: Date.parse('2026-02-01T09:30:00Z') };
    expect(read('A', '', '', '2026-02-01T09:00:00+01:00', '', '', '1:30').span).toEqual(span);
    expect(read('A', '', '', '2026-02-01T08:00:00Z', '', '2026-02-01T09:30:00Z', '').span).toEqual(span);
    expect(read('A', '', '', '2026-02-01 08:00', '', '', '1.5').span).toEqual(span);
  });

  it.each([
    [['A', '', '', '', '', '', '1'], 'noDate'],
    [['A', '', '', '30/02/2026', '09:00', '10:00', ''], 'date'],
    [['A', '', '', '01/02/2026', 'nine', '10:00', ''], 'startTime'],
    [['A', '', '', '01/02/2026', '09:00', 'ten', ''], 'endTime'],
    [['A', '', '', '01/02/2026', '09:00', '', ''], 'noEnd'],
    [['A', '', '', '01/02/2026', '', '', ''], 'noEnd'],
    [['A', '', '', '01/02/2026', '', '', 'long'], 'length'],
    [['A', '', '', '01/02/2026', '', '', '-1'], 'negative'],
    [['A', '', '', '01/02/2026', '', '', '0'], 'zero'],
    [['A', '', '', '26/11/2026', '09:00', '10:00', ''], 'future'],
    [['A', '', '', '01/02/1960', '09:00', '10:00', ''], 'tooEarly'],
    [['A'], 'noDate'],
  ])('that cannot be read says why: %j', (cells, reason) => expect(reader.read(cells)).toBe(reason));

  it('is the same row in another export, and another row when work or time is another', () => {
    const one = read('A', 'P', 'Words', '01/02/2026', '09:00:20', '10:00:20', '1:00:00');
    expect(identityOf('toggl', read('A', 'P', 'Words', '2026-02-01', '9:00 am', '10:00', '1.0'))).toBe(
      identityOf('toggl', one),
    );
    for (const other of [
      read('A', 'P', 'Words', '01/02/2026', '09:01', '10:01', ''),
      read('A', 'P', 'Others', '01/02/2026', '09:00', '10:00', ''),
      read('B', 'P', 'Words', '01/02/2026', '09:00', '10:00', ''),
      read('A', 'P', 'Words', '01/02/2026', '09:00', '10:05', ''),
      read('A', 'P', 'Words', '01/02/2026', '', '', '1'),
    ]) {
      expect(identityOf('toggl', other)).not.toBe(identityOf('toggl', one));
    }
    expect(identityOf('clockify', one)).not.toBe(identityOf('toggl', one));
  });

  it('belongs to its client, else to its project, else to nobody yet', () => {
    expect(foundName({ client: 'A', project: 'P' })).toEqual({ kind: 'client', name: 'A' });
    expect(foundName({ client: '', project: 'P' })).toEqual({ kind: 'project', name: 'P' });
    expect(foundName({ client: '', project: '' })).toEqual({ kind: 'none', name: '' });
  });

  it('keeps in its note what has no other place, and no more than a note can hold', () => {
    const row = { project: 'Site', task: 'Texts', note: 'Two pages', tags: 'a, b' };
    expect(noteOf(row, { project: true, tags: false }).note).toBe('Site · Texts: Two pages');
    expect(noteOf({ ...row, note: '' }, { project: false, tags: true }).note).toBe('Texts [a, b]');
    const long = noteOf({ ...row, note: 'x'.repeat(3_000) }, { project: true, tags: false });
    expect(long).toMatchObject({ cut: true, note: expect.stringMatching(/…$/) });
    expect(long.note).toHaveLength(2_000);
  });
});
