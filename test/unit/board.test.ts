import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byRank, limitState, type Ranked, ranksAt } from '#shared/domain/board.ts';

const at = (items: readonly Ranked[], ids: readonly string[], above: string | null, below?: string) => {
  const others = items.filter((item) => !ids.includes(item.id));
  const ranks = ranksAt(others, { above, below: below ?? null }, ids.length);
  return [...others, ...ids.map((id, i) => ({ id, rank: ranks[i] as string }))].sort(byRank);
};
const order = (items: readonly Ranked[]) => items.map((item) => item.id).join('');
const start = at([], ['a', 'b', 'c', 'd'], null);

describe('ranks', () => {
  it('put a card after its neighbour, at the head, at the foot, and several together in order', () => {
    expect(order(start)).toBe('abcd');
    expect(order(at(start, ['a'], 'c'))).toBe('bcad');
    expect(order(at(start, ['d'], null))).toBe('dabc');
    expect(order(at(start, ['a'], 'd'))).toBe('bcda');
    expect(order(at(start, ['d', 'b'], 'a'))).toBe('adbc');
  });

  it('fall back on the card below, and then on the head, when the one above has gone', () => {
    expect(order(at(start, ['d'], 'gone', 'b'))).toBe('adbc');
    expect(order(at(start, ['d'], 'gone', 'gone too'))).toBe('dabc');
  });

  it('stay ordered and unique under any moves, touch only what moves, and stay short', () => {
    const move = fc.tuple(fc.nat(), fc.nat(), fc.integer({ min: 1, max: 3 }));
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 30 }), fc.array(move, { maxLength: 150 }), (size, moves) => {
        const ids = Array.from({ length: size }, (_, i) => `card ${i}`);
        let items = at([], ids, null);
        let model = ids;
        for (const [from, to, count] of moves) {
          const moved = model.slice(from % size, (from % size) + count);
          const others = model.filter((id) => !moved.includes(id));
          const above =
            to % (others.length + 1) === 0 ? null : (others[(to % (others.length + 1)) - 1] ?? null);
          const before = new Map(items.map((item) => [item.id, item.rank]));
          items = at(items, moved, above);
          const slot = above === null ? 0 : others.indexOf(above) + 1;
          model = [...others.slice(0, slot), ...moved, ...others.slice(slot)];
          expect(items.map((item) => item.id)).toEqual(model);
          expect(new Set(items.map((item) => item.rank)).size).toBe(size);
          for (const item of items) if (!moved.includes(item.id)) expect(item.rank).toBe(before.get(item.id));
        }
        expect(Math.max(...items.map((item) => item.rank.length))).toBeLessThan(60);
      }),
    );
  });

  it('can be found between two equal ranks, as two merged histories may leave them', () => {
    const twins = [
      { id: 'a', rank: 'a0' },
      { id: 'b', rank: 'a0' },
      { id: 'c', rank: 'a1' },
    ];
    const [rank] = ranksAt(twins, { above: 'a' }, 1);
    expect(rank && rank > 'a0' && rank < 'a1').toBe(true);
  });
});

describe('a limit', () => {
  it('warns at the limit and above it', () => {
    expect([limitState(3, 4), limitState(4, 4), limitState(5, 4), limitState(99, null)]).toEqual([
      'within',
      'at',
      'above',
      'within',
    ]);
  });
});
