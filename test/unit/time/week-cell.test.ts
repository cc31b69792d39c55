import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import { clip, length, type Span } from '#shared/domain/spans.ts';
import {
  type CellEntry,
  type Cut,
  cellLength,
  cutFromEnd,
  parseCell,
  placeFor,
  spread,
} from '#shared/domain/week-cell.ts';

const day: Span = { from: 0, to: 24 * HOUR };
const span = fc
  .tuple(fc.integer({ min: -5 * HOUR, max: 27 * HOUR }), fc.integer({ min: 0, max: 6 * HOUR }))
  .map(([from, size]): Span => ({ from, to: from + size }));
const entries = fc.array(
  fc.tuple(span, fc.constantFrom(null, null, 'billed', 'running' as const)).map(([own, fixed]) => {
    return { ...own, fixed };
  }),
  { maxLength: 8 },
);

/** What is left of the entries after the cuts. */
function after(before: readonly CellEntry[], cuts: readonly Cut[]): Span[] {
  return before.flatMap((entry): Span[] => {
    const cut = cuts.find(({ id }) => id === entry.id);
    if (!cut) return [entry];
    if (cut.kind === 'delete') return [];
    if (cut.kind === 'end') return [{ from: entry.from, to: cut.at }];
    if (cut.kind === 'start') return [{ from: cut.at, to: entry.to }];
    return [
      { from: entry.from, to: cut.end },
      { from: cut.start, to: entry.to },
    ];
  });
}

describe('what is typed into a cell', () => {
  it.each([
    ['1:30', 90],
    ['1.5h', 90],
    ['1,5', 90],
    ['90m', 90],
    ['90', 90],
    ['', 0],
    ['0', 0],
    ['0:00', 0],
    ['0h', 0],
  ])('%j is %i minutes', (text, minutes) => expect(parseCell(text)).toBe(minutes * MINUTE));

  it.each(['h', '1:75', 'ten', '-1', '1:'])('%j is nothing that can be read', (text) =>
    expect(parseCell(text)).toBeNull(),
  );
});

describe('making a cell less', () => {
  it('takes exactly so much of the day, nothing beyond it, and nothing of what is fixed', () => {
    fc.assert(
      fc.property(entries, fc.integer({ min: 1, max: 20 * HOUR }), (list, less) => {
        const before = list.map((entry, index): CellEntry => ({ ...entry, id: `${index}` }));
        const free = cellLength(
          before.filter(({ fixed }) => fixed === null),
          day,
        );
        const cuts = cutFromEnd(before, day, less);
        expect(cuts === null).toBe(less > free);
        if (!cuts) return;
        const left = after(before, cuts);
        expect(cellLength(left, day)).toBe(cellLength(before, day) - less);
        const all = { from: -100 * HOUR, to: 100 * HOUR };
        expect(cellLength(left, all)).toBe(cellLength(before, all) - less);
        for (const entry of left) expect(entry.to).toBeGreaterThanOrEqual(entry.from);
        for (const { id } of cuts) expect(before[Number(id)]?.fixed).toBeNull();
      }),
    );
  });

  it('begins with the last entry and leaves the earlier ones whole', () => {
    const entry = (id: string, from: number, to: number): CellEntry => ({ id, from, to, fixed: null });
    const list = [entry('a', 8 * HOUR, 9 * HOUR), entry('b', 10 * HOUR, 11 * HOUR)];
    expect(cutFromEnd(list, day, 30 * MINUTE)).toEqual([{ id: 'b', kind: 'end', at: 10.5 * HOUR }]);
    expect(cutFromEnd(list, day, 90 * MINUTE)).toEqual([
      { id: 'b', kind: 'delete' },
      { id: 'a', kind: 'end', at: 8.5 * HOUR },
    ]);
    const night = [entry('n', 23 * HOUR, 26 * HOUR)];
    expect(cutFromEnd(night, day, 30 * MINUTE)).toEqual([
      { id: 'n', kind: 'split', end: 23.5 * HOUR, start: 24 * HOUR },
    ]);
    expect(cutFromEnd(night, day, HOUR)).toEqual([{ id: 'n', kind: 'start', at: 24 * HOUR }]);
  });
});

describe('making a cell more', () => {
  it('finds room that is free and within the day, whenever there is any', () => {
    fc.assert(
      fc.property(
        fc.array(span, { maxLength: 8 }),
        fc.integer({ min: 1, max: 8 * HOUR }),
        fc.integer({ min: 0, max: 24 * HOUR }),
        fc.integer({ min: 0, max: 24 * HOUR }),
        (busy, wanted, anchor, end) => {
          const open = { from: 0, to: end };
          const place = placeFor(wanted, open, busy, anchor);
          if (!place.span) {
            expect(place.longest).toBeLessThan(wanted);
            return;
          }
          expect(length(place.span)).toBe(wanted);
          expect(place.span.from).toBeGreaterThanOrEqual(0);
          expect(place.span.to).toBeLessThanOrEqual(end);
          for (const other of busy) {
            const shared = clip(other, place.span);
            expect(shared === null || length(shared) === 0).toBe(true);
          }
        },
      ),
    );
  });

  it('goes after the anchor, and only when there is no room there, right before', () => {
    const busy = [{ from: 9 * HOUR, to: 10 * HOUR }];
    const place = (wanted: number, anchor: number) => {
      return placeFor(wanted, { from: 0, to: 12 * HOUR }, busy, anchor).span;
    };
    expect(place(HOUR, 10 * HOUR)).toEqual({ from: 10 * HOUR, to: 11 * HOUR });
    expect(place(3 * HOUR, 10 * HOUR)).toEqual({ from: 6 * HOUR, to: 9 * HOUR });
    expect(place(2 * HOUR, 11 * HOUR)).toEqual({ from: 10 * HOUR, to: 12 * HOUR });
  });
});

it('whole minutes of tasks add up to their client’s', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(10 * HOUR), { minLength: 1, maxLength: 10 }), fc.boolean(), (parts, up) => {
      const exact = parts.reduce((sum, part) => sum + part, 0);
      const whole = (up ? Math.ceil(exact / MINUTE) : Math.floor(exact / MINUTE)) * MINUTE;
      const shown = spread(parts, whole, MINUTE);
      expect(shown.reduce((sum, part) => sum + part, 0)).toBe(whole);
      for (const [index, part] of parts.entries()) {
        expect(Math.abs((shown[index] ?? 0) - part)).toBeLessThan(MINUTE);
      }
    }),
  );
});
