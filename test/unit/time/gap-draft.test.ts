import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '#shared/domain/duration.ts';
import { tiles } from '#shared/domain/gap.ts';
import {
  borderRange,
  canCut,
  cutPiece,
  type DraftPiece,
  draftOf,
  heirOf,
  moveBorder,
  removePiece,
  shownLength,
  steppedBorder,
} from '#shared/domain/gap-draft.ts';

const at = (minute: number, seconds = 0) => (7_200 + minute) * MINUTE + seconds * 1_000;
const gap = { from: at(5, 23), to: at(38, 41) };
const suggested = () =>
  draftOf<string>(
    [
      { from: gap.from, to: at(15), subject: 'outreach' },
      { from: at(15), to: at(30), subject: 'call' },
      { from: at(30), to: gap.to, subject: null },
    ],
    [],
  );

type Act = readonly ['move' | 'cut' | 'remove', index: number, minute: number];

function after(pieces: readonly DraftPiece<string>[], [kind, index, minute]: Act) {
  const which = index % pieces.length;
  if (kind === 'move') return moveBorder(pieces, which, at(minute, minute));
  return kind === 'cut' ? cutPiece(pieces, which) : removePiece(pieces, which);
}

describe('dividing a gap', () => {
  it('tiles the gap whatever is moved, cut and taken away, and leaves what is tracked alone', () => {
    const acts = fc.array(
      fc.tuple(
        fc.constantFrom('move' as const, 'cut' as const, 'remove' as const),
        fc.nat(20),
        fc.integer({ min: -10, max: 60 }),
      ),
      { maxLength: 40 },
    );
    const taken = { from: at(20, 12), to: at(24, 5) };
    const begin = draftOf<string>(
      [
        { from: gap.from, to: taken.from, subject: 'outreach' },
        { ...taken, subject: null },
        { from: taken.to, to: gap.to, subject: 'call' },
      ],
      [taken],
    );
    fc.assert(
      fc.property(acts, fc.constantFrom(begin, suggested()), (all, start) => {
        const end = all.reduce(after, start as readonly DraftPiece<string>[]);
        expect(tiles(gap, end)).toBe(true);
        expect(new Set(end.map(({ key }) => key)).size).toBe(end.length);
        const fixed = end.filter((piece) => piece.fixed);
        expect(fixed).toEqual(start.filter((piece) => piece.fixed));
      }),
    );
  });

  it('moves a border by whole minutes and stops where a side would be empty', () => {
    const moved = moveBorder(suggested(), 0, at(18, 29));
    expect(moved.map(({ to }) => to)).toEqual([at(18), at(30), gap.to]);
    expect(moveBorder(suggested(), 0, at(0))[0]?.to).toBe(at(6));
    expect(moveBorder(suggested(), 0, at(59))[0]?.to).toBe(at(29));
    expect(borderRange(suggested(), 1)).toEqual({ from: at(16), to: at(38) });
    expect(borderRange(suggested(), 2)).toBeNull();
  });

  it('steps from between two minutes to the next one', () => {
    expect(steppedBorder(at(10), 1)).toBe(at(11));
    expect(steppedBorder(at(10), -5)).toBe(at(5));
    expect(steppedBorder(at(10, 20), 1)).toBe(at(11));
    expect(steppedBorder(at(10, 20), -1)).toBe(at(10));
  });

  it('cuts what is long enough, and gives the time of a piece that goes to its neighbour', () => {
    const cut = cutPiece(suggested(), 1);
    expect(cut.map(({ subject }) => subject)).toEqual(['outreach', 'call', null, null]);
    expect(cut[1]?.to).toBe(at(23));
    const short = draftOf([{ from: at(1), to: at(2), subject: null }], []);
    expect(canCut(short, 0)).toBe(false);
    expect(cutPiece(short, 0)).toEqual(short);
    expect(heirOf(short, 0)).toBeNull();
    expect(removePiece(suggested(), 0).map(({ from }) => from)).toEqual([gap.from, at(30)]);
    expect(removePiece(suggested(), 2)[1]).toMatchObject({ to: gap.to, subject: 'call' });
  });
});

describe('the length shown of a piece', () => {
  it('is what its borders show, so that pieces add up', () => {
    const at = (minute: number, second: number) => (minute * 60 + second) * 1000;
    const borders = [at(6, 40), at(23, 10), at(39, 50)] as const;
    expect(shownLength({ from: borders[0], to: borders[1] })).toBe(at(17, 0));
    expect(shownLength({ from: borders[1], to: borders[2] })).toBe(at(16, 0));
    expect(shownLength({ from: borders[0], to: borders[2] })).toBe(at(33, 0));
  });
});
