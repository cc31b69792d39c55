/**
 * The items that follow each other: without the one at either end that is only drawn because it has the focus.
 * @param items by rising index.
 */
export function withoutStray<Item extends { readonly index: number }>(
  items: readonly Item[],
): readonly Item[] {
  const [first, second] = items;
  const [beforeLast, last] = items.slice(-2);
  if (first && second && second.index > first.index + 1) return items.slice(1);
  if (beforeLast && last && last.index > beforeLast.index + 1) return items.slice(0, -1);
  return items;
}
