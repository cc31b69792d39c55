import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '#shared/domain/duration.ts';
import {
  advance,
  creditOf,
  formatLeft,
  isLongBreak,
  LONGEST_PAUSE,
  type Look,
  type Mark,
  newBreak,
  newRound,
  reconciled,
  standsUntil,
} from '#shared/domain/focus.ts';
import { without } from '#shared/domain/gap.ts';
import { total } from '#shared/domain/spans.ts';

const start = 1_000_000_000;

/** What may lie between two looks: by how much each clock moved, how long nobody was there, and whether it was seen. */
const anyLook = fc.record({
  wall: fc.integer({ min: -HOUR, max: 2 * HOUR }),
  monotonic: fc.integer({ min: 0, max: 2 * HOUR }),
  quiet: fc.integer({ min: 0, max: 30 * MINUTE }),
  watched: fc.boolean(),
});
const anyGap = fc
  .tuple(fc.integer({ min: 0, max: 6 * HOUR }), fc.integer({ min: 0, max: HOUR }))
  .map(([from, length]) => ({ from: start + from, to: start + from + length }));

describe('what a look adds to a round', () => {
  it('is never more than either clock says, than what is in no gap, or than until the last input', () => {
    fc.assert(
      fc.property(fc.array(anyLook, { maxLength: 40 }), fc.array(anyGap, { maxLength: 8 }), (steps, gaps) => {
        let at = start;
        let monotonic = 0;
        let mark: Mark | null = null;
        let sum = 0;
        for (const step of steps) {
          at += step.wall;
          monotonic += step.monotonic;
          const look: Look = { at, monotonic, present: at - step.quiet, watched: step.watched };
          const before: Mark | null = mark;
          const found = creditOf(before, look, gaps);
          mark = found.mark;
          expect(found.credit).toBeGreaterThanOrEqual(0);
          sum += found.credit;
          if (!before || !step.watched) expect(found.credit).toBe(0);
          else {
            const span = { from: before.wall, to: Math.max(before.wall, look.present) };
            expect(found.credit).toBeLessThanOrEqual(total(without(span, gaps)));
          }
        }
        expect(sum).toBeLessThanOrEqual(monotonic);
      }),
      { numRuns: 500 },
    );
  });

  it('adds up to the same however often somebody looks', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: MINUTE }), { minLength: 1, maxLength: 60 }), (steps) => {
        let at = start;
        let mark: Mark | null = { wall: at, monotonic: 0, looks: [] };
        let sum = 0;
        for (const step of steps) {
          at += step;
          const found = creditOf(mark, { at, monotonic: at - start, present: at, watched: true }, []);
          mark = found.mark;
          sum += found.credit;
        }
        expect(sum).toBe(at - start);
      }),
    );
  });
});

describe('a round', () => {
  it('is done exactly when its length was worked, and lapses only after it stood still', () => {
    const anyStep = fc.record({
      credit: fc.integer({ min: 0, max: 10 * MINUTE }),
      waited: fc.integer({ min: 0, max: 90 * MINUTE }),
    });
    fc.assert(
      fc.property(
        fc.integer({ min: MINUTE, max: HOUR }),
        fc.array(anyStep, { maxLength: 40 }),
        (length, steps) => {
          let round = newRound(length, start);
          let at = start;
          let sum = 0;
          let seen = start;
          for (const { credit, waited } of steps) {
            at += credit + waited;
            const next = advance(round, credit, at);
            expect(next === null).toBe(at - seen - credit > LONGEST_PAUSE);
            if (!next) return;
            if (credit > 0) seen = at;
            sum += credit;
            expect(next.credited).toBe(Math.min(length, sum));
            expect(next.phase).toBe(sum >= length ? 'done' : 'work');
            expect(next.told).toBe(next.phase === 'work');
            if (next.phase === 'done') return;
            round = next;
          }
        },
      ),
    );
  });

  it('takes nothing while it is paused', () => {
    const paused = { ...newRound(HOUR, start), paused: true };
    expect(advance(paused, 10 * MINUTE, start + 10 * MINUTE)).toEqual(paused);
  });

  it('does not wait for a clock that was set back', () => {
    const round = newRound(HOUR, start);
    expect(advance(round, 0, start - 3 * HOUR)).toMatchObject({ seenAt: start - 3 * HOUR, credited: 0 });
  });

  it('stays as long as the timer runs, and an hour without it', () => {
    const round = newRound(HOUR, start);
    expect(reconciled(round, start + 9 * HOUR, true, HOUR)).toBe(round);
    expect(reconciled(round, start + LONGEST_PAUSE, false, HOUR)).toBe(round);
    const end = standsUntil(round, false);
    expect(end).toBe(start + LONGEST_PAUSE + 1);
    expect(reconciled(round, end ?? 0, false, HOUR)).toBeNull();
    expect(standsUntil(round, true)).toBeNull();
  });
});

describe('a break', () => {
  const rest = newBreak(5 * MINUTE, start);

  it('is over at its end, told once, and forgotten an hour later', () => {
    expect(standsUntil(rest, false)).toBe(start + 5 * MINUTE);
    expect(reconciled(rest, start + 5 * MINUTE - 1, false, HOUR)).toBe(rest);
    const over = reconciled(rest, start + 5 * MINUTE, false, HOUR);
    expect(over).toMatchObject({ phase: 'rested', since: start + 5 * MINUTE, told: false });
    expect(over && reconciled(over, start + HOUR, false, HOUR)).toBe(over);
    expect(over && reconciled(over, standsUntil(over, false) ?? 0, false, HOUR)).toBeNull();
    expect(reconciled(rest, start + 3 * HOUR, false, HOUR)).toBeNull();
  });

  it('ends with work, and a new round begins', () => {
    expect(reconciled(rest, start + MINUTE, true, 25 * MINUTE)).toEqual(
      newRound(25 * MINUTE, start + MINUTE),
    );
  });

  it('lasts no longer than its length when the clock is set back', () => {
    const now = start - 2 * HOUR;
    expect(reconciled(rest, now, false, HOUR)).toMatchObject({ phase: 'break', since: now });
  });

  it('is a long one after every so many rounds, or never', () => {
    expect([0, 1, 3, 4, 5, 8].map((count) => isLongBreak(count, 4))).toEqual([
      false,
      false,
      false,
      true,
      false,
      true,
    ]);
    expect(isLongBreak(4, 0)).toBe(false);
  });
});

describe('what is left', () => {
  it.each([
    [25 * MINUTE, '25:00'],
    [25 * MINUTE - 1, '25:00'],
    [59_000, '0:59'],
    [1, '0:01'],
    [0, '0:00'],
    [-5_000, '0:00'],
    [90 * MINUTE, '1:30:00'],
  ])('reads %d as %s', (ms, text) => {
    expect(formatLeft(ms)).toBe(text);
  });
});
