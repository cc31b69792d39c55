/**
 * Gives any element a tooltip: spread the result on it. One layer serves the whole window (see `TooltipLayer`), so
 * a board of 500 cards costs 500 attributes, not 500 floating parts.
 */
export function tip(
  text: string,
  keys?: readonly string[],
): { 'data-tip': string; 'data-tip-keys'?: string } {
  return keys && keys.length > 0
    ? { 'data-tip': text, 'data-tip-keys': keys.join(' ') }
    : { 'data-tip': text };
}
