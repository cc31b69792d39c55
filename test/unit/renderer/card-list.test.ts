import fc from 'fast-check';
import { expect, test } from 'vitest';
import { withoutStray } from '#renderer/features/tasks/column/run.ts';

const at = (...indexes: number[]) => indexes.map((index) => ({ index }));

test('the card that is only drawn for its focus does not belong to the run', () => {
  expect(withoutStray(at(0, 7, 8, 9))).toEqual(at(7, 8, 9));
  expect(withoutStray(at(3, 4, 5, 90))).toEqual(at(3, 4, 5));
  expect(withoutStray(at(3, 4, 5))).toEqual(at(3, 4, 5));
  expect(withoutStray([])).toEqual([]);
});

test('a run with one stray before or after it loses exactly that', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 50 }),
      fc.integer({ min: 3, max: 20 }),
      fc.integer({ min: 2, max: 50 }),
      fc.boolean(),
      (start, length, away, before) => {
        const run = at(...Array.from({ length }, (_, step) => start + away + step));
        const items = before
          ? [{ index: start - 2 }, ...run]
          : [...run, { index: start + length + 2 * away }];
        expect(withoutStray(items)).toEqual(run);
      },
    ),
  );
});
