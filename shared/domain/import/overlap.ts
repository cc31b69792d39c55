interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Tells for each of `fresh` whether it overlaps any of `present`. Both ordered by start; one pass over both.
 * Touching is no overlap.
 */
export function overlaps(fresh: readonly Stretch[], present: readonly Stretch[]): boolean[] {
  const found: boolean[] = [];
  let at = 0;
  let reach = Number.NEGATIVE_INFINITY;
  for (const one of fresh) {
    while (at < present.length && (present[at] as Stretch).from <= one.from) {
      reach = Math.max(reach, (present[at] as Stretch).to);
      at += 1;
    }
    const next = present[at];
    found.push(reach > one.from || (next !== undefined && next.from < one.to));
  }
  return found;
}
