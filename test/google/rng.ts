/** Deterministic randomness: the same seed gives the same ids, tokens and order on every machine. */
export interface Rng {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number in [0, below). */
  int(below: number): number;
  /** Lower-case base32hex text, the alphabet that Google allows for event ids. */
  id(length: number): string;
  pick<T>(items: readonly T[]): T;
}

const BASE32HEX = '0123456789abcdefghijklmnopqrstuv';

/** Mulberry32 over a 32-bit seed. */
export function createRng(seed: number): Rng {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  return {
    next,
    int,
    id: (length) => {
      let out = '';
      for (let i = 0; i < length; i += 1) out += BASE32HEX[int(32)];
      return out;
    },
    pick: (items) => {
      const item = items[int(items.length)];
      if (item === undefined) throw new Error('pick from an empty list');
      return item;
    },
  };
}
