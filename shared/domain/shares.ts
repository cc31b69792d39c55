/**
 * What each part is of their sum, in whole per cent that add up to `hundred` (largest remainders first, the earlier of
 * equals). Nothing of nothing is 0. @param parts Not negative, any unit.
 */
export function wholeShares(parts: readonly number[], hundred = 100): number[] {
  const sum = parts.reduce((all, part) => all + part, 0);
  if (sum <= 0) return parts.map(() => 0);
  const exact = parts.map((part) => (part * hundred) / sum);
  const whole = exact.map(Math.floor);
  const missing = hundred - whole.reduce((all, each) => all + each, 0);
  const byRest = exact
    .map((each, index) => ({ index, rest: each - (whole[index] ?? 0) }))
    .sort((a, b) => b.rest - a.rest || a.index - b.index)
    .slice(0, missing);
  for (const { index } of byRest) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}

/** A share from `wholeShares`, in words: what got no whole per cent is still something. */
export function shareText(share: number, part: number): string {
  return share === 0 && part > 0 ? '<1 %' : `${share} %`;
}
