import { useLayoutEffect, useRef } from 'react';

/**
 * Keys for items that may all go at once, as when another day is shown: each keeps its slot while it is drawn, and what
 * comes takes the slots of what goes, in order, so that its elements are changed instead of made anew.
 */
export function assignSlots(
  before: ReadonlyMap<string, number>,
  ids: readonly string[],
): ReadonlyMap<string, number> {
  const staying = new Set(ids);
  const free = [...before].filter(([id]) => !staying.has(id)).map(([, slot]) => slot);
  let next = before.size === 0 ? 0 : Math.max(...before.values()) + 1;
  let taken = 0;
  return new Map(ids.map((id) => [id, before.get(id) ?? free[taken++] ?? next++]));
}

/** See `assignSlots`: the slots of what is drawn now, given what was drawn before. */
export function useSlots(ids: readonly string[]): ReadonlyMap<string, number> {
  const drawn = useRef<ReadonlyMap<string, number>>(new Map());
  const slots = assignSlots(drawn.current, ids);
  useLayoutEffect(() => {
    drawn.current = slots;
  });
  return slots;
}
