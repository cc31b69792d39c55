/** A stretch of work; UTC milliseconds. */
interface Stretch {
  readonly startedAt: number;
  readonly endedAt: number;
}

/** Two pieces of work that claim the same time, and for how long; whole seconds. */
export interface Doubled<Piece extends Stretch> {
  readonly first: Piece;
  readonly second: Piece;
  readonly seconds: number;
}

/** Time that is there more than once: each piece beside the one before it that lasts longest, in order of time. */
export function doubledTime<Piece extends Stretch>(pieces: readonly Piece[]): Doubled<Piece>[] {
  const found: Doubled<Piece>[] = [];
  let longest: Piece | undefined;
  for (const second of pieces.toSorted((a, b) => a.startedAt - b.startedAt || a.endedAt - b.endedAt)) {
    const until = Math.min(longest?.endedAt ?? 0, second.endedAt);
    const seconds = Math.floor((until - second.startedAt) / 1000);
    if (longest && seconds > 0) found.push({ first: longest, second, seconds });
    if (!longest || second.endedAt > longest.endedAt) longest = second;
  }
  return found;
}
