import { type KeyboardEvent, useState } from 'react';

/**
 * One tab stop for a list: arrows, Home and End move inside, Tab leaves. Spread `list` on the container and `item(id)`
 * on each focusable child.
 * @param start id that takes the focus first, usually the current one.
 * @param isThere whether an item can still be had: where they all change at once, the last focused one may be gone.
 */
export function useRoving(start: string | null, isThere: (id: string) => boolean = () => true) {
  const [last, setLast] = useState<string | null>(null);
  const active = last !== null && isThere(last) ? last : start;
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-roving]')];
    const next = nextIndex(event.key, items.indexOf(document.activeElement as HTMLElement), items.length);
    if (next === null || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    items[next]?.focus();
  };
  return {
    list: { onKeyDown, onBlur: () => setLast(null) },
    item: (id: string, first = false) => ({
      'data-roving': id,
      tabIndex: id === active || (active === null && first) ? 0 : -1,
      onFocus: () => setLast(id),
    }),
  };
}

/** Where a key leads from position `at` in a list of `length`; null when the key does not move. */
export function nextIndex(key: string, at: number, length: number): number | null {
  if (length === 0 || at < 0) return null;
  if (key === 'ArrowDown') return Math.min(at + 1, length - 1);
  if (key === 'ArrowUp') return Math.max(at - 1, 0);
  if (key === 'Home') return 0;
  if (key === 'End') return length - 1;
  return null;
}
