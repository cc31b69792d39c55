import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignSlots } from '#renderer/features/time/day/slots.ts';
import { runs } from '#test/support/runs.ts';

const names = fc.uniqueArray(fc.stringMatching(/^[a-f][0-9]$/), { maxLength: 20 });

describe('slots of what is drawn', () => {
  it('are reused in order when everything goes at once', () => {
    const before = assignSlots(new Map(), ['a', 'b', 'c']);
    expect([...assignSlots(before, ['x', 'y', 'z', 'v'])]).toEqual([
      ['x', 0],
      ['y', 1],
      ['z', 2],
      ['v', 3],
    ]);
  });

  it('stay with what stays, are never shared, and none is made while one is free', () => {
    fc.assert(
      fc.property(fc.array(names, { minLength: 1, maxLength: 6 }), (lists) => {
        let before: ReadonlyMap<string, number> = new Map();
        for (const ids of lists) {
          const slots = assignSlots(before, ids);
          expect([...slots.keys()]).toEqual(ids);
          expect(new Set(slots.values()).size).toBe(ids.length);
          for (const [id, slot] of before) if (slots.has(id)) expect(slots.get(id)).toBe(slot);
          const freed = [...before].filter(([id]) => !slots.has(id)).map(([, slot]) => slot);
          const fresh = ids.filter((id) => !before.has(id)).map((id) => slots.get(id) ?? -1);
          expect(fresh.filter((slot) => freed.includes(slot)).length).toBe(
            Math.min(fresh.length, freed.length),
          );
          before = slots;
        }
      }),
      { numRuns: runs(200) },
    );
  });
});
